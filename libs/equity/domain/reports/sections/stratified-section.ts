import { cochranMantelHaenszel, mantelHaenszel, type Stratum } from '@evenhand/statistics';
import type { ReportCell, ReportSection } from '../equity-report';
import type { Measure } from '../measures';
import type { Share } from '../released-look';
import type { PersonDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, labels, probability, ratio, rounded } from './columns';

const GROUP = 'professional_group';
const ACCESS: Share<Measure> = ['matched', 'closed'];

/** Relative likelihood of a match by professional group, within stages or grades: a mix must not pass for a bias. */
export function stratifiedSection(material: ReportMaterial, by: PersonDimension): ReportSection {
  const dimension = material.dimensions[GROUP];
  const within = material.dimensions[by];
  return {
    code: `stratified-by-${by}`,
    title: `Access by professional group within each ${within.title.toLowerCase()}`,
    sentence:
      `How likely those of a group were to be matched beside everyone else of the same ${within.title.toLowerCase()} ` +
      '(Mantel-Haenszel), beside the same without regard to it. Where the two differ, the mix of the group explains a ' +
      'part, or hides one. Only what can be told of both is compared.',
    table: {
      columns: [
        ...[labels(dimension.title), ratio('crude', 'Likelihood as it is')],
        ...[
          ratio('within', `Within each ${within.title.toLowerCase()}`),
          ratio('lower', 'from'),
          ratio('upper', 'to'),
        ],
        ...[probability('p', 'p (Cochran-Mantel-Haenszel)'), count('compared', 'Compared')],
      ],
      rows: dimension.categories.map((category) => [
        titleOf(dimension, category),
        ...strataCells(strataOf(material, category, by)),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['crude', 'within'] },
  };
}

function strataOf(
  { people, dimensions }: ReportMaterial,
  category: string,
  by: PersonDimension,
): readonly Stratum[] {
  return dimensions[by].categories.flatMap((stratum) => {
    const group = people.counted([GROUP, by], [category, stratum], ACCESS);
    const rest = people.rest([GROUP, by], [category, stratum], ACCESS);
    return group === undefined || rest === undefined ? [] : [{ group, rest }];
  });
}

function strataCells(strata: readonly Stratum[]): readonly ReportCell[] {
  if (strata.length === 0) return [null, null, null, null, null, 0];
  const { crude, estimate, interval, strataCompared } = mantelHaenszel(strata);
  return [
    ...[rounded(crude), rounded(estimate), rounded(interval?.lower), rounded(interval?.upper)],
    ...[rounded(cochranMantelHaenszel(strata).pValue, 4), strataCompared],
  ];
}
