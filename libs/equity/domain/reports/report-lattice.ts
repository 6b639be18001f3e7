import { latticeOf } from '@evenhand/disclosure';
import { CORE_MEASURES, type Measure, MEASURES } from './measures';
import { CHARACTERISTICS, type PersonDimension } from './report-dimensions';

/** The largest sets of dimensions that people are counted by together. */
const LARGEST: readonly (readonly PersonDimension[])[] = [
  ['profession'],
  ['professional_group', 'stage'],
  ['professional_group', 'grade'],
  ['professional_group', 'waiting'],
  ['professional_group', 'score'],
  ['professional_group', 'round'],
  ['region'],
  ['organisation'],
];

/** A characteristic stands with nothing else: beside a professional group hardly any count of one could be told. */
const OF_CHARACTERISTICS = CHARACTERISTICS.map((code) => [code] as const);

/** What may be asked together in a report, and nothing else. */
export const REPORT_LATTICE = latticeOf([...LARGEST, ...OF_CHARACTERISTICS]);

/** Sets of dimensions that lie in each other. */
const NESTED = ['', 'professional_group', 'profession'];

/**
 * What is told by a set of dimensions. By background everything is; across it only what says who gets a mentor: the gate
 * proves what all tables give away together, and every further measure across them would make that a matter of minutes.
 */
export function measuresToldBy(set: readonly string[]): readonly Measure[] {
  return NESTED.includes(set.join()) ? MEASURES : CORE_MEASURES;
}

const isOfCharacteristic = (set: readonly string[]): boolean =>
  set.some((code) => (CHARACTERISTICS as readonly string[]).includes(code));

/** Those of its sets for which every person's facts are counted. */
export const PEOPLE_SETS = REPORT_LATTICE.sets.filter(
  (set) => !isOfCharacteristic(set),
) as readonly (readonly PersonDimension[])[];
