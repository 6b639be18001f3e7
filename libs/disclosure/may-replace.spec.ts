import { changedPeople, mayReplace } from './may-replace';

const people = (from: number, to: number, counted = 'nurse: asked'): [string, string][] =>
  Array.from({ length: to - from }, (_, at) => [`person-${from + at}`, counted]);

describe('publishing a table again', () => {
  const earlier = new Map(people(0, 40));

  it('is refused after one more person, and after nine', () => {
    expect(mayReplace(earlier, earlier)).toBe(false);
    expect(mayReplace(earlier, new Map(people(0, 41)))).toBe(false);
    expect(mayReplace(earlier, new Map(people(0, 49)))).toBe(false);
    expect(mayReplace(earlier, new Map(people(0, 50)))).toBe(true);
  });

  it('counts whoever came, went or is counted otherwise, each once', () => {
    const later = new Map([...people(3, 38), ...people(38, 40, 'nurse: matched'), ...people(40, 45)]);
    expect(changedPeople(earlier, later)).toBe(3 + 2 + 5);
    expect(mayReplace(earlier, later)).toBe(true);
  });

  it('follows the policy', () => {
    const policy = { base: 5, smallest: 3, smallestForExtremes: 20 };
    expect(mayReplace(earlier, new Map(people(0, 43)), policy)).toBe(true);
    expect(mayReplace(earlier, new Map(people(0, 42)), policy)).toBe(false);
  });
});
