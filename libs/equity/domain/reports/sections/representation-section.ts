import { representationIndex } from '@evenhand/statistics';
import type { ReportCell, ReportSection } from '../equity-report';
import type { Measure } from '../measures';
import {
  type Characteristic,
  isCharacteristic,
  isGroup,
  type PersonDimension,
  type ReportDimension,
} from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, labels, probability, probabilityOf, ratio, rounded } from './columns';

const OF: readonly { readonly measure: Measure; readonly title: string }[] = [
  { measure: 'matched', title: 'Matched' },
  { measure: 'in_pool', title: 'In a pool' },
];

/**
 * Shares among the matched, and the members of pools where these are told, beside those of the workforce, by one
 * dimension; beside those who are eligible where no baseline knows the workforce by it.
 */
export function representationSection(
  material: ReportMaterial,
  code: PersonDimension | Characteristic,
): ReportSection {
  const dimension = material.dimensions[code];
  const base = baselineOf(material, code);
  const told = OF.filter(({ measure }) => material.people.told([code]).includes(measure));
  const compared = told.map(({ measure }) => comparedWith(base, dimension, partOf(material, code, measure)));
  return {
    code: `representation-by-${code.replaceAll('_', '-')}`,
    title: `Representation by ${dimension.title.toLowerCase()}`,
    sentence:
      `An index of 1 means a share of ${told.length > 1 ? 'the matched, or of pools,' : 'the matched'} as large as the share of ${base.called}; under 1 a ` +
      `smaller one. ${isCharacteristic(code) ? OF_ANSWERS : ''}The interval and the probability are those of the share, ` +
      'by the exact binomial.',
    table: {
      columns: [
        ...[labels(dimension.title), count('baseline', base.title)],
        ...told.flatMap(({ measure, title }) => [
          ...[count(measure, title), ratio(`${measure}_index`, `Index: ${title.toLowerCase()}`)],
          ...[ratio(`${measure}_lower`, 'from'), ratio(`${measure}_upper`, 'to')],
          probability(`${measure}_p`, 'p'),
        ]),
      ],
      rows: dimension.categories.map((category) => [
        ...[titleOf(dimension, category), base.count(category)],
        ...compared.flatMap((each) => indexCells(each, category)),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: told.map(({ measure }) => `${measure}_index`) },
  };
}

const OF_ANSWERS =
  'Both are shares of those alone who answered, as far as their answer is told on both sides: whoever did not answer, or ' +
  'prefers not to say, is in neither, and compared with nobody. ';

/** The released count of a category, or of everybody. */
type CountOf = (category?: string) => number | null;

interface Baseline {
  readonly called: string;
  readonly title: string;
  readonly count: CountOf;
}

function baselineOf(material: ReportMaterial, code: PersonDimension | Characteristic): Baseline {
  const workforce = material.workforceBy(code);
  return workforce === undefined
    ? {
        called: 'those who are eligible (no baseline knows the workforce by this)',
        title: 'Eligible',
        count: partOf(material, code, 'eligible'),
      }
    : {
        called: 'the workforce',
        title: 'Workforce',
        count: (category) =>
          category === undefined
            ? workforce.count([], [], 'workforce')
            : workforce.count([code], [category], 'workforce'),
      };
}

function partOf({ people }: ReportMaterial, code: string, measure: Measure): CountOf {
  return (category) =>
    category === undefined ? people.count([], [], measure) : people.count([code], [category], measure);
}

/** Whose share is compared, and of which wholes both shares are. */
interface Compared {
  readonly part: CountOf;
  readonly base: CountOf;
  readonly isGroup: (category: string) => boolean;
  readonly of: { readonly part: number | null; readonly base: number | null };
}

/**
 * Of a characteristic many do not answer, and of a workforce it may be better known than of those who are matched: were both
 * shares of everybody, every group would look as if too few of it were matched.
 */
function comparedWith({ count: base }: Baseline, dimension: ReportDimension, part: CountOf): Compared {
  const { code, categories } = dimension;
  const isCompared = (category: string) => isGroup(code, category);
  const answers = categories.filter(
    (each) => isCompared(each) && part(each) !== null && (base(each) ?? 0) > 0,
  );
  const sum = (counts: CountOf) =>
    // One answer alone is the whole of itself, which says nothing.
    answers.length < 2 ? null : answers.reduce((total, each) => total + counts(each)!, 0);
  return {
    ...{ part, base, isGroup: isCompared },
    of: isCharacteristic(code) ? { part: sum(part), base: sum(base) } : { part: part(), base: base() },
  };
}

function indexCells({ part, base, of, ...compared }: Compared, category: string): readonly ReportCell[] {
  const counted = part(category);
  const share = shareOf(base(category), of.base);
  if (
    !compared.isGroup(category) ||
    counted === null ||
    of.part === null ||
    share === null ||
    counted > of.part
  ) {
    return [counted, null, null, null, null];
  }
  const { estimate, interval, pValue } = representationIndex(counted, of.part, share);
  return [
    counted,
    rounded(estimate),
    rounded(interval?.lower),
    rounded(interval?.upper),
    probabilityOf(pValue),
  ];
}

/** Nobody in the baseline is nothing to compare with. */
function shareOf(part: number | null, of: number | null): number | null {
  return part === null || of === null || part === 0 || part > of ? null : part / of;
}
