/** By what people are counted for a baseline, in aggregate only. */
export const POPULATION_CHARACTERISTICS = ['sex', 'ethnicity', 'disability', 'age_band'] as const;
/** The code of one of them. */
export type PopulationCharacteristic = (typeof POPULATION_CHARACTERISTICS)[number];

/** How many of a population share something. */
export interface BaselineCount {
  readonly characteristic: PopulationCharacteristic;
  /** As the source names it, "prefer not to say" among them; 1 to 100 characters. */
  readonly category: string;
  /** An integer ≥ 0. */
  readonly people: number;
}

/** The people whom leaders are to reflect: those who work here, and those who live here. */
export const POPULATIONS = ['workforce', 'community'] as const;

/** A population, counted. For each characteristic that is counted at all, the categories add up to the total. */
export interface BaselinePopulation {
  readonly population: (typeof POPULATIONS)[number];
  /** Code of a stage, for a part of the workforce; absent for all of a population. */
  readonly stage?: string;
  readonly total: number;
  readonly counts: readonly BaselineCount[];
}

/** Every category is released beside every other one; a census has some twenty of a characteristic. */
const MOST_CATEGORIES = 50;

/** Numbers that somebody else published or counted, brought in as they are. It holds no persons. */
export interface PopulationBaseline {
  readonly programmeId: string;
  /** Where the numbers are from, 1 to 500 characters. */
  readonly source: string;
  /** The day of which they tell, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly populations: readonly BaselinePopulation[];
  readonly version: number;
}

/**
 * What is wrong with a baseline, one line each: parts that do not add up, a count or population that stands twice, a stage
 * of the community, an unknown stage, more people at the stages than in the workforce, more than 50 categories of a
 * characteristic.
 *
 * @param stages codes of the stages that there are
 */
export function baselineFaults(
  populations: readonly BaselinePopulation[],
  stages: readonly string[],
): readonly string[] {
  return [
    ...categoryFaults(populations),
    ...populations.flatMap((population, at) => [
      ...stageFaults(population, `populations[${at}]`, stages),
      ...twice(populations.map(nameOf), at, `populations[${at}]`, 'populations'),
      ...countFaults(population, `populations[${at}]`),
    ]),
    ...wholeFaults(populations),
  ];
}

function categoryFaults(populations: readonly BaselinePopulation[]): string[] {
  const counts = populations.flatMap((population) => population.counts);
  return POPULATION_CHARACTERISTICS.flatMap((code) => {
    const own = counts.filter(({ characteristic }) => characteristic === code);
    const { size } = new Set(own.map(({ category }) => category));
    return size <= MOST_CATEGORIES
      ? []
      : [
          `populations: ${code} has ${size} categories, and at most ${MOST_CATEGORIES} can be held: put some together`,
        ];
  });
}

function stageFaults(
  { population, stage }: BaselinePopulation,
  where: string,
  stages: readonly string[],
): string[] {
  if (stage === undefined) {
    return [];
  }
  if (population === 'community') {
    return [`${where}.stage: only a workforce has stages`];
  }
  return stages.includes(stage) ? [] : [`${where}.stage: "${stage}" is no stage`];
}

function countFaults({ total, counts }: BaselinePopulation, where: string): string[] {
  const names = counts.map(({ characteristic, category }) => JSON.stringify([characteristic, category]));
  const repeated = names.flatMap((_, at) => twice(names, at, `${where}.counts[${at}]`, `${where}.counts`));
  const sums = [...new Set(counts.map(({ characteristic }) => characteristic))].flatMap((characteristic) => {
    const sum = counts
      .filter((count) => count.characteristic === characteristic)
      .reduce((people, count) => people + count.people, 0);
    return sum === total
      ? []
      : [`${where}.counts: ${characteristic} adds up to ${sum}, and the total is ${total}`];
  });
  return [...repeated, ...sums];
}

function wholeFaults(populations: readonly BaselinePopulation[]): string[] {
  const workforce = populations.filter(({ population }) => population === 'workforce');
  const whole = workforce.find(({ stage }) => stage === undefined);
  const staged = workforce
    .filter(({ stage }) => stage !== undefined)
    .reduce((people, { total }) => people + total, 0);
  return whole === undefined || staged <= whole.total
    ? []
    : [`populations: the stages of the workforce hold ${staged} people, and all of it ${whole.total}`];
}

function twice(names: readonly string[], at: number, where: string, list: string): string[] {
  const first = names.indexOf(names[at]!);
  return first === at ? [] : [`${where}: ${list}[${first}] is the same`];
}

function nameOf({ population, stage }: BaselinePopulation): string {
  return JSON.stringify([population, stage]);
}
