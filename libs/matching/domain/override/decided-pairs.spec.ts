import { decidedAgainst, givenPairs } from './decided-pairs';
import type { PairDecision } from './pair-decision';

const people = (...ids: string[]): { readonly id: string }[] => ids.map((id) => ({ id }));
const pin: PairDecision = { kind: 'pin', mentee: 'b', mentor: 'y' };
const forbid: PairDecision = { kind: 'forbid', mentee: 'a', mentor: 'x' };

describe('Pairs that are decided', () => {
  it('are ruled out where they are forbidden, and all others of somebody pinned', () => {
    expect([...decidedAgainst([forbid, pin], people('x', 'y', 'z'))]).toEqual(['a x', 'b x', 'b z']);
    expect(decidedAgainst([], people('x')).size).toBe(0);
  });

  it('are given where they are pinned', () => {
    const problem = {
      mentees: people('a', 'b').map(({ id }) => ({ id, group: ['nurse'] as const, priority: 0 })),
      mentors: people('x', 'y').map(({ id }) => ({ id, capacity: 1 })),
    };
    expect(givenPairs([forbid, pin], problem)).toEqual([[1, 1]]);
    expect(givenPairs([{ ...pin, mentee: 'gone' }], problem)).toEqual([]);
  });
});
