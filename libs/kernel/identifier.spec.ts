import { compareIdentifiers, isIdentifier } from './identifier';

describe('an id', () => {
  it.each(['m1', 'A.b_c-9', 'x'.repeat(64)])('may be %s', (id) => {
    expect(isIdentifier(id)).toBe(true);
  });

  it.each(['', 'two words', 'é', 'a/b', 'a\n', 'x'.repeat(65)])('may not be %j', (id) => {
    expect(isIdentifier(id)).toBe(false);
  });

  it('sorts by UTF-16 code units, so capitals come before small letters and 10 before 9', () => {
    expect(['b', 'B', '9', '10', 'a'].sort(compareIdentifiers)).toEqual(['10', '9', 'B', 'a', 'b']);
  });
});
