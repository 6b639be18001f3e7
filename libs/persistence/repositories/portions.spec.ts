import fc from 'fast-check';
import { inPortions, ROWS_AT_ONCE } from './portions';

describe('portions', () => {
  const sizes = fc.oneof(
    fc.constantFrom(0, 1, ROWS_AT_ONCE - 1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 2 * ROWS_AT_ONCE),
    fc.nat(4 * ROWS_AT_ONCE),
  );

  it('make up the whole list, each row once and in order, never too many at once', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const kept = Array.from({ length: size }, (_, at) => String(at).padStart(5, '0'));
        const portion = (after: string | null): Promise<string[]> =>
          Promise.resolve(kept.filter((id) => after === null || id > after).slice(0, ROWS_AT_ONCE));
        expect(await inPortions(portion, (id) => id)).toEqual(kept);
      }),
    );
  });
});
