import { DomainError } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { DEFAULT_RULES } from '../../domain/rules';
import { type Snapshot, SNAPSHOT_FORMAT } from '../../domain/snapshot';
import { solveSnapshot } from './solve-snapshot';

const aSnapshot = (parts: Partial<Snapshot> = {}): Snapshot => ({
  ...{ format: SNAPSHOT_FORMAT, round: 'round', attempt: 1, kind: 'whole', onDate: '2026-10-01' },
  ...{ catalogue: healthAndCare.content.version, rules: DEFAULT_RULES },
  mentees: [aMentee({ id: 'a1', lineManager: 'b0' }), aMentee({ id: 'a2' }), aMentee({ id: 'a3' })],
  mentors: [aMentor({ id: 'x1' }), aMentor({ id: 'x2' })],
  colleagues: [{ id: 'b0', managers: ['x1', 'x2'], exclude: [] }],
  ...{ earlierPairs: [['a2', 'x1']], headcounts: { adult_nurse: 40 } },
  ...parts,
});

const solved = (snapshot: Snapshot, stages: string[] = []): ReturnType<typeof solveSnapshot> =>
  solveSnapshot(JSON.stringify(snapshot), healthAndCare, {
    onProgress: ({ stage }) => stages.push(stage),
  });

describe('A frozen round, solved', () => {
  it('heeds lines over others, earlier pairs and headcounts', () => {
    const { outcome } = solved(aSnapshot());
    expect(outcome).toMatchObject({
      ...{ format: 'evenhand.outcome/1', engine: 'evenhand-allocation/3' },
      totals: { asked: 3, matched: 2, mentors: 2, places: 2 },
      access: { groups: [{ path: 'nurse', askRate: [3, 40], accessRate: [2, 3] }] },
      unmatched: [{ mentee: 'a1', code: 'no_eligible_mentor' }],
    });
    expect(outcome.matches.map(({ mentee, mentor }) => [mentee, mentor])).toEqual([
      ['a2', 'x2'],
      ['a3', 'x1'],
    ]);
    expect(outcome.matches[0]!.points.reduce((sum, { points }) => sum + points, 0)).toBe(
      outcome.matches[0]!.score,
    );
  });

  it('gives the same bytes again, and survives being kept as JSON', () => {
    const [one, other] = [solved(aSnapshot()), solved(aSnapshot())];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(JSON.parse(JSON.stringify(one.outcome))).toEqual(one.outcome);
    expect(JSON.parse(one.result)).toMatchObject({
      ...{ format: 'evenhand.result/1' },
      assignments: [
        ['a2', 'x2'],
        ['a3', 'x1'],
      ],
    });
  });

  it('says how far it has come', () => {
    const stages: string[] = [];
    solved(aSnapshot(), stages);
    expect([stages[0], stages.at(-1)]).toEqual(['reading', 'writing']);
    expect(stages).toEqual(expect.arrayContaining(['pairs', 'coverage', 'score', 'tie']));
  });

  it('may be of nobody', () => {
    const nobody = aSnapshot({ mentees: [], mentors: [], colleagues: [], earlierPairs: [] });
    expect(solved(nobody).outcome.notices.map(({ code }) => code)).toEqual(['no_mentees', 'no_mentors']);
  });

  it.each([
    ['snapshot.other-catalogue', { catalogue: 'draft-2031' }],
    ['snapshot.other-format', { format: 'evenhand.snapshot/9' as typeof SNAPSHOT_FORMAT }],
    ['input.refused', { onDate: 'soon' }],
  ])('is refused: %s', (code, parts) => {
    expect(() => solved(aSnapshot(parts))).toThrow(DomainError);
    expect(() => solved(aSnapshot(parts))).toThrow(expect.objectContaining({ code }) as Error);
  });
});
