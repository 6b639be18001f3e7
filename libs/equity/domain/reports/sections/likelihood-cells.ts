import { type Counted, type LikelihoodOrder, relativeLikelihood } from '@evenhand/statistics';
import type { ReportCell, ReportColumn } from '../equity-report';
import { NOT_COMPARED } from '../told-verdicts';
import { ratio, rounded, text } from './columns';
import { quoted } from './words';

const RATES_NOT_TOLD = 'Not told: too few people, or a rate that would say the same of each of them';

const RATIO_TITLES: Readonly<Record<LikelihoodOrder, string>> = {
  group_to_rest: 'Relative likelihood',
  wres: 'Relative likelihood (everyone else ÷ this group)',
};

/** How likely each row was to be matched beside everyone else: the ratio, its interval, and a sentence. */
export function likelihoodColumns(order: LikelihoodOrder): readonly ReportColumn[] {
  return [
    ...[ratio('likelihood', RATIO_TITLES[order]), ratio('lower', 'from'), ratio('upper', 'to')],
    text('direction', 'In words'),
  ];
}

/** @param group undefined where its rate must not be told; `rest` likewise */
export function likelihoodCells(
  group: Counted | undefined,
  rest: Counted | undefined,
  title: string,
  order: LikelihoodOrder,
): readonly ReportCell[] {
  if (group === undefined || rest === undefined) return [null, null, null, RATES_NOT_TOLD];
  const { estimate, interval, direction } = relativeLikelihood(group, rest, {
    group: `people in the group ${quoted(title)}`,
    outcome: 'to be matched once their request was closed',
    order,
  });
  return [rounded(estimate), rounded(interval?.lower), rounded(interval?.upper), direction];
}

/** The same cells beside people who are no group. */
export const NO_LIKELIHOOD: readonly ReportCell[] = [null, null, null, NOT_COMPARED];
