import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { exposedTo } from './proof/exchanged-counts';

type Cell = readonly [count: number, lowest: number, highest: number];

/** To whom the first of some cells of a single measure is exposed, each with the interval that is told of it. */
function exposed(...cells: readonly Cell[]): ReadonlySet<number> | 'all' {
  const among = cells.map(([count, lowest, highest], knownTo) => ({
    ...{ counts: [count], intervals: [{ lowest, highest }], parts: [], knownTo },
  }));
  return exposedTo({ cells: among }, [0, 0], true, DEFAULT_DISCLOSURE_POLICY);
}

const WITHHELD = [0, 1000] as const;

describe('a small count among others that add up to a known sum', () => {
  it('is open to all whose own cell the others can do without', () => {
    expect(exposed([3, ...WITHHELD], [40, ...WITHHELD], [50, ...WITHHELD])).toEqual(new Set());
  });

  it('is exposed to whoever knows the only cell that can give and take', () => {
    expect(exposed([3, ...WITHHELD], [40, ...WITHHELD], [50, 48, 52])).toEqual(new Set([1]));
  });

  it('is shown to be open to nobody where told counts do not give enough', () => {
    expect(exposed([3, ...WITHHELD], [40, 38, 42], [50, 48, 52])).toBe('all');
  });

  it('goes with a measure that is the same everywhere, and not alone', () => {
    const cell = (count: number, knownTo: number) => ({
      ...{ counts: [count, count], knownTo, parts: [[1, 0] as const] },
      intervals: [
        { lowest: 0, highest: 1000 },
        { lowest: 0, highest: 1000 },
      ],
    });
    const cells = [cell(3, 0), cell(40, 1), cell(50, 2)];
    expect(exposedTo({ cells }, [0, 0], true, DEFAULT_DISCLOSURE_POLICY)).toEqual(new Set());
    expect(exposedTo({ cells }, [0, 1], true, DEFAULT_DISCLOSURE_POLICY)).toEqual(new Set());
  });
});
