import { barChart } from '@evenhand/charts';
import type { Bottleneck } from '@evenhand/matching';
import { Markup, markup } from '../markup';
import { counted, grouped } from '../numbers-in-words';
import { reportTable } from '../report-table';

/** So many bottlenecks are told one by one; the table names the others too, up to the most. */
const MOST_TOLD = 5;
const MOST_LISTED = 20;

/** Who shares too few places, and what would have to be found. */
export function bottlenecksSection(bottlenecks: readonly Bottleneck[]): Markup {
  const listed = bottlenecks.slice(0, MOST_LISTED);
  return markup`<section aria-labelledby="bottlenecks"><h2 id="bottlenecks">Bottlenecks</h2>
<p>${
    bottlenecks.length === 0
      ? 'There are none: no group of people depends on the same places and is larger than these.'
      : 'A bottleneck is a group of people whom the same places alone can help, and who are more than these places. No other ' +
        'choice of pairs would have helped them: only more places would.'
  }</p>
${listed.length === 0 ? '' : overview(listed, bottlenecks.length)}
${listed.slice(0, MOST_TOLD).map(oneBottleneck)}
</section>
`;
}

function overview(listed: readonly Bottleneck[], all: number): Markup {
  const columns = ['People', 'Places', 'Mentors', 'Without a match'].map((heading) => ({
    heading,
    numeric: true,
  }));
  return markup`<div class="chart">${new Markup(
    barChart({
      id: 'bottlenecks-chart',
      title: 'Bottlenecks: places for those who share them',
      description:
        'Each bar is the share of people for whom there is a place. The table below holds every number.',
      bars: listed.map(({ people, places }, at) => ({
        label: `Bottleneck ${at + 1}`,
        value: places / people,
        text: `${counted(places, 'place')} for ${grouped(people)} people`,
      })),
    }),
  )}</div>
${reportTable(
  'Bottlenecks, those with most people without a match first',
  [{ heading: 'Bottleneck' }, ...columns, { heading: 'Part of' }],
  listed.map(({ people, places, mentors, without, within }, at) => [
    `Bottleneck ${at + 1}`,
    ...[people, places, mentors, without].map(grouped),
    within === undefined ? '–' : `Bottleneck ${within + 1}`,
  ]),
)}
${all > listed.length ? markup`<p>${grouped(all - listed.length)} smaller ones are not listed.</p>` : ''}`;
}

function oneBottleneck({ sentences, groups, professions }: Bottleneck, at: number): Markup {
  const columns = [
    { heading: 'People', numeric: true },
    { heading: 'Without a match', numeric: true },
  ];
  return markup`<h3>Bottleneck ${at + 1}</h3>
<ul>${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul>
${reportTable(
  `Bottleneck ${at + 1} by professional group`,
  [{ heading: 'Professional group' }, ...columns],
  groups.map(({ title, people, without }) => [title, grouped(people), grouped(without)]),
)}
${reportTable(
  `Bottleneck ${at + 1} by profession`,
  [{ heading: 'Profession' }, ...columns],
  professions.map(({ title, people, without }) => [title, grouped(people), grouped(without)]),
)}`;
}
