import { parseProblem } from '../exchange/problem-file';
import type { SolveProgress } from '../problem';
import { solve } from '../solve';
import { amendable } from './amendable-matching';

const PROBLEM = parseProblem(
  {
    format: 'evenhand.problem/1',
    seed: 's',
    mentees: [
      { id: 'm0', group: ['nurse'], priority: 9 },
      { id: 'm1', group: ['nurse'], priority: 1 },
      { id: 'm2', group: ['midwife'], priority: 5 },
    ],
    mentors: [
      { id: 'x0', capacity: 1 },
      { id: 'x1', capacity: 1 },
    ],
    edges: [
      [0, 0, 900],
      [0, 1, 100],
      [1, 0, 800],
      [2, 0, 200],
      [2, 1, 300],
    ],
  },
  'problem',
);
const RESULT = solve(PROBLEM);
const begun = () => amendable(PROBLEM, RESULT);

describe('A matching that is amended', () => {
  it('stands as it was solved, until something is decided', () => {
    const { current } = begun();
    expect(current.countsKept).toBe(true);
    expect({ ...current.allocation, certificate: RESULT.certificate }).toEqual(RESULT);
  });

  it('moves people along where a pair is forbidden, and each group keeps its number', () => {
    const { allocation, countsKept } = begun().forbid([0, 0]);
    expect([...allocation.mentorOf]).toEqual([1, -1, 0]);
    expect(allocation).toMatchObject({ priority: 14, score: 300, matched: 2 });
    expect(countsKept).toBe(true);
  });

  it('stays as it is where a pair is forbidden that is not matched, or pinned that is', () => {
    const matching = begun();
    matching.forbid([1, 0]);
    expect(matching.pin([2, 1]).allocation.mentorOf).toEqual(RESULT.mentorOf);
  });

  it('gives somebody pinned the place, and another of the same group goes without', () => {
    expect([...begun().pin([1, 0]).allocation.mentorOf]).toEqual([-1, 0, 1]);
  });

  it('takes decisions back one by one', () => {
    const matching = begun();
    const first = matching.forbid([0, 0]);
    matching.pin([0, 1]);
    expect(matching.undo()).toBe(first);
    expect(matching.undo().allocation.mentorOf).toEqual(RESULT.mentorOf);
    expect(() => matching.undo()).toThrow('there is no decision to take back');
  });

  it('solves everything again where a group cannot keep its number, and goes on from before when that is undone', () => {
    const matching = begun();
    const first = matching.forbid([2, 0]);
    const { allocation, countsKept } = matching.forbid([2, 1]);
    expect([...allocation.mentorOf]).toEqual([1, 0, -1]);
    expect(countsKept).toBe(false);
    expect(matching.forbid([1, 0]).countsKept).toBe(false);
    matching.undo();
    expect(matching.undo()).toBe(first);
    expect([...matching.pin([1, 0]).allocation.mentorOf]).toEqual([-1, 0, 1]);
  });

  it('decides nothing where a decision is impossible', () => {
    const matching = begun();
    matching.pin([0, 0]);
    const { current } = matching;
    expect(() => matching.forbid([0, 0])).toThrow('m0 and x0 are both pinned and forbidden');
    expect(() => matching.pin([0, 1])).toThrow('m0 is pinned twice');
    expect(() => matching.pin([1, 0])).toThrow('x0 has 1 places');
    expect(() => matching.pin([1, 1])).toThrow('m1 and x1 cannot be pinned: they are not an eligible pair');
    expect(() => matching.forbid([3, 0])).toThrow('no pair of mentee 3 and mentor 0');
    expect(matching.current).toBe(current);
    expect([...matching.undo().allocation.mentorOf]).toEqual([...RESULT.mentorOf]);
  });

  it('refuses the result of another problem', () => {
    const { mentees } = PROBLEM;
    const other = {
      ...PROBLEM,
      mentees: mentees.map((mentee) => ({ ...mentee, group: ['other'] as const })),
    };
    expect(() => amendable(other, RESULT)).toThrow(new RangeError('the result is not one of this problem'));
  });

  it('says how far its beginning has come', () => {
    const told: SolveProgress[] = [];
    amendable(PROBLEM, RESULT, { onProgress: (progress) => told.push(progress) });
    expect(told.map(({ stage }) => stage)).toContain('pairs');
  });
});
