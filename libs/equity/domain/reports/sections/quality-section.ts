import { SCORE_BANDS } from '../bands';
import type { ReportSection } from '../equity-report';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, labels, percent } from './columns';

const GROUP = 'professional_group';

/** How good the matches were, by professional group: scores, first meetings, whether it helped. */
export function qualitySection({ people, dimensions }: ReportMaterial): ReportSection {
  const dimension = dimensions[GROUP];
  return {
    code: 'quality-by-professional-group',
    title: 'Quality of matches by professional group',
    sentence:
      'Matches by score, the points of a pair out of 10,000; how many of those matched have met; and how many say that ' +
      'it helped with their gap, of those who were asked: who answered, or met three months ago or more.',
    table: {
      columns: [
        labels(dimension.title),
        ...SCORE_BANDS.map(({ code, title }) => count(code, `Score: ${title.toLowerCase()}`)),
        ...[percent('met_rate', 'Have met'), percent('helped_rate', 'It helped')],
      ],
      rows: dimension.categories.map((category) => [
        titleOf(dimension, category),
        ...SCORE_BANDS.map(({ code }) => people.count([GROUP, 'score'], [category, code], 'matched')),
        people.rate([GROUP], [category], ['met', 'matched']),
        people.rate([GROUP], [category], ['helped', 'followed_up']),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['met_rate', 'helped_rate'] },
  };
}
