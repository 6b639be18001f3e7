import { cochranMantelHaenszel, mantelHaenszel, type Stratum } from '@evenhand/statistics';
import type { ReportCell, ReportSection } from '../equity-report';
import type { PersonDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { ACCESS } from './access-shares';
import { count, labels, probability, probabilityOf, ratio, rounded } from './columns';

const GROUP = 'professional_group';

/** Relative likelihood of a match by professional group, within stages or grades: a mix must not pass for a bias. */
export function stratifiedSection(material: ReportMaterial, by: PersonDimension): ReportSection {
  return {
    code: `stratified-by-${by}`,
    ...comparison(material, { compared: GROUP, by, set: [GROUP, by] }),
  };
}

/** The other way round: of stages or grades, within professional groups. */
export function stratifiedByGroup(material: ReportMaterial, compared: PersonDimension): ReportSection {
  return {
    code: `stratified-${compared}-by-professional-group`,
    ...comparison(material, { compared, by: GROUP, set: [GROUP, compared] }),
  };
}

interface Stratified {
  readonly compared: PersonDimension;
  readonly by: PersonDimension;
  /** Both, in the order in which they are counted together. */
  readonly set: readonly PersonDimension[];
}

function comparison(
  material: ReportMaterial,
  { compared, by, set }: Stratified,
): Omit<ReportSection, 'code'> {
  const dimension = material.dimensions[compared];
  const within = material.dimensions[by].title.toLowerCase();
  return {
    title: `Access by ${dimension.title.toLowerCase()} within each ${within}`,
    sentence:
      `How likely those of a ${dimension.title.toLowerCase()} were to be matched beside everyone else of the same ${within} ` +
      '(Mantel-Haenszel), beside the same without regard to it. Where the two differ, the mix of the group explains a ' +
      'part, or hides one. Only what can be told of both is compared.',
    table: {
      columns: [
        ...[labels(dimension.title), ratio('crude', 'Likelihood as it is')],
        ...[ratio('within', `Within each ${within}`), ratio('lower', 'from'), ratio('upper', 'to')],
        ...[probability('p', 'p (Cochran-Mantel-Haenszel)'), count('compared', 'Compared')],
      ],
      rows: dimension.categories.map((category) => [
        titleOf(dimension, category),
        ...strataCells(strataOf(material, category, { compared, by, set })),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['crude', 'within'] },
  };
}

function strataOf(
  { people, dimensions }: ReportMaterial,
  category: string,
  { compared, by, set }: Stratified,
): readonly Stratum[] {
  return dimensions[by].categories.flatMap((stratum) => {
    const categories = set.map((code) => (code === compared ? category : stratum));
    const group = people.counted(set, categories, ACCESS);
    const rest = people.rest(set, categories, ACCESS, compared);
    return group === undefined || rest === undefined ? [] : [{ group, rest }];
  });
}

function strataCells(strata: readonly Stratum[]): readonly ReportCell[] {
  if (strata.length === 0) return [null, null, null, null, null, 0];
  const { crude, estimate, interval, strataCompared } = mantelHaenszel(strata);
  return [
    ...[rounded(crude), rounded(estimate), rounded(interval?.lower), rounded(interval?.upper)],
    ...[probabilityOf(cochranMantelHaenszel(strata).pValue), strataCompared],
  ];
}
