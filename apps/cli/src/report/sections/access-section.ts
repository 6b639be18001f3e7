import { barChart } from '@evenhand/charts';
import { wholePercent } from '@evenhand/kernel';
import type { Access, AccessRow } from '@evenhand/matching';
import { Markup, markup } from '../markup';
import { grouped } from '../numbers-in-words';
import { type ReportColumn, reportTable } from '../report-table';

const COLUMNS: readonly ReportColumn[] = [
  { heading: 'Places', numeric: true },
  { heading: 'Asked', numeric: true },
  { heading: 'Matched', numeric: true },
  { heading: 'Ask rate', numeric: true },
  { heading: 'Access rate', numeric: true },
  { heading: 'Reach', numeric: true },
];

/** Who was matched of those who asked, by professional group and profession. */
export function accessSection({ groups, professions }: Access): Markup {
  const asking = groups.filter(({ asked }) => asked > 0);
  return markup`<section aria-labelledby="access"><h2 id="access">Access by professional group</h2>
<p>${inWords(asking)}</p>
${asking.length === 0 ? '' : chart(asking)}
${reportTable('Access by professional group', [{ heading: 'Professional group' }, ...COLUMNS], groups.map(cells))}
<p>Ask rate: asked of those in scope. Access rate: matched of those who asked. Reach: matched of those in scope. Places are
those offered by mentors of the group; they are open to everybody. A dash stands where a number is not known or would be a
share of nobody.</p>
${reportTable('Access by profession', [{ heading: 'Profession' }, ...COLUMNS], professions.map(cells))}
</section>
`;
}

function cells(row: AccessRow): string[] {
  return [
    row.title,
    ...[row.places, row.asked, row.matched].map(grouped),
    ...[row.askRate, row.accessRate, row.reach].map(wholePercent),
  ];
}

function chart(asking: readonly AccessRow[]): Markup {
  return markup`<div class="chart">${new Markup(
    barChart({
      id: 'access-chart',
      title: 'Access rate by professional group',
      description: `${inWords(asking)} The table below holds every number.`,
      bars: asking.map(({ title, matched, asked }) => ({
        label: title,
        value: matched / asked,
        text: `${wholePercent([matched, asked])} (${grouped(matched)} of ${grouped(asked)})`,
      })),
    }),
  )}</div>`;
}

/** Which groups fare worst and best, compared as exact fractions. */
function inWords(asking: readonly AccessRow[]): string {
  if (asking.length === 0) {
    return 'Nobody asked.';
  }
  const sorted = [...asking].sort((a, b) => a.matched * b.asked - b.matched * a.asked);
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  const told = ({ title, matched, asked }: AccessRow): string =>
    `${title}, ${wholePercent([matched, asked])} (${grouped(matched)} of ${grouped(asked)})`;
  return lowest.matched * highest.asked === highest.matched * lowest.asked
    ? `The access rate of every group that asked is ${wholePercent([lowest.matched, lowest.asked])}.`
    : `The lowest access rate is that of ${told(lowest)}; the highest that of ${told(highest)}.`;
}
