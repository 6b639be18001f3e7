import fc from 'fast-check';
import type { CountProgram } from './proof/count-program';
import { PossibleCounts } from './proof/possible-counts';
import { SeenRanges } from './proof/seen-ranges';

const SOUGHT = {
  isWide: ({ lowest, highest }: { lowest: number; highest: number }) => lowest <= 0 && highest >= 9,
  reach: () => 9,
};

/** A total and the counts that add up to it. */
function sumOf(total: CountProgram['intervals'][number], parts: CountProgram['intervals']): CountProgram {
  return {
    intervals: [total, ...parts],
    sums: [{ sum: 0, of: parts.map((_, at) => at + 1) }],
    parts: [],
  };
}

describe('ranges that are looked for together', () => {
  it('are seen in a few answers, where a total has room for all of them', async () => {
    const answers = (['farthest', 'largestWithin'] as const).map((way) =>
      jest.spyOn(PossibleCounts.prototype, way),
    );
    const many = Array.from({ length: 400 }, () => ({ lowest: 0, highest: 1000 }));
    await PossibleCounts.of(sumOf({ lowest: 1998, highest: 2002 }, many), (possible) => {
      const columns = many.map((_, at) => at + 1);
      expect(new SeenRanges(possible, 401).look(columns, SOUGHT)).toEqual([]);
    });
    expect(answers.reduce((total, way) => total + way.mock.calls.length, 0)).toBeLessThan(12);
    jest.restoreAllMocks();
  });

  it('are no wider than each is by itself', async () => {
    const interval = fc
      .record({ lowest: fc.nat({ max: 12 }), more: fc.nat({ max: 12 }) })
      .map(({ lowest, more }) => ({ lowest, highest: lowest + more }));
    const programs = fc
      .record({ parts: fc.array(interval, { minLength: 2, maxLength: 8 }), total: fc.nat({ max: 100 }) })
      .map(({ parts, total }) => {
        const [least, most] = (['lowest', 'highest'] as const).map((end) =>
          parts.reduce((sum, part) => sum + part[end], 0),
        );
        const lowest = least! + Math.floor(((most! - least!) * total) / 100);
        return sumOf({ lowest, highest: lowest + 4 }, parts);
      });
    await fc.assert(
      fc.asyncProperty(programs, async (program) => {
        const columns = program.intervals.map((_, at) => at);
        const together = await PossibleCounts.of(program, (possible) => {
          const seen = new SeenRanges(possible, columns.length);
          seen.look(columns, SOUGHT);
          return columns.map((column) => seen.of(column));
        });
        const alone = await PossibleCounts.of(program, (possible) =>
          columns.map((column) => {
            const seen = new SeenRanges(possible, columns.length);
            seen.end(column, 'lowest');
            seen.end(column, 'highest');
            return seen.of(column);
          }),
        );
        together.forEach(({ lowest, highest }, column) => {
          expect(lowest).toBeGreaterThanOrEqual(alone[column]!.lowest);
          expect(highest).toBeLessThanOrEqual(alone[column]!.highest);
        });
      }),
      { numRuns: 200, seed: 20261201 },
    );
  });
});
