import { type CountTables, type DisclosurePolicy, latticeOf, releasedCount } from '@evenhand/disclosure';
import { CORE_MEASURES, type Measure, MEASURES, OWN_MEASURES } from './measures';
import { ownAuditors } from './own-auditors';
import { CHARACTERISTICS, isCharacteristic, type PersonDimension } from './report-dimensions';

/** The largest sets of dimensions that people are counted by together. */
const LARGEST: readonly (readonly PersonDimension[])[] = [
  ['profession'],
  ['professional_group', 'stage'],
  ['professional_group', 'grade'],
  ['professional_group', 'waiting'],
  ['professional_group', 'score'],
  ['professional_group', 'rank'],
  ['professional_group', 'round'],
  ['region'],
  ['organisation'],
];

/** A characteristic stands with nothing else: beside a professional group hardly any count of one could be told. */
const OF_CHARACTERISTICS = CHARACTERISTICS.map((code) => [code] as const);

/** What may be asked together in a report, and nothing else. */
export const REPORT_LATTICE = latticeOf([...LARGEST, ...OF_CHARACTERISTICS]);

/** What bands say something of: who waited at all, who was matched; nobody has a score who was not. */
const MEASURES_OF_BANDS: Readonly<Record<string, readonly Measure[]>> = {
  waiting: ['asked', 'closed', 'matched'],
  score: ['matched'],
  rank: ['matched'],
  round: ['asked', 'proposed', 'matched'],
};

/**
 * What may be told by a set of dimensions: the whole funnel by each alone; by two at once what says who gets a mentor, for
 * of the later steps hardly any count would be left.
 */
export function measuresToldBy(set: readonly string[]): readonly Measure[] {
  return MEASURES_OF_BANDS[set.at(-1) ?? ''] ?? (set.length > 1 ? CORE_MEASURES : MEASURES);
}

/** Tables of more combinations of categories than these are large. */
const LARGE = 100;

/**
 * The same counts, each table with what it tells: measures that count, for each combination of its categories, half as many
 * on average as are told at all, and in a large table as many. Of fewer nearly everything would be withheld, and proving
 * that is most of the work: of 20,000 people it loses a thirtieth of what could be told, and a third of the time.
 *
 * It depends on nothing true but the totals, as they are told: whoever reads them knows which measures a table has. So no
 * count is known to be 0 beforehand: that nobody without a score was matched ends to be so when a mentor is erased, and their
 * scores with them, and whether it is still so would show in what is told.
 */
export function withWhatIsTold(counts: CountTables<Measure>, policy: DisclosurePolicy): CountTables<Measure> {
  const [total] = counts.tables.find(({ dimensions }) => dimensions.length === 0)?.rows ?? [];
  const sizeOf = (code: string): number =>
    counts.dimensions.find((dimension) => dimension.code === code)!.categories.length;
  const tellsOf = (set: readonly string[]): readonly Measure[] => {
    const cells = set.reduce((product, code) => product * sizeOf(code), 1);
    const fewest = cells > LARGE ? policy.smallest : policy.smallest / 2;
    return measuresToldBy(set).filter(
      (measure) =>
        set.length === 0 || (releasedCount(total?.counts[measure] ?? 0, policy) ?? 0) >= fewest * cells,
    );
  };
  return {
    ...counts,
    insiders: ownAuditors(counts.dimensions, OWN_MEASURES),
    tables: counts.tables.map((table) => ({ ...table, tells: tellsOf(table.dimensions) })),
  };
}

/** Those of its sets for which every person's facts are counted. */
export const PEOPLE_SETS = REPORT_LATTICE.sets.filter(
  (set) => !set.some(isCharacteristic),
) as readonly (readonly PersonDimension[])[];
