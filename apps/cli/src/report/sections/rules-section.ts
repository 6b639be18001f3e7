import { CRITERIA, CRITERION_TITLES, type MatchingRules } from '@evenhand/matching';
import type { Catalogue } from '@evenhand/taxonomy';
import { type Markup, markup } from '../markup';
import { grouped } from '../numbers-in-words';
import { reportList, reportTable } from '../report-table';

const OBJECTIVES_IN_WORDS: Readonly<Record<MatchingRules['objectives'][number], string>> = {
  coverage: 'as many people matched as possible',
  equity: 'access as even as possible',
  priority: 'the longest waits',
  score: 'the best fit',
};

/** The rules that the round was made by. */
export function rulesSection(rules: MatchingRules, catalogue: Catalogue, onDate: string): Markup {
  const prior = Object.entries(rules.prior).sort(([a], [b]) => (a < b ? -1 : 1));
  return markup`<section aria-labelledby="rules"><h2 id="rules">Rules used</h2>
${reportList([
  ['Day of the round', onDate],
  ['Seed', rules.seed],
  ['Least score of a match', grouped(rules.floor)],
  [
    'What counts, in this order',
    markup`${rules.objectives.map((objective) => OBJECTIVES_IN_WORDS[objective]).join('; then ')}; last the draw by the seed`,
  ],
  ...(rules.objectives.includes('equity')
    ? [
        [
          'Access is balanced over',
          rules.equityLevels.length === 2 ? 'professional groups, then professions' : 'professional groups',
        ] as const,
      ]
    : []),
  ['Catalogue', `${catalogue.content.title}, version ${catalogue.content.version}`],
])}
${reportTable(
  'Points by criterion',
  [{ heading: 'Criterion' }, { heading: 'Most points', numeric: true }],
  CRITERIA.map((criterion) => [CRITERION_TITLES[criterion], grouped(rules.weights[criterion])]),
)}
${
  prior.length === 0
    ? ''
    : reportTable(
        'Access in earlier rounds that counts',
        [
          { heading: 'Group or profession' },
          { heading: 'Asked', numeric: true },
          { heading: 'Matched', numeric: true },
        ],
        prior.map(([path, { asked, matched }]) => [path, grouped(asked), grouped(matched)]),
      )
}
</section>
`;
}
