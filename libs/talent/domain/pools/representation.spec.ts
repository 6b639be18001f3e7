import fc from 'fast-check';
import type { PoolComposition } from './pool-composition';
import { representationOf } from './representation';

const CATALOGUE = {
  professions: [
    { code: 'adult_nurse', title: 'Adult nurses', group: 'nurse', aliases: [] },
    { code: 'health_visitor', title: 'Health visitors', group: 'nurse', aliases: [] },
    { code: 'paramedic', title: 'Paramedics', group: 'ahp', aliases: [] },
  ],
};

const groups = (nurse: number, ahp: number): Pick<PoolComposition, 'groups'> => ({
  groups: [
    { code: 'nurse', counts: { interested: 7, assessed: 9, in_pool: nurse } },
    { code: 'ahp', counts: { interested: 0, assessed: 0, in_pool: ahp } },
  ],
});
const workforce = (nurses: number, visitors: number, paramedics: number) =>
  new Map([
    ['adult_nurse', nurses],
    ['health_visitor', visitors],
    ['paramedic', paramedics],
    ['unheard_of', 1_000],
  ]);

describe('representation', () => {
  it('is the share of the pool ÷ the share of the workforce, whoever is on the way', () => {
    expect(representationOf(groups(5, 5), workforce(50, 30, 20), CATALOGUE)).toMatchObject([
      { code: 'nurse', members: 5, people: 80, index: 0.625 },
      { code: 'ahp', members: 5, people: 20, index: 2.5 },
    ]);
  });

  it('is none of a pool that is empty, or of a group that the workforce does not have', () => {
    expect(representationOf(groups(0, 0), workforce(1, 1, 1), CATALOGUE).map(({ index }) => index)).toEqual([
      ...[null, null],
    ]);
    const [nurse, ahp] = representationOf(groups(0, 3), workforce(9, 0, 0), CATALOGUE);
    expect(nurse).toMatchObject({ index: 0 });
    expect(ahp).toMatchObject({ code: 'ahp', members: 3, people: 0, index: null, interval: null });
    expect(nurse!.interval!.upper).toBeLessThan(1);
  });

  it('is 1 on the average of the workforce', () => {
    const count = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(count, count, count, count, (nurse, ahp, nurses, paramedics) => {
        const rows = representationOf(groups(nurse, ahp), workforce(nurses, 0, paramedics), CATALOGUE);
        const average = rows.reduce((sum, { people, index }) => sum + people * index!, 0);
        expect(average / (nurses + paramedics)).toBeCloseTo(1, 9);
      }),
    );
  });
});
