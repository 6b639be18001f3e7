import { Conflict, InputRefused } from '@evenhand/kernel';
import { checkedReason, LONGEST_REASON, type PairDecision, refuseContradiction } from './pair-decision';

const decided = (text: string): PairDecision => {
  const [kind, mentee, mentor] = text.split(' ') as [PairDecision['kind'], string, string];
  return { kind, mentee, mentor };
};

describe('A decision about a pair', () => {
  it.each([
    [['pin a x'], 'pin a x', 'override.already-decided'],
    [['forbid a x'], 'forbid a x', 'override.already-decided'],
    [['pin a x'], 'forbid a x', 'override.contradicts'],
    [['forbid a x'], 'pin a x', 'override.contradicts'],
    [['pin a x'], 'pin a y', 'override.contradicts'],
    [['forbid b y', 'forbid a y', 'pin a x'], 'pin a z', 'override.contradicts'],
  ])('after %j is not %s', (earlier, next, code) => {
    const attempt = (): void => refuseContradiction(earlier.map(decided), decided(next));
    expect(attempt).toThrow(Conflict);
    expect(attempt).toThrow(expect.objectContaining({ code }) as Error);
  });

  it.each([
    [[], 'pin a x'],
    [['pin a x'], 'pin b x'],
    [['pin a x'], 'forbid a y'],
    [['forbid a x'], 'pin a y'],
    [['forbid a x'], 'forbid b x'],
  ])('after %j may be %s', (earlier, next) => {
    expect(() => refuseContradiction(earlier.map(decided), decided(next))).not.toThrow();
  });

  it('has a reason, told without space around it', () => {
    expect(checkedReason('  Both agreed.\n')).toBe('Both agreed.');
    expect(checkedReason('x'.repeat(LONGEST_REASON))).toHaveLength(LONGEST_REASON);
    for (const none of ['', ' \n\t', 'x'.repeat(LONGEST_REASON + 1)]) {
      expect(() => checkedReason(none)).toThrow(InputRefused);
    }
  });
});
