import {
  cochranMantelHaenszel,
  type LikelihoodOrder,
  mantelHaenszel,
  type Stratum,
} from '@evenhand/statistics';
import type { ReportCell, ReportColumn, ReportSection } from '../equity-report';
import type { Measure } from '../measures';
import type { ReleasedLook } from '../released-look';
import type { PersonDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { ACCESS } from './access-shares';
import { count, labels, probability, probabilityOf, ratio, rounded } from './columns';

const GROUP = 'professional_group';

/** What is compared within what. */
export interface Stratified {
  readonly code: string;
  readonly compared: PersonDimension;
  readonly by: PersonDimension;
  /** Both, in the order in which they are counted together. */
  readonly set: readonly PersonDimension[];
}

/**
 * Relative likelihood of a match by professional group within stages or grades, and the other way round: a mix must not
 * pass for a bias.
 */
export const STRATIFIED: readonly Stratified[] = (['stage', 'grade'] as const).flatMap((other) => [
  { code: `stratified-by-${other}`, compared: GROUP, by: other, set: [GROUP, other] },
  {
    code: `stratified-${other}-by-professional-group`,
    ...{ compared: other, by: GROUP, set: [GROUP, other] as const },
  },
]);

/** A comparison within strata. */
export function stratifiedSection(material: ReportMaterial, stratified: Stratified): ReportSection {
  const dimension = material.dimensions[stratified.compared];
  const by = material.dimensions[stratified.by];
  const titles = { compared: dimension.title, within: by.title.toLowerCase() };
  return {
    code: stratified.code,
    title: `Access by ${titles.compared.toLowerCase()} within each ${titles.within}`,
    sentence: stratifiedSentence(titles, 'group_to_rest'),
    table: {
      columns: stratifiedColumns(titles, 'group_to_rest'),
      rows: dimension.categories.map((category) => [
        titleOf(dimension, category),
        ...strataCells(
          strataOf(material.people, stratified, { category, strata: by.categories }),
          'group_to_rest',
        ),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['crude', 'within'] },
  };
}

/** What a comparison calls what it compares, and within what. */
export interface StratifiedTitles {
  /** As at the head of a column. */
  readonly compared: string;
  /** As in the middle of a sentence. */
  readonly within: string;
}

const WITHIN = 'Within each ';

/** The titles by the columns of a section that was made. */
export function stratifiedTitles(columns: readonly ReportColumn[]): StratifiedTitles {
  const titleAt = (wanted: string) => columns.find(({ code }) => code === wanted)?.title ?? '';
  const within = titleAt('within');
  return { compared: titleAt('label'), within: within.slice(within.indexOf(WITHIN) + WITHIN.length) };
}

/** What the table shows, with the direction in words. */
export function stratifiedSentence({ compared, within }: StratifiedTitles, order: LikelihoodOrder): string {
  const group = `the people of each ${compared.toLowerCase()}`;
  const direction =
    order === 'wres'
      ? `How likely everyone else of the same ${within} was to be matched beside ${group}`
      : `How likely ${group} were to be matched beside everyone else of the same ${within}`;
  return (
    `${direction} (Mantel-Haenszel), beside the same without regard to it. Where the two differ, the mix of the group ` +
    'explains a part, or hides one. Only what can be told of both is compared.'
  );
}

/** Its columns, the label first. */
export function stratifiedColumns(
  { compared, within }: StratifiedTitles,
  order: LikelihoodOrder,
): readonly ReportColumn[] {
  const whose = order === 'wres' ? ' (everyone else ÷ this group)' : '';
  return [
    ...[labels(compared), ratio('crude', `Likelihood as it is${whose}`)],
    ...[ratio('within', `${WITHIN}${within}${whose}`), ratio('lower', 'from'), ratio('upper', 'to')],
    ...[probability('p', 'p (Cochran-Mantel-Haenszel)'), count('compared', 'Compared')],
  ];
}

/** A category and everyone else, stratum by stratum: those of which both can be told. */
export function strataOf(
  people: ReleasedLook<Measure>,
  { compared, set }: Stratified,
  { category, strata }: { readonly category: string; readonly strata: readonly string[] },
): readonly Stratum[] {
  return strata.flatMap((stratum) => {
    const categories = set.map((code) => (code === compared ? category : stratum));
    const group = people.counted(set, categories, ACCESS);
    const rest = people.rest(set, categories, ACCESS, compared);
    return group === undefined || rest === undefined ? [] : [{ group, rest }];
  });
}

/** A cell for each column but the label. */
export function strataCells(strata: readonly Stratum[], order: LikelihoodOrder): readonly ReportCell[] {
  if (strata.length === 0) return [null, null, null, null, null, 0];
  const ordered = order === 'wres' ? strata.map(({ group, rest }) => ({ group: rest, rest: group })) : strata;
  const { crude, estimate, interval, strataCompared } = mantelHaenszel(ordered);
  return [
    ...[rounded(crude), rounded(estimate), rounded(interval?.lower), rounded(interval?.upper)],
    ...[probabilityOf(cochranMantelHaenszel(ordered).pValue), strataCompared],
  ];
}
