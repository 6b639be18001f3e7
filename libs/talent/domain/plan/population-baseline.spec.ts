import { baselineFaults, type BaselinePopulation } from './population-baseline';

const STAGES = ['F', '1', '2', '3', '4'];
const community: BaselinePopulation = {
  population: 'community',
  total: 1000,
  counts: [
    { characteristic: 'sex', category: 'female', people: 510 },
    { characteristic: 'sex', category: 'male', people: 490 },
    { characteristic: 'disability', category: 'yes', people: 200 },
    { characteristic: 'disability', category: 'no', people: 800 },
  ],
};
const workforce: BaselinePopulation = { ...community, population: 'workforce' };

describe('A baseline', () => {
  it('is right where the categories of every characteristic add up', () => {
    expect(
      baselineFaults(
        [community, workforce, { population: 'workforce', stage: '3', total: 0, counts: [] }],
        STAGES,
      ),
    ).toEqual([]);
  });

  it.each<[string, readonly BaselinePopulation[], string]>([
    [
      'parts that do not add up',
      [{ ...community, total: 999 }],
      'populations[0].counts: sex adds up to 1000, and the total is 999',
    ],
    [
      'a category that stands twice',
      [{ ...community, counts: [...community.counts, { ...community.counts[0]!, people: 0 }] }],
      'populations[0].counts[4]: populations[0].counts[0] is the same',
    ],
    ['a population that stands twice', [community, community], 'populations[1]: populations[0] is the same'],
    [
      'a stage of the community',
      [{ ...community, stage: '3' }],
      'populations[0].stage: only a workforce has stages',
    ],
    ['an unknown stage', [{ ...workforce, stage: '9' }], 'populations[0].stage: "9" is no stage'],
    [
      'more people at the stages than there are',
      [
        workforce,
        { ...workforce, stage: '3' },
        { population: 'workforce', stage: '4', total: 1, counts: [] },
      ],
      'populations: the stages of the workforce hold 1001 people, and all of it 1000',
    ],
  ])('is refused with %s', (_, populations, line) => {
    expect(baselineFaults(populations, STAGES)).toContain(line);
  });

  it('holds at most 50 categories of a characteristic, over all populations', () => {
    const counting = (population: 'workforce' | 'community', from: number, count: number) => ({
      ...{ population, total: count },
      counts: Array.from({ length: count }, (_, at) => ({
        ...{ characteristic: 'ethnicity' as const, category: `Category ${from + at}`, people: 1 },
      })),
    });
    const both = (count: number) => [counting('workforce', 0, 30), counting('community', 30, count)];
    expect(baselineFaults(both(20), [])).toEqual([]);
    expect(baselineFaults(both(21), [])).toEqual([
      'populations: ethnicity has 51 categories, and at most 50 can be held: put some together',
    ]);
  });
});
