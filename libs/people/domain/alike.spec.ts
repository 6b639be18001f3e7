import { alike } from './alike';

describe('plain values', () => {
  it.each([
    [1, 1],
    ['a', 'a'],
    [undefined, undefined],
    [
      [1, { b: 2, a: [] }],
      [1, { a: [], b: 2 }],
    ],
  ])('are alike: %j and %j', (a, b) => {
    expect(alike(a, b)).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [1, '1'],
    [null, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: undefined }, { b: undefined }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
  ])('are not alike: %j and %j', (a, b) => {
    expect(alike(a, b)).toBe(false);
  });
});
