import { barChart } from '@evenhand/charts';
import { wholePercent } from '@evenhand/kernel';
import type {
  AccessChange,
  GapNobodyOffers,
  PlaceGain,
  RecruitmentEffect,
  RecruitmentTarget,
  RoundExplanation,
} from '@evenhand/matching';
import { Markup, markup } from '../markup';
import { counted, grouped } from '../numbers-in-words';
import { reportTable } from '../report-table';

/** What one more place could bring, the most first, as a heading of its row. */
const GAINS: readonly (readonly [PlaceGain, string])[] = [
  ['coverage', 'One more person matched'],
  ['evenness', 'Somebody of a worse-off group or profession matched in place of somebody else'],
  ['priority', 'Somebody matched who has waited longer'],
  ['score', 'A better fit'],
  ['draw', 'Another draw by the seed'],
  ['nothing', 'Nothing'],
];

/** Whom to recruit, and what that would change. */
export function recruitmentSection(
  { targets, solves, placeWorth }: RoundExplanation,
  gaps: readonly GapNobodyOffers[],
): Markup {
  return markup`<section aria-labelledby="recruitment"><h2 id="recruitment">Whom to recruit</h2>
<p>${
    targets.length === 0
      ? 'No place is short, and somebody offers help with every gap: there is nobody to propose.'
      : solves.used === 0
        ? 'Each proposal is a kind of mentor.'
        : 'Each proposal is a kind of mentor. What such mentors would change is not estimated: the whole round was solved anew ' +
          `with them, by the same rules and seed, ${solves.used === 1 ? 'once' : `${grouped(solves.used)} times`} in all. In the pictures the bar is the access rate with them, the mark the rate now.`
  }</p>
${targets.map(oneTarget)}
${worthOfPlaces(placeWorth.map(({ gain }) => gain))}
${gapsNobodyOffers(gaps)}
</section>
`;
}

function oneTarget({ sentences, effects }: RecruitmentTarget, at: number): Markup {
  return markup`<h3>Proposal ${at + 1}</h3>
${sentences.map((sentence) => markup`<p>${sentence}</p>`)}
${
  effects.length === 0
    ? markup`<p>What such mentors would change was not computed: a round of this size cannot be solved again so often.</p>`
    : markup`<ul>${effects.map(({ sentence }) => markup`<li>${sentence}</li>`)}</ul>${changes(effects.at(-1)!, at)}`
}
`;
}

/** The largest effect as a picture, and as a table. */
function changes({ mentors, groups, professions }: RecruitmentEffect, at: number): Markup {
  if (groups.length + professions.length === 0) {
    return markup``;
  }
  const title = `Proposal ${at + 1}: access with ${counted(mentors, 'such mentor')}`;
  return markup`${groups.length === 0 ? '' : markup`<div class="chart">${new Markup(chart(title, groups, at))}</div>`}
${reportTable(
  title,
  [
    { heading: 'Group or profession' },
    ...['Asked', 'Matched now', 'With them', 'Rate now', 'Rate with them'].map((heading) => ({
      heading,
      numeric: true,
    })),
  ],
  [...groups, ...professions].map((change) => [
    change.title,
    ...[change.asked, change.before, change.after].map(grouped),
    wholePercent([change.before, change.asked]),
    wholePercent([change.after, change.asked]),
  ]),
)}`;
}

function chart(title: string, groups: readonly AccessChange[], at: number): string {
  return barChart({
    id: `proposal-${at + 1}-chart`,
    title,
    description:
      'Access rates of the groups that change: the bar with the recruited mentors, the mark without them. The table below ' +
      'holds every number.',
    bars: groups.map(({ title: label, asked, before, after }) => ({
      label,
      value: after / asked,
      mark: before / asked,
      text: `from ${wholePercent([before, asked])} to ${wholePercent([after, asked])}`,
    })),
  });
}

function worthOfPlaces(gains: readonly PlaceGain[]): Markup {
  return markup`<h3>What one more place could bring</h3>
<p>Read from the prices of the certificate, for each mentor who takes part: at most so much could one more place with them
change.</p>
${reportTable(
  'What one more place with a mentor could bring at most',
  [{ heading: 'It could bring' }, { heading: 'Mentors', numeric: true }],
  GAINS.map(([gain, heading]) => [heading, grouped(gains.filter((each) => each === gain).length)]),
)}`;
}

function gapsNobodyOffers(gaps: readonly GapNobodyOffers[]): Markup {
  return markup`<h3>Gaps that nobody offers help with</h3>
${
  gaps.length === 0
    ? markup`<p>There are none: every gap that somebody asks help with was practised by a mentor with a place, at the stage asked for.</p>`
    : reportTable(
        'What people ask help with, and no mentor with a place has practised at the stage asked for',
        [{ heading: 'Gap' }, { heading: 'Stage' }, { heading: 'Asked', numeric: true }],
        [...gaps]
          .sort((a, b) => b.mentees - a.mentees)
          .map(({ topic, title, stage, mentees }) => [`${topic} ${title}`, stage, grouped(mentees)]),
      )
}`;
}
