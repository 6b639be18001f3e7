import type { ReportSection } from '../equity-report';
import { type Measure, MEASURE_TITLES } from '../measures';
import type { Share } from '../released-look';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, labels, percent } from './columns';

const STEPS = ['asked', 'proposed', 'matched'] as const;
const GROUP = 'professional_group';
/** What rounds answer for: pairs proposed of those who asked. */
const OF_ROUND: Share<Measure> = ['proposed', 'asked'];

/** Round by round: who came in with it, was proposed a mentor, and was matched; and the access rate of each group. */
export function trendSection({ people, dimensions }: ReportMaterial): ReportSection {
  const { round, [GROUP]: group } = dimensions;
  return {
    code: 'trend-by-round',
    title: 'Access round by round',
    sentence:
      'Everybody counts in the first round that took up their request: of these, how many were proposed a mentor, by it ' +
      'or by a later one, altogether and by professional group. The later rounds have had less time for that. A round of ' +
      'which too few people can be told says nothing about the trend.',
    table: {
      columns: [
        labels(round.title),
        ...STEPS.map((step) => count(step, MEASURE_TITLES[step])),
        percent('rate', 'Access rate'),
        ...group.categories.map((category) => percent(`rate_${category}`, titleOf(group, category))),
      ],
      rows: round.categories.map((category) => [
        titleOf(round, category),
        ...STEPS.map((step) => people.count(['round'], [category], step)),
        people.rate(['round'], [category], OF_ROUND),
        ...group.categories.map((each) => people.rate([GROUP, 'round'], [each, category], OF_ROUND)),
      ]),
    },
    chart: {
      kind: 'lines',
      labels: 'label',
      series: ['rate', ...group.categories.map((each) => `rate_${each}`)],
    },
  };
}
