import { Conflict } from '@evenhand/kernel';
import { decide, type EquitySnapshot, type SnapshotDecision } from './equity-snapshot';

const at = new Date('2026-10-01T09:00:00.000Z');
const snapshot: EquitySnapshot = {
  ...{ id: 'snapshot', programmeId: 'programme', reportId: 'report', state: 'put_forward' },
  ...{ putForwardBy: 'kim', putForwardAt: at },
};
const PUBLISHED = { state: 'published' } as const;
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
  it.each<SnapshotDecision>([{ state: 'published' }, { state: 'turned_down', reason: 'Too early.' }])(
    'is $state by somebody else, and it is kept who did, and why not',
    (decision) => {
      expect(decide(snapshot, decision, by('sam'))).toEqual({
        ...{ ...snapshot, ...decision, decidedBy: 'sam', decidedAt: at },
      });
    },
  );

  it.each([
    ['put it forward', 'kim'],
    ['ran the report', 'lee'],
  ])('is not decided about by whoever %s', (_, account) => {
    expect(refusalOf(() => decide(snapshot, PUBLISHED, by(account)))).toBe('equity-snapshot.own-report');
  });

  it('is decided about once', () => {
    const published = decide(snapshot, PUBLISHED, by('sam'));
    expect(refusalOf(() => decide(published, PUBLISHED, by('alex')))).toBe('equity-snapshot.decided');
  });
});
