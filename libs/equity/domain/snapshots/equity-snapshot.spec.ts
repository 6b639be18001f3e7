import { Conflict } from '@evenhand/kernel';
import { decide, type EquitySnapshot } from './equity-snapshot';

const at = new Date('2026-10-01T09:00:00.000Z');
const snapshot: EquitySnapshot = {
  ...{ id: 'snapshot', programmeId: 'programme', reportId: 'report', state: 'put_forward' },
  ...{ putForwardBy: 'kim', putForwardAt: at },
};
const by = (account: string) => ({ account, reportAskedBy: 'lee', at });

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Conflict) return error.code;
  }
  throw new Error('It was not refused.');
}

describe('A snapshot', () => {
  it.each(['published', 'turned_down'] as const)(
    'is %s by somebody else, and it is kept who did',
    (decision) => {
      expect(decide(snapshot, decision, by('sam'))).toEqual({
        ...snapshot,
        ...{ state: decision, decidedBy: 'sam', decidedAt: at },
      });
    },
  );

  it.each([
    ['put it forward', 'kim'],
    ['ran the report', 'lee'],
  ])('is not decided about by whoever %s', (_, account) => {
    expect(refusalOf(() => decide(snapshot, 'published', by(account)))).toBe('equity-snapshot.own-report');
  });

  it('is decided about once', () => {
    const published = decide(snapshot, 'published', by('sam'));
    expect(refusalOf(() => decide(published, 'turned_down', by('alex')))).toBe('equity-snapshot.decided');
  });
});
