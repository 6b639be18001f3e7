import type { Dimension, Insiders } from '@evenhand/disclosure';
import { NOT_STATED } from './report-dimensions';

/**
 * What organisations' own auditors know: each the true counts of one. Of whom no organisation is stated nobody is the own
 * auditor.
 */
export function ownAuditors<Measure extends string>(
  dimensions: readonly Dimension[],
  measures: readonly Measure[],
): Insiders<Measure> {
  const { categories } = dimensions.find(({ code }) => code === 'organisation')!;
  return {
    dimension: 'organisation',
    categories: categories.filter((category) => category !== NOT_STATED),
    measures,
  };
}
