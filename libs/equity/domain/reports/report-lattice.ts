import { latticeOf } from '@evenhand/disclosure';
import { CHARACTERISTICS, type Characteristic, type PersonDimension } from './report-dimensions';

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

/** The same with a characteristic, which stands with no other and with nothing that is finer than a professional group. */
const LARGEST_OF_CHARACTERISTICS = CHARACTERISTICS.map((code) => ['professional_group', code] as const);

/** What may be asked together in a report, and nothing else. */
export const REPORT_LATTICE = latticeOf([...LARGEST, ...LARGEST_OF_CHARACTERISTICS]);

const isOfCharacteristic = (set: readonly string[]): boolean =>
  set.some((code) => (CHARACTERISTICS as readonly string[]).includes(code));

/** Those of its sets for which every person's facts are counted. */
export const PEOPLE_SETS = REPORT_LATTICE.sets.filter(
  (set) => !isOfCharacteristic(set),
) as readonly (readonly PersonDimension[])[];

/** The set of a characteristic beside the professional group. */
export function setOf(characteristic: Characteristic): readonly string[] {
  return REPORT_LATTICE.sets.find((set) => set.length === 2 && set.includes(characteristic))!;
}
