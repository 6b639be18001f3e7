import type { AllocationProblem, PairSource } from '@evenhand/allocation';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { PairJudge } from '../pair-judge';
import { DEFAULT_RULES } from '../rules';
import { scoresWith, withRecruits } from './recruited-problem';

const mentees = [
  aMentee({ id: 'a' }),
  aMentee({ id: 'b', gaps: ['MP-1.1'] }),
  aMentee({ id: 'c', region: 'midlands' }),
];
const present = [aMentor({ id: 'x' }), aMentor({ id: 'y', strengths: ['MP-1.1@2'] })];
const recruits = ['r', 's'].map((id) => aMentor({ id, stage: '2', strengths: ['SE-1.1@2'], capacity: 3 }));

function problemOf(pairs: PairSource): AllocationProblem {
  return {
    seed: 'a spec',
    mentees: mentees.map(({ id }) => ({ id, group: ['nurse'], priority: 0 })),
    mentors: present.map(({ id, capacity }) => ({ id, capacity })),
    pairs,
    objectives: ['coverage'],
    equity: { levels: [1], prior: {} },
  };
}

function rowOf(pairs: Pick<PairSource, 'row'>, mentee: number): [mentors: number[], scores: number[]] {
  const mentors = new Int32Array(4);
  const scores = new Int32Array(4);
  const count = pairs.row(mentee, mentors, scores);
  return [[...mentors.subarray(0, count)], [...scores.subarray(0, count)]];
}

describe('A problem with recruited mentors', () => {
  const judge = new PairJudge({ mentees, mentors: present, catalogue: healthAndCare }, DEFAULT_RULES);
  const all = new PairJudge(
    { mentees, mentors: [...present, ...recruits], catalogue: healthAndCare },
    DEFAULT_RULES,
  );
  const scores = scoresWith(recruits[0]!, { mentees, catalogue: healthAndCare }, DEFAULT_RULES);

  it('has the pairs that judging everybody anew would give', () => {
    const { mentors, pairs } = withRecruits(problemOf(judge), recruits, scores);
    expect(mentors).toEqual([
      { id: 'x', capacity: 1 },
      { id: 'y', capacity: 1 },
      { id: 'r', capacity: 3 },
      { id: 's', capacity: 3 },
    ]);
    mentees.forEach((_, mentee) => expect(rowOf(pairs, mentee)).toEqual(rowOf(all, mentee)));
    expect(rowOf(pairs, 0)[0]).toEqual([0, 2, 3]);
  });

  it('answers by price where the pairs of the problem do, and only there', () => {
    expect(withRecruits(problemOf(judge), recruits, scores).pairs.priced === undefined).toBe(
      (judge as PairSource).priced === undefined,
    );
    const asked: number[][] = [];
    const priced: PairSource = {
      row: (mentee, mentors, rowScores) => judge.row(mentee, mentors, rowScores),
      priced: (prices) => {
        asked.push([...prices]);
        return { rowAbove: (mentee, _least, mentors, rowScores) => judge.row(mentee, mentors, rowScores) };
      },
    };
    const rows = withRecruits(problemOf(priced), recruits, scores).pairs.priced!(
      Float64Array.of(1, 2, 0, -5),
    );
    const above = (least: number): number[] =>
      rowOf({ row: (mentee, mentors, rowScores) => rows.rowAbove(mentee, least, mentors, rowScores) }, 0)[0];
    expect(asked).toEqual([[1, 2]]);
    expect(above(scores[0]! - 6)).toEqual([0, 2, 3]);
    expect(above(scores[0]! - 5)).toEqual([0, 2]);
    expect(above(scores[0]!)).toEqual([0]);
  });
});
