import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import fc from 'fast-check';
import { refuseContradiction, type PairDecision } from '../../domain/override/pair-decision';
import { underRules, withDecision } from '../../domain/override/overridden-snapshot';
import { PairJudge } from '../../domain/pair-judge';
import { DEFAULT_RULES, type MatchingRules } from '../../domain/rules';
import type { RunOutcome } from '../../domain/run-outcome';
import { type Snapshot, SNAPSHOT_FORMAT } from '../../domain/snapshot';
import { solveFrozen } from './solve-snapshot';

const solved = (snapshot: Snapshot): RunOutcome =>
  solveFrozen(snapshot, healthAndCare, () => undefined).outcome;

const backgrounds = ['nurse/adult_nurse', 'ahp/dietitian', 'ahp/radiographer'];
const topics = ['SE-1.1', 'MP-1.1', 'DA-1.1'];

const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({
    mentees: fc.array(
      fc.record({
        background: fc.constantFrom(...backgrounds),
        gaps: fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1, maxLength: 3 }),
        waitingSince: fc.constantFrom('2026-05-01', '2026-09-01', '2026-09-02'),
      }),
      { minLength: 2, maxLength: 9 },
    ),
    mentors: fc.array(
      fc.record({
        strengths: fc.uniqueArray(fc.constantFrom(...topics.map((topic) => `${topic}@3`)), {
          minLength: 1,
          maxLength: 2,
        }),
        capacity: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    rules: fc.constantFrom<Partial<MatchingRules>>(
      {},
      { equityLevels: [1] },
      { objectives: ['coverage', 'priority', 'score'] },
    ),
  })
  .map(({ mentees, mentors, rules }) => ({
    ...{ format: SNAPSHOT_FORMAT, round: 'round', attempt: 1, kind: 'whole', onDate: '2026-10-01' },
    ...{ catalogue: healthAndCare.content.version, rules: { ...DEFAULT_RULES, ...rules }, headcounts: {} },
    mentees: mentees.map((parts, at) => aMentee({ id: `m${at}`, ...parts })),
    mentors: mentors.map((parts, at) => aMentor({ id: `x${at}`, ...parts })),
    ...{ colleagues: [], earlierPairs: [] },
  }));

/** Decisions that are possible, one after the other: eligible pairs, no contradiction, no place given twice. */
function possible(snapshot: Snapshot, wishes: readonly (readonly [number, boolean])[]): PairDecision[] {
  const { mentees, mentors } = snapshot;
  const judge = new PairJudge({ mentees, mentors, catalogue: healthAndCare }, snapshot.rules);
  const eligible = mentees.flatMap(({ id: mentee }, i) =>
    mentors.flatMap(({ id: mentor }, j) => (judge.brokenRules(i, j) === 0 ? [{ mentee, mentor }] : [])),
  );
  const decisions: PairDecision[] = [];
  for (const [at, pins] of eligible.length === 0 ? [] : wishes) {
    const next: PairDecision = { kind: pins ? 'pin' : 'forbid', ...eligible[at % eligible.length]! };
    const { capacity } = mentors.find(({ id }) => id === next.mentor)!;
    const pinned = decisions.filter(({ kind, mentor }) => kind === 'pin' && mentor === next.mentor).length;
    try {
      refuseContradiction(decisions, next);
    } catch {
      continue;
    }
    if (!pins || pinned < capacity) {
      decisions.push(next);
    }
  }
  return decisions;
}

const countsOf = ({ access }: RunOutcome): Record<string, number> =>
  Object.fromEntries([...access.groups, ...access.professions].map(({ path, matched }) => [path, matched]));

/** The counts that evenness looks at. */
const evenlyCounted = ({ access }: RunOutcome, { equityLevels }: MatchingRules): string =>
  JSON.stringify(
    [...access.groups, ...(equityLevels.length === 2 ? access.professions : [])].map(
      ({ matched }) => matched,
    ),
  );

describe('A frozen round with decisions', () => {
  it('obeys every one of them, says whether every count stayed as it was, and says true reasons', () => {
    const seen = { kept: 0, changed: 0 };
    fc.assert(
      fc.property(
        snapshots,
        fc.array(fc.tuple(fc.nat(999), fc.boolean()), { minLength: 1, maxLength: 4 }),
        (first, wishes) => {
          let snapshot = first;
          // Each result is verified before it comes back, or nothing does.
          let outcome = solved(first);
          possible(first, wishes).forEach((decision, at) => {
            const before = outcome;
            snapshot = withDecision(snapshot, before, decision, at + 2);
            outcome = solved(snapshot);
            const mentorOf = new Map(outcome.matches.map(({ mentee, mentor }) => [mentee, mentor]));
            for (const { kind, mentee, mentor } of snapshot.decided!.decisions) {
              expect(mentorOf.get(mentee) === mentor).toBe(kind === 'pin');
            }
            const { countsKept, decisions } = outcome.given!;
            expect(decisions).toBe(at + 1);
            expect(countsKept).toBe(JSON.stringify(countsOf(outcome)) === JSON.stringify(countsOf(before)));
            expect(outcome.verdict!.countsHeld ?? false).toBe(
              snapshot.rules.objectives.includes('equity') &&
                evenlyCounted(outcome, snapshot.rules) === evenlyCounted(before, snapshot.rules),
            );
            expect(outcome.totals.matched).toBeLessThanOrEqual(before.totals.matched);
            // Where somebody is without a match, no place is free that they could have.
            const reasons = outcome.unmatched.map(({ code }) => code);
            expect(reasons).not.toContain('nothing_gained');
            seen[countsKept ? 'kept' : 'changed']++;
          });
          expect(solved(underRules(snapshot, { ...snapshot.rules }, healthAndCare))).toEqual(outcome);
        },
      ),
      { numRuns: 150 },
    );
    expect(Math.min(seen.kept, seen.changed)).toBeGreaterThan(15);
  });

  it('holds no counts under other rules, and decisions all the same', () => {
    const mentees = [
      aMentee({ id: 'a', waitingSince: '2026-05-01' }),
      aMentee({ id: 'b' }),
      aMentee({ id: 'c', background: 'ahp/dietitian' }),
    ];
    const snapshot: Snapshot = {
      ...{ format: SNAPSHOT_FORMAT, round: 'round', attempt: 1, kind: 'whole', onDate: '2026-10-01' },
      ...{ catalogue: healthAndCare.content.version, rules: DEFAULT_RULES, headcounts: {} },
      ...{ mentees, mentors: [aMentor({ id: 'x' }), aMentor({ id: 'y' })], colleagues: [], earlierPairs: [] },
    };
    const overridden = withDecision(snapshot, solved(snapshot), { kind: 'pin', mentee: 'b', mentor: 'x' }, 2);
    const matched = (one: Snapshot): string[] => solved(one).matches.map(({ mentee }) => mentee);
    expect(matched(overridden)).toEqual(['b', 'c']);
    const uneven = underRules(
      overridden,
      { ...DEFAULT_RULES, objectives: ['coverage', 'priority'] },
      healthAndCare,
    );
    expect(matched(uneven)).toEqual(['a', 'b']);
    // A pin that is no eligible pair by the rules that are tried is no match.
    expect(matched(underRules(overridden, { ...DEFAULT_RULES, floor: 10_000 }, healthAndCare))).toEqual([]);
  });

  it('leaves somebody pinned every other mentor where the rules that are tried do not allow the pin', () => {
    const mentees = [aMentee({ id: 'a', organisation: 'east', preferOrganisation: 'same' })];
    const mentors = ['north', 'east'].map((organisation) => aMentor({ id: organisation, organisation }));
    const snapshot: Snapshot = {
      ...{ format: SNAPSHOT_FORMAT, round: 'round', attempt: 1, kind: 'whole', onDate: '2026-10-01' },
      ...{ catalogue: healthAndCare.content.version, rules: DEFAULT_RULES, headcounts: {} },
      ...{ mentees, mentors, colleagues: [], earlierPairs: [] },
    };
    const pin: PairDecision = { kind: 'pin', mentee: 'a', mentor: 'north' };
    const overridden = withDecision(snapshot, solved(snapshot), pin, 2);
    const [pinned] = solved(overridden).matches;
    expect(pinned).toMatchObject({ mentee: 'a', mentor: 'north' });
    const floored = (floor: number): RunOutcome =>
      solved(underRules(overridden, { ...DEFAULT_RULES, floor }, healthAndCare));
    expect(floored(pinned!.score).matches).toMatchObject([{ mentor: 'north' }]);
    expect(floored(pinned!.score + 1).matches).toMatchObject([{ mentor: 'east' }]);
  });
});
