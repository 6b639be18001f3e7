import { NO_TIMES, releaseTimes, type Waited } from './released-times';

const on = (day: number) => new Date(Date.UTC(2026, 8, day));
const waited = (days: readonly number[], decidedAt: Date): Waited[] =>
  days.map((one) => ({ days: one, decidedAt }));
const inOrder = (count: number) => Array.from({ length: count }, (_, at) => (at + 1) * 7);

describe('times to a decision', () => {
  it('are told of ten or more, as whole weeks that half of all waited at the most', () => {
    expect(releaseTimes(waited(inOrder(9), on(1)), NO_TIMES, on(2), 10)).toBe(NO_TIMES);
    expect(releaseTimes(waited(inOrder(10), on(1)), NO_TIMES, on(2), 10)).toEqual({
      until: '2026-09-02T00:00:00.000Z',
      medianWeeks: 5,
    });
    const skewed = [...waited([700], on(1)), ...waited(inOrder(10), on(1))];
    expect(releaseTimes(skewed, NO_TIMES, on(2), 10).medianWeeks).toBe(6);
  });

  it('leave out what was decided later', () => {
    const all = [...waited(inOrder(9), on(1)), ...waited([1], on(2))];
    expect(releaseTimes(all, NO_TIMES, on(2), 10)).toBe(NO_TIMES);
  });

  it('stay as they are until ten more were decided on', () => {
    const first = waited(inOrder(10), on(1));
    const last = releaseTimes(first, NO_TIMES, on(2), 10);
    expect(releaseTimes([...first, ...waited(inOrder(9), on(3))], last, on(4), 10)).toBe(last);
    expect(releaseTimes([...first, ...waited(inOrder(10), on(3))], last, on(4), 10)).toMatchObject({
      until: '2026-09-04T00:00:00.000Z',
    });
  });
});
