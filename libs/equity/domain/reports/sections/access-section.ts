import { impactRatio, relativeLikelihood, type RelativeLikelihood } from '@evenhand/statistics';
import type { ReportCell, ReportSection } from '../equity-report';
import { type Measure, MEASURE_TITLES } from '../measures';
import type { Share } from '../released-look';
import { measuresToldBy } from '../report-lattice';
import type { Characteristic, PersonDimension, ReportDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { trueVerdicts, VERDICT_WORDS } from '../true-verdicts';
import { count, labels, percent, ratio, rounded, text } from './columns';
import { listed } from './words';

/** Confirmed matches of those whose request is closed, those who asked of those who could, and matches of those. */
const ACCESS: Share<Measure> = ['matched', 'closed'];
const ASKED: Share<Measure> = ['asked', 'eligible'];
const REACH: Share<Measure> = ['matched', 'eligible'];
const STEPS: readonly Measure[] = [
  'eligible',
  'asked',
  'proposed',
  'closed',
  'matched',
  'met',
  'helped',
  'completed',
];

/** The funnel of mentors by one dimension: counts, rates, relative likelihood, verdicts. */
export function accessSection(
  material: ReportMaterial,
  code: PersonDimension | Characteristic,
): ReportSection {
  const dimension = material.dimensions[code];
  const told = measuresToldBy([code]);
  const steps = STEPS.filter((step) => told.includes(step));
  const found = {
    access: trueVerdicts(material.truth.people, code, ACCESS),
    asking: trueVerdicts(material.truth.people, code, ASKED),
  };
  const words = (verdict: (typeof found)['access'], category: string) =>
    VERDICT_WORDS[verdict.get(category)!];
  return {
    code: `access-by-${code.replaceAll('_', '-')}`,
    title: `Access to mentors by ${dimension.title.toLowerCase()}`,
    sentence: sentenceOf(material, dimension, found.access),
    table: {
      columns: [
        labels(dimension.title),
        ...steps.map((step) => count(step, MEASURE_TITLES[step])),
        ...[
          percent('ask_rate', 'Ask rate'),
          percent('access_rate', 'Access rate'),
          percent('reach', 'Reach'),
        ],
        ...[ratio('likelihood', 'Relative likelihood'), ratio('lower', 'from'), ratio('upper', 'to')],
        text('direction', 'In words'),
        ...[text('access_verdict', 'Access'), text('asking_verdict', 'Asking')],
      ],
      rows: dimension.categories.map((category): readonly ReportCell[] => [
        titleOf(dimension, category),
        ...steps.map((step) => material.people.count([code], [category], step)),
        ...[ASKED, ACCESS, REACH].map((share) => material.people.rate([code], [category], share)),
        ...likelihoodCells(material, dimension, category),
        ...[words(found.access, category), words(found.asking, category)],
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['ask_rate', 'access_rate', 'reach'] },
  };
}

function likelihoodCells(
  material: ReportMaterial,
  dimension: ReportDimension,
  category: string,
): readonly ReportCell[] {
  const likelihood = likelihoodOf(material, dimension, category);
  return likelihood === undefined
    ? [null, null, null, 'Not told: too few people, or a rate that would say the same of each of them']
    : [
        rounded(likelihood.estimate),
        rounded(likelihood.interval?.lower),
        rounded(likelihood.interval?.upper),
        likelihood.direction,
      ];
}

function likelihoodOf(
  { people }: ReportMaterial,
  dimension: ReportDimension,
  category: string,
): RelativeLikelihood | undefined {
  const group = people.counted([dimension.code], [category], ACCESS);
  const rest = people.rest([dimension.code], [category], ACCESS);
  if (group === undefined || rest === undefined) return undefined;
  return relativeLikelihood(group, rest, {
    group: `those of ${titleOf(dimension, category)}`,
    outcome: 'to be matched once their request was closed',
  });
}

function sentenceOf(
  { people }: ReportMaterial,
  dimension: ReportDimension,
  verdicts: ReturnType<typeof trueVerdicts>,
): string {
  const told = dimension.categories.flatMap((category) => {
    const counted = people.counted([dimension.code], [category], ACCESS);
    return counted === undefined ? [] : [{ category, ...counted }];
  });
  const disparate = dimension.categories.filter((category) => verdicts.get(category) === 'disparity');
  const found =
    disparate.length === 0
      ? 'No disparity in access is found, which is no proof that there is none.'
      : `A disparity in access is found for ${listed(disparate.map((category) => titleOf(dimension, category)))}.`;
  const { estimate, lowestAt, highestAt, isBelowScreen } = impactRatio(told);
  if (estimate === null)
    return `Too few groups are large enough for their access rates to be compared. ${found}`;
  const named = (at: number) => {
    const { category, successes, n } = told[at]!;
    return `${Math.round((100 * successes) / n)}% (${titleOf(dimension, category)})`;
  };
  return (
    `Access rates that can be told run from ${named(lowestAt!)} to ${named(highestAt!)}, a ratio of ` +
    `${estimate.toFixed(2)}${isBelowScreen ? ', below four fifths, which is a reason to look closer' : ''}. ${found}`
  );
}
