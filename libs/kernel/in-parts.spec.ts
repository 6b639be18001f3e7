import fc from 'fast-check';
import { inParts, partsOf } from './in-parts';

describe('work in parts', () => {
  it('gives what it gives in one go, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer(), { maxLength: 2_000 }), async (numbers) => {
        expect(await inParts(numbers, (number) => number * 2)).toEqual(numbers.map((number) => number * 2));
      }),
      { numRuns: 20 },
    );
  });

  it('lets others have a turn before it is done', async () => {
    const happened: string[] = [];
    const working = inParts(Array<number>(2_000).fill(0), () => undefined).then(() => happened.push('done'));
    setImmediate(() => happened.push('a turn'));
    await working;
    expect(happened).toEqual(['a turn', 'done']);
  });

  it('breaks off with the fault of an item', async () => {
    const broken = inParts([1, 2], (item) => {
      if (item === 2) throw new RangeError('two');
    });
    await expect(broken).rejects.toThrow('two');
  });

  it('cuts a list without losing an item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, size) => {
        const parts = partsOf(items, size);
        expect(parts.flat()).toEqual(items);
        expect(parts.every(({ length }) => length >= 1 && length <= size)).toBe(true);
      }),
    );
  });
});
