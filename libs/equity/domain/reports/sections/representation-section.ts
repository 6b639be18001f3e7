import { representationIndex } from '@evenhand/statistics';
import type { ReportCell, ReportSection } from '../equity-report';
import type { Measure } from '../measures';
import type { Characteristic, PersonDimension } from '../report-dimensions';
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
  return {
    code: `representation-by-${code.replaceAll('_', '-')}`,
    title: `Representation by ${dimension.title.toLowerCase()}`,
    sentence:
      `An index of 1 means a share of ${told.length > 1 ? 'the matched, or of pools,' : 'the matched'} as large as the share of ${base.called}; under 1 a ` +
      'smaller one. The interval and the probability are those of the share, by the exact binomial.',
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
        ...told.flatMap(({ measure }) => indexCells(material, code, category, measure, base)),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: told.map(({ measure }) => `${measure}_index`) },
  };
}

interface Baseline {
  readonly called: string;
  readonly title: string;
  readonly count: (category?: string) => number | null;
}

function baselineOf(material: ReportMaterial, code: PersonDimension | Characteristic): Baseline {
  const { people } = material;
  const workforce = material.workforceBy(code);
  const set = (category?: string) => (category === undefined ? [] : [code]);
  const at = (category?: string) => (category === undefined ? [] : [category]);
  return workforce === undefined
    ? {
        called: 'those who are eligible (no baseline knows the workforce by this)',
        title: 'Eligible',
        count: (category) => people.count(set(category), at(category), 'eligible'),
      }
    : {
        called: 'the workforce',
        title: 'Workforce',
        count: (category) => workforce.count(set(category), at(category), 'workforce'),
      };
}

function indexCells(
  { people }: ReportMaterial,
  code: PersonDimension | Characteristic,
  category: string,
  measure: Measure,
  base: Baseline,
): readonly ReportCell[] {
  const part = people.count([code], [category], measure);
  const [of, share] = [people.count([], [], measure), shareOf(base.count(category), base.count())];
  if (part === null || of === null || share === null || part > of) return [part, null, null, null, null];
  const { estimate, interval, pValue } = representationIndex(part, of, share);
  return [part, rounded(estimate), rounded(interval?.lower), rounded(interval?.upper), probabilityOf(pValue)];
}

/** Nobody in the baseline is nothing to compare with. */
function shareOf(part: number | null, of: number | null): number | null {
  return part === null || of === null || part === 0 || part > of ? null : part / of;
}
