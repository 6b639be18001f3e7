import {
  type CountTable,
  type Dimension,
  type DisclosurePolicy,
  type ReleasedCount,
  releasedRate,
  releaseTables,
} from '@evenhand/disclosure';
import type { PopulationCharacteristic, BaselinePopulation } from './population-baseline';

/** A category's place in one population. */
export interface ProfileShare {
  readonly people: ReleasedCount;
  /** Whole per cent of those whose category is told. */
  readonly percent: number | null;
}

/** How a category stands at the levels of leadership, beside the workforce and the community. */
export interface ProfileRow {
  readonly characteristic: PopulationCharacteristic;
  readonly category: string;
  readonly community?: ProfileShare;
  readonly workforce?: ProfileShare;
  /** By code of the stage, those that were counted for the characteristic as they were for every stage. */
  readonly stages: Readonly<Record<string, ProfileShare>>;
}

/** People of the workforce who are at no stage that was counted by itself. */
const ELSEWHERE = 'elsewhere';
const STAGE = 'stage';

/**
 * Releases a baseline: what a characteristic tells of a population's total another one may not give away, nor the stages of
 * a workforce what is withheld of all of it. Community and workforce are counted by themselves.
 */
export async function releaseProfile(
  populations: readonly BaselinePopulation[],
  policy: DisclosurePolicy,
): Promise<readonly ProfileRow[]> {
  const whole = (population: BaselinePopulation['population']) =>
    populations.find((each) => each.population === population && each.stage === undefined);
  const staged = populations.filter(({ stage }) => stage !== undefined);
  const community = await released(whole('community'), [], policy);
  const workforce = await released(whole('workforce'), staged, policy);
  const counts = populations.flatMap((population) => population.counts);
  const characteristics = [...new Set(counts.map(({ characteristic }) => characteristic))];
  return characteristics.flatMap((characteristic) => {
    const own = counts.filter((count) => count.characteristic === characteristic);
    const categories = [...new Set(own.map(({ category }) => category))];
    const share = (told: Told, column: string, category: string): ProfileShare | undefined => {
      const people = told.get(keyOf(characteristic, category, column));
      if (people === undefined) return undefined;
      const all = categories.flatMap((each) => told.get(keyOf(characteristic, each, column)) ?? []);
      const sum = all.length === 0 ? null : all.reduce((a, b) => a + b, 0);
      return { people, percent: releasedRate(people, sum, policy) };
    };
    return categories.map((category) => {
      const [inCommunity, inWorkforce] = [share(community, '', category), share(workforce, '', category)];
      return {
        ...{ characteristic, category },
        ...(inCommunity === undefined ? {} : { community: inCommunity }),
        ...(inWorkforce === undefined ? {} : { workforce: inWorkforce }),
        stages: Object.fromEntries(
          staged.flatMap(({ stage = '' }) => {
            const atStage = share(workforce, stage, category);
            return atStage === undefined ? [] : [[stage, atStage]];
          }),
        ),
      };
    });
  });
}

/** Released counts by characteristic, category and stage, which is empty for all of a population. */
type Told = ReadonlyMap<string, ReleasedCount>;

async function released(
  whole: BaselinePopulation | undefined,
  staged: readonly BaselinePopulation[],
  policy: DisclosurePolicy,
): Promise<Told> {
  const all = [...(whole === undefined ? [] : [whole]), ...staged];
  const characteristics = [
    ...new Set(all.flatMap(({ counts }) => counts.map(({ characteristic }) => characteristic))),
  ];
  const tables = characteristics.flatMap((characteristic) => {
    const ofWhole = whole && tableOf(characteristic, [whole]);
    const atStages = isStaged(characteristic, whole, staged)
      ? stagedTable(characteristic, whole, staged)
      : undefined;
    return [...(ofWhole ? [ofWhole] : []), ...(atStages ? [atStages] : [])];
  });
  if (tables.length === 0) return new Map();
  const dimensions: readonly Dimension[] = [
    ...characteristics.map((code) => ({ code, categories: categoriesOf(code, all) })),
    { code: STAGE, categories: [...staged.map(({ stage = '' }) => stage), ...(whole ? [ELSEWHERE] : [])] },
  ];
  const told = await releaseTables({ dimensions, measures: ['people'], parts: [], tables }, policy);
  return new Map(
    told.tables.flatMap((table) =>
      table.rows.map(({ categories: [category, stage = ''], counts }) => [
        keyOf(table.dimensions[0]!, category!, stage),
        counts.people,
      ]),
    ),
  );
}

function keyOf(characteristic: string, category: string, stage: string): string {
  return JSON.stringify([characteristic, category, stage]);
}

function categoriesOf(characteristic: string, populations: readonly BaselinePopulation[]): readonly string[] {
  const counts = populations.flatMap((population) => population.counts);
  return [
    ...new Set(
      counts.filter((count) => count.characteristic === characteristic).map(({ category }) => category),
    ),
  ];
}

function peopleIn({ counts }: BaselinePopulation, characteristic: string, category: string): number {
  return (
    counts.find((count) => count.characteristic === characteristic && count.category === category)?.people ??
    0
  );
}

function isCounted({ counts }: BaselinePopulation, characteristic: string): boolean {
  return counts.some((count) => count.characteristic === characteristic);
}

/** Whether a characteristic was counted wherever people were, so that the stages are parts of the whole. */
function isStaged(
  characteristic: string,
  whole: BaselinePopulation | undefined,
  staged: readonly BaselinePopulation[],
): boolean {
  return (
    staged.length > 0 &&
    [...(whole === undefined ? [] : [whole]), ...staged].every((each) => isCounted(each, characteristic))
  );
}

function tableOf(
  characteristic: string,
  [population]: readonly [BaselinePopulation],
): CountTable<'people'> | undefined {
  if (!isCounted(population, characteristic)) return undefined;
  const rows = categoriesOf(characteristic, [population]).map((category) => ({
    categories: [category],
    counts: { people: peopleIn(population, characteristic, category) },
  }));
  return { dimensions: [characteristic], rows };
}

/** Undefined where the parts of an earlier baseline are more than the whole. */
function stagedTable(
  characteristic: string,
  whole: BaselinePopulation | undefined,
  staged: readonly BaselinePopulation[],
): CountTable<'people'> | undefined {
  const rows = categoriesOf(characteristic, [...(whole ? [whole] : []), ...staged]).flatMap((category) => {
    const people = staged.map((each) => peopleIn(each, characteristic, category));
    const atStages = staged.map(({ stage = '' }, at) => ({
      categories: [category, stage],
      counts: { people: people[at]! },
    }));
    const others =
      whole && peopleIn(whole, characteristic, category) - people.reduce((sum, each) => sum + each, 0);
    return others === undefined
      ? atStages
      : [...atStages, { categories: [category, ELSEWHERE], counts: { people: others } }];
  });
  return rows.some(({ counts }) => counts.people < 0)
    ? undefined
    : { dimensions: [characteristic, STAGE], rows };
}
