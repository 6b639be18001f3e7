import { RANK_BANDS, SCORE_BANDS } from '../bands';
import type { ReportSection } from '../equity-report';
import { NOT_STATED } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, labels, percent } from './columns';

const GROUP = 'professional_group';

/** Bands of ranks, and last the matches of which none is known: they are told, so that nobody takes the others for all. */
const RANKS = [
  ...RANK_BANDS.map(({ code, title }) => ({
    category: code,
    column: count(`rank_${code}`, rankTitle(title)),
  })),
  { category: NOT_STATED, column: count('rank_not_known', rankTitle('Not known')) },
];

/** How good the matches were, by professional group: scores, ranks, first meetings, whether it helped. */
export function qualitySection({ people, dimensions }: ReportMaterial): ReportSection {
  const dimension = dimensions[GROUP];
  return {
    code: 'quality-by-professional-group',
    title: 'Quality of matches by professional group',
    sentence:
      'Matches by score, the points of a pair out of 10,000, and by where the mentor stands, by score, among all who were ' +
      'eligible for the mentee, however many these were; equals share the better place. It is not known of matches from ' +
      'before it was kept, of those made when a round was filled again, and of those whose mentor was erased since. Then ' +
      'how many of those matched have met; and how many say that it helped with their gap, of those who were asked: who ' +
      'answered, or met three months ago or more.',
    table: {
      columns: [
        labels(dimension.title),
        ...SCORE_BANDS.map(({ code, title }) => count(code, `Score: ${title.toLowerCase()}`)),
        ...RANKS.map(({ column }) => column),
        ...[percent('met_rate', 'Have met'), percent('helped_rate', 'It helped')],
      ],
      rows: dimension.categories.map((category) => [
        titleOf(dimension, category),
        ...SCORE_BANDS.map(({ code }) => people.count([GROUP, 'score'], [category, code], 'matched')),
        ...RANKS.map((rank) => people.count([GROUP, 'rank'], [category, rank.category], 'matched')),
        people.rate([GROUP], [category], ['met', 'matched']),
        people.rate([GROUP], [category], ['helped', 'followed_up']),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: ['met_rate', 'helped_rate'] },
  };
}

function rankTitle(title: string): string {
  return `Mentor: ${title.toLowerCase()}`;
}
