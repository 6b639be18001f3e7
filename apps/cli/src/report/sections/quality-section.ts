import { spreadChart } from '@evenhand/charts';
import { wholePercent } from '@evenhand/kernel';
import type { MatchQuality, QualityRow } from '@evenhand/matching';
import { Markup, markup } from '../markup';
import { grouped } from '../numbers-in-words';
import { reportTable } from '../report-table';

const TOP_SCORE = 10_000;

const SCORES = ['Matched', 'Least', 'Lower quartile', 'Median', 'Upper quartile', 'Highest'].map(
  (heading) => ({ heading, numeric: true }),
);
const MENTORS = [
  'Median place of the mentor',
  'With their best mentor',
  'With one of their best tenth',
  'Preferences met',
].map((heading) => ({ heading, numeric: true }));

/** How good the matches are, by professional group and profession. */
export function qualitySection({ groups, professions }: MatchQuality): Markup {
  if (groups.length === 0) {
    return markup`<section aria-labelledby="quality"><h2 id="quality">Quality of the matches</h2><p>There are no matches.</p></section>
`;
  }
  return markup`<section aria-labelledby="quality"><h2 id="quality">Quality of the matches</h2>
<p>A score is the sum of a pair’s points, up to ${grouped(TOP_SCORE)}. The place of a mentor is counted among all mentors who were
eligible for the same person, by score: the first is the best that there is for them. “Best tenth” is one in ten of these mentors,
rounded up. Preferences are those about profession and organisation that were stated. In the picture a line runs from the least to
the highest score, the box holds the middle half, and the mark is at the median.</p>
<div class="chart">${new Markup(chart(groups))}</div>
${tables('professional group', groups)}
${tables('profession', professions)}
</section>
`;
}

function chart(groups: readonly QualityRow[]): string {
  return spreadChart({
    id: 'quality-chart',
    title: 'Scores of the matches by professional group',
    description:
      `On a scale from 0 to ${grouped(TOP_SCORE)}: a line from the least to the highest score, a box around the middle half, ` +
      'a mark at the median. The table below holds every number.',
    end: TOP_SCORE,
    rows: groups.map(({ title, score }) => ({
      label: title,
      text: `median ${grouped(score.median)}, ${grouped(score.least)} to ${grouped(score.most)}`,
      ...score,
    })),
  });
}

function tables(level: string, rows: readonly QualityRow[]): Markup {
  const first = { heading: level === 'profession' ? 'Profession' : 'Professional group' };
  return markup`${reportTable(`Scores by ${level}`, [first, ...SCORES], rows.map(scores))}
${reportTable(`Mentors and preferences by ${level}`, [first, ...MENTORS], rows.map(mentors))}`;
}

function scores({ title, matched, score }: QualityRow): string[] {
  const { least, lowerQuartile, median, upperQuartile, most } = score;
  return [title, ...[matched, least, lowerQuartile, median, upperQuartile, most].map(grouped)];
}

function mentors({ title, mentorRank, withBest, withinBestTenth, preferences }: QualityRow): string[] {
  return [
    title,
    grouped(mentorRank.median),
    wholePercent(withBest),
    wholePercent(withinBestTenth),
    preferences.stated === 0 ? '–' : `${grouped(preferences.met)} of ${grouped(preferences.stated)}`,
  ];
}
