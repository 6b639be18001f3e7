import type { RegisteredPerson } from '@evenhand/people';
import { DEFAULT_DISCLOSURE_POLICY, narrowedCells } from '@evenhand/disclosure';
import { healthAndCare } from '@evenhand/taxonomy';
import fc from 'fast-check';
import { POOL_STANDINGS, type PoolStanding, type StoodThen } from './pool-standing';
import { NO_APPOINTMENTS, releasedTables, releasePool, withheldPool } from './released-pool';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const CATALOGUE = {
  professionalGroups: healthAndCare.content.professionalGroups.slice(0, 3),
  stages: healthAndCare.content.stages.slice(0, 2),
};
const [AHP, DOCTOR, THIRD] = CATALOGUE.professionalGroups.map(({ code }) => code) as [string, string, string];
const [FIRST, SECOND] = CATALOGUE.stages.map(({ code }) => code) as [string, string];

/** So many people of a group, at a stage, who stand so. */
interface Some {
  readonly people: number;
  readonly standing: PoolStanding;
  readonly group?: string;
  readonly stage?: string;
}

function counted(some: readonly Some[]) {
  const stood: StoodThen[] = [];
  const persons: Pick<RegisteredPerson, 'id' | 'background' | 'posts'>[] = [];
  for (const { people, standing, group = AHP, stage = FIRST } of some) {
    for (let count = 0; count < people; count += 1) {
      const id = `person-${persons.length}`;
      stood.push({ id: `way-${id}`, personId: id, standing });
      persons.push({
        id,
        background: { group, profession: 'any', registration: 'registered' },
        posts: [{ organisationId: 'any', region: 'london', stage }],
      });
    }
  }
  return [stood, persons as RegisteredPerson[], CATALOGUE] as const;
}

const released = (some: readonly Some[]) => releasePool(...counted(some), POLICY);

const countsOf = (rows: readonly { readonly members: number | null }[]) => rows.map(({ members }) => members);

describe('a released pool', () => {
  it('tells who is in it by group and by stage, and who is under way beside them', async () => {
    const { composition, decisions } = await released([
      { people: 33, standing: 'in_pool' },
      { people: 62, standing: 'in_pool', group: DOCTOR, stage: SECOND },
      { people: 28, standing: 'in_pool', group: THIRD, stage: SECOND },
      { people: 41, standing: 'under_way', group: DOCTOR },
      { people: 27, standing: 'turned_down' },
    ]);
    expect(composition).toMatchObject({ members: 125, underWay: 40 });
    expect(composition.groups).toEqual([
      { code: AHP, members: 35, share: 28 },
      { code: DOCTOR, members: 60, share: 48 },
      { code: THIRD, members: 30, share: 24 },
    ]);
    expect(countsOf(composition.stages)).toEqual([35, 90]);
    // As many decisions as people in the pool would say that nobody was appointed or left.
    expect(decisions.outcomes).toEqual([
      { outcome: 'in_pool', decisions: null },
      { outcome: 'not_in_pool', decisions: 25 },
    ]);
  });

  it('tells how many were taken in once enough of them are in it no more', async () => {
    const { composition, decisions } = await released([
      { people: 33, standing: 'in_pool' },
      { people: 17, standing: 'left' },
      { people: 14, standing: 'appointed' },
      { people: 12, standing: 'appointed_elsewhere' },
    ]);
    expect(composition.members).toBe(35);
    expect(decisions.outcomes[0]).toEqual({ outcome: 'in_pool', decisions: 75 });
  });

  it('sets beside each other only those who took up the critical posts of the pool', async () => {
    const { appointments } = await released([
      { people: 23, standing: 'appointed' },
      { people: 31, standing: 'outside' },
      { people: 48, standing: 'appointed_elsewhere' },
    ]);
    expect(appointments).toEqual({
      appointments: 55,
      from: [
        { from: 'pool', appointments: 25 },
        { from: 'outside', appointments: 30 },
        { from: 'pool_elsewhere', appointments: 50 },
      ],
    });
  });

  it('does not let the number of decisions tell a group of one', async () => {
    // 21 were taken in and all are there still: 10 + 10 of two groups would leave 2 at the most for the third.
    const { composition, decisions } = await released([
      { people: 10, standing: 'in_pool' },
      { people: 10, standing: 'in_pool', group: DOCTOR },
      { people: 1, standing: 'in_pool', group: THIRD },
    ]);
    expect(countsOf(composition.groups)).toEqual([10, 10, null]);
    expect(countsOf(composition.stages)).toEqual([20, null]);
    expect(decisions.outcomes[0]!.decisions).toBe(null);
  });

  it('tells no count below ten, lets none be narrowed down, and is silent while nothing is published', async () => {
    const standing = fc.constantFrom(...POOL_STANDINGS);
    const group = fc.constantFrom(...CATALOGUE.professionalGroups.map(({ code }) => code));
    const stage = fc.constantFrom(FIRST, SECOND);
    const some = fc.array(fc.record({ people: fc.integer({ min: 0, max: 40 }), standing, group, stage }));
    await fc.assert(
      fc.asyncProperty(some, async (all) => {
        const { composition, decisions, appointments } = await released(all);
        const numbers = [
          ...[composition.members, composition.underWay ?? null],
          ...countsOf([...composition.groups, ...composition.stages]),
          ...decisions.outcomes.map((one) => one.decisions),
          ...appointments.from.map((one) => one.appointments),
        ];
        expect(numbers.every((count) => count === null || (count >= 10 && count % 5 === 0))).toBe(true);
        expect(await narrowedCells(await releasedTables(...counted(all), POLICY), POLICY)).toEqual([]);
      }),
      { numRuns: 20 },
    );
    expect(withheldPool(CATALOGUE)).toMatchObject({
      composition: { members: null, underWay: null },
      appointments: NO_APPOINTMENTS,
    });
  });
});
