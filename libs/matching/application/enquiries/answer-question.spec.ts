import { canonicalJson, type JsonValue, sha256 } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import type { EnquiryAnswer, EnquiryQuestion } from '../../domain/lifecycle/enquiry';
import { withDecision } from '../../domain/override/overridden-snapshot';
import { DEFAULT_RULES } from '../../domain/rules';
import { type Snapshot, SNAPSHOT_FORMAT } from '../../domain/snapshot';
import { solveFrozen } from '../runs/solve-snapshot';
import { answerQuestion } from './answer-question';

const silent = (): void => undefined;
type Answer<Kind> = Extract<EnquiryAnswer, { kind: Kind }>;

function ask<Question extends EnquiryQuestion>(
  question: Question,
  snapshot: Snapshot,
): Answer<Question['kind']> {
  const text = canonicalJson(snapshot as unknown as JsonValue);
  const solved = solveFrozen(snapshot, healthAndCare, silent);
  const run = { snapshot: text, snapshotSha256: sha256(text), ...solved };
  return answerQuestion(question, run, healthAndCare, { onProgress: silent }) as Answer<Question['kind']>;
}

/**
 * One place, for which two nurses and two dietitians ask, and a midwife whom its mentor cannot help. Ann has waited the
 * longest, then Bea. Once Ann may not have the place, it stays with the nurses: it is Abe's, who has waited less than Bea.
 */
const FIRST: Snapshot = {
  ...{ format: SNAPSHOT_FORMAT, round: 'round', attempt: 1, kind: 'whole', onDate: '2026-10-01' },
  ...{ catalogue: healthAndCare.content.version, rules: DEFAULT_RULES, headcounts: {} },
  mentees: [
    aMentee({ id: 'abe', waitingSince: '2026-09-01' }),
    aMentee({ id: 'ann', waitingSince: '2026-05-01' }),
    aMentee({ id: 'bea', background: 'ahp/dietitian', waitingSince: '2026-06-01' }),
    aMentee({ id: 'bob', background: 'ahp/dietitian', waitingSince: '2026-09-01' }),
    aMentee({ id: 'cat', background: 'midwife/midwife', gaps: ['MP-1.1'] }),
  ],
  ...{ mentors: [aMentor({ id: 'xi' })], colleagues: [], earlierPairs: [] },
};
const HELD = withDecision(
  FIRST,
  solveFrozen(FIRST, healthAndCare, silent).outcome,
  { kind: 'forbid', mentee: 'ann', mentor: 'xi' },
  2,
);

describe('Of a round that was overridden and holds counts', () => {
  it('the place is held by a group that would not get it otherwise', () => {
    const { outcome } = solveFrozen(HELD, healthAndCare, silent);
    expect(outcome.matches.map(({ mentee }) => mentee)).toEqual(['abe']);
    expect(outcome.verdict).toMatchObject({ countsHeld: true });
  });

  it('evenness costs what it costs by itself, the counts being held at no degree of it', () => {
    const { points } = ask({ kind: 'frontier' }, HELD);
    expect(points.map(({ price }) => price.waitingDays)).toEqual([
      { lost: 0, of: 122, percent: 0 },
      { lost: 0, of: 122, percent: 0 },
      { lost: 0, of: 122, percent: 0 },
    ]);
  });

  it('it is told what recruits would change, and not what comes of letting go of the counts', () => {
    const { targets } = ask({ kind: 'recruitment' }, HELD);
    const target = targets.find(({ profile }) => profile.topics[0]!.code === 'MP-1.1')!;
    expect(target.effects).toHaveLength(1);
    expect(target.effects[0]).toMatchObject({
      ...{ more: 1, groups: [{ path: 'midwife', before: 0, after: 1 }] },
      professions: [{ path: 'midwife/midwife', before: 0, after: 1 }],
    });
  });
});
