import type { AccessRow, MatchOutcome, Share } from '@evenhand/matching';
import { CRITERIA } from '@evenhand/matching';
import type { Person } from '@evenhand/people';
import { writeCsv } from './csv-cell';

/** Columns that say who somebody is, before everything else about a pair. */
const WHO = ['id', 'name', 'email', 'organisation', 'profession'] as const;

/**
 * `matches.csv`: a row for each proposed pair with the score, the points by criterion whose sum it is, and the gaps the
 * mentor can help with. Every cell is safe to open in a spreadsheet.
 */
export function matchesCsv({ matches }: MatchOutcome): string {
  const columns = [
    ...WHO.map((column) => `mentee_${column}`),
    ...WHO.map((column) => `mentor_${column}`),
    'score',
    ...CRITERIA.map((criterion) => `points_${criterion}`),
    'helps_with',
  ];
  return writeCsv(
    columns,
    matches.map(({ mentee, mentor, score, points, gaps }) => [
      ...who(mentee),
      ...who(mentor),
      String(score),
      ...points.map((each) => String(each.points)),
      gaps.map(({ rank, text }) => `${rank}. ${text}`).join('; '),
    ]),
  );
}

/**
 * `unmatched.csv`: a row for each mentee without a mentor, with the rule that excludes most mentors or the shortage, and
 * what would change it; last those who were handed in and take no part.
 */
export function unmatchedCsv({ unmatched, notTakingPart }: MatchOutcome): string {
  const columns = [
    'role',
    ...WHO,
    'reason',
    'excluded_most_by',
    'excluded',
    'eligible_mentors',
    'their_places',
    'why',
  ];
  return writeCsv(columns, [
    ...unmatched.map(({ mentee, code, rules, eligibleMentors, places, sentence }) => {
      const most = rules.reduce((so, rule) => (rule.broken > so.broken ? rule : so), { rule: '', broken: 0 });
      return [
        'mentee',
        ...who(mentee),
        code,
        most.rule,
        String(most.broken),
        String(eligibleMentors),
        String(places),
        sentence,
      ];
    }),
    ...notTakingPart.map(({ role, id, reason, sentence }) => [
      role,
      id,
      ...WHO.slice(1).map(() => ''),
      reason,
      ...['', '', '', ''],
      sentence,
    ]),
  ]);
}

/**
 * `access.csv`: who asked, who was matched and who offered, by professional group and then by profession. A rate of
 * nobody is left empty; ask rate and reach need a baseline.
 */
export function accessCsv({ access }: MatchOutcome): string {
  const columns = [
    ...['level', 'code', 'title', 'eligible', 'asked', 'matched', 'ask_rate', 'access_rate', 'reach'],
    ...['mentors', 'places'],
  ];
  const rowOf = (level: string, row: AccessRow): string[] => [
    level,
    row.path,
    row.title,
    row.eligible === undefined ? '' : String(row.eligible),
    String(row.asked),
    String(row.matched),
    ...[row.askRate, row.accessRate, row.reach].map((share) => (share === undefined ? '' : asDecimal(share))),
    String(row.mentors),
    String(row.places),
  ];
  return writeCsv(columns, [
    ...access.groups.map((row) => rowOf('group', row)),
    ...access.professions.map((row) => rowOf('profession', row)),
  ]);
}

function who({ id, name = '', email = '', posts, background }: Person): string[] {
  return [id, name, email, posts[0].organisation, background.profession];
}

/** Four places, rounded half up, counted in whole numbers. */
function asDecimal([count, of]: Share): string {
  const doubled = 20_000 * count + of;
  const rounded = String((doubled - (doubled % (2 * of))) / (2 * of)).padStart(5, '0');
  return `${rounded.slice(0, -4)}.${rounded.slice(-4)}`;
}
