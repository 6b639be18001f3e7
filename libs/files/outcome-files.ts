import { type AccessRow, CRITERIA, type MatchOutcome, type PlaceWorth, type Share } from '@evenhand/matching';
import type { Person } from '@evenhand/people';
import { writeCsv } from './csv-cell';

/** Without it a spreadsheet takes UTF-8 for an old code page, and every accent in a name is spoilt. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Columns that say who somebody is, before everything else about them. */
const WHO = ['id', 'name', 'email', 'organisation', 'profession'] as const;

/**
 * The outcome of a round as tables for a spreadsheet, by file name. Every cell is safe to open there, and every person
 * who was handed in stands in one of them.
 *
 * @param placeWorth what one more place could bring, by mentor in the order of the outcome
 */
export function outcomeTables(
  outcome: MatchOutcome,
  placeWorth: readonly PlaceWorth[],
): ReadonlyMap<string, string> {
  return new Map([
    ['matches.csv', matches(outcome)],
    ['unmatched.csv', unmatched(outcome)],
    ['places.csv', places(outcome, placeWorth)],
    ['access.csv', access(outcome)],
    ['gaps.csv', gaps(outcome)],
  ]);
}

/** Each proposed pair: the score, the points by criterion whose sum it is, what the mentor helps with, what not. */
function matches(outcome: MatchOutcome): string {
  const who = whoIn(outcome);
  const columns = [
    ...WHO.map((column) => `mentee_${column}`),
    ...WHO.map((column) => `mentor_${column}`),
    'score',
    ...CRITERIA.map((criterion) => `points_${criterion}`),
    'helps_with',
    'not_with',
    'notes',
  ];
  return table(
    columns,
    outcome.matches.map(({ mentee, mentor, score, points, gaps: covered, gapsNotCovered, notes }) => [
      ...who(mentee),
      ...who(mentor),
      String(score),
      ...points.map((each) => String(each.points)),
      covered.map(({ rank, text }) => `${rank}. ${text}`).join('; '),
      gapsNotCovered.map(({ rank, topic, title }) => `${rank}. ${topic} ${title}`).join('; '),
      notes.join(' '),
    ]),
  );
}

/** Each mentee without a mentor and why; last those who were handed in and take no part. */
function unmatched(outcome: MatchOutcome): string {
  const who = whoIn(outcome);
  const columns = [
    ...['role', ...WHO, 'reason', 'excluded_most_by', 'excluded', 'eligible_mentors'],
    ...['share_places', 'people_who_share', 'why'],
  ];
  return table(columns, [
    ...outcome.unmatched.map(({ mentee, code, rules, eligibleMentors, shortage, sentence }) => {
      const none = { rule: '', broken: 0 };
      const most = rules.reduce((so, rule) => (rule.broken > so.broken ? rule : so), none);
      // What excludes other mentors is beside the point where there are eligible ones.
      const excluded = eligibleMentors === 0 && most !== none ? [most.rule, String(most.broken)] : ['', ''];
      return [
        ...['mentee', ...who(mentee), code, ...excluded, String(eligibleMentors)],
        ...(shortage === undefined ? ['', ''] : [String(shortage.places), String(shortage.people)]),
        sentence,
      ];
    }),
    ...outcome.notTakingPart.map(({ role, id, reason, sentence }) => [
      ...[role, id, ...WHO.slice(1).map(() => ''), reason],
      ...['', '', '', '', '', sentence],
    ]),
  ]);
}

/** Each mentor: the places offered, those taken and by whom, those still free, and what one more could bring. */
function places(outcome: MatchOutcome, placeWorth: readonly PlaceWorth[]): string {
  const who = whoIn(outcome);
  return table(
    [...WHO, 'places', 'taken', 'free', 'mentees', 'one_more_place'],
    outcome.offers.map(({ mentor, taken, free, mentees }, place) => [
      ...who(mentor),
      ...[mentor.capacity, taken, free].map(String),
      mentees.join(';'),
      placeWorth[place]!.sentence,
    ]),
  );
}

/**
 * Who asked, who was matched and who offered, by professional group and then by profession. A rate of nobody is left
 * empty; ask rate and reach need headcounts, and the rate with prior access needs prior access.
 */
function access({ access: { groups, professions } }: MatchOutcome): string {
  const columns = [
    ...['level', 'code', 'title', 'in_scope', 'asked', 'matched'],
    ...['no_eligible_mentor', 'short_of_places', 'nothing_gained'],
    ...['ask_rate', 'access_rate', 'reach', 'prior_asked', 'prior_matched', 'access_rate_with_prior'],
    ...['mentors', 'places'],
  ];
  const rowOf = (level: string, row: AccessRow): string[] => [
    ...[level, row.path, row.title],
    ...[row.inScope, row.asked, row.matched].map(number),
    ...[row.noEligibleMentor, row.shortOfPlaces, row.nothingGained ?? 0].map(number),
    ...[row.askRate, row.accessRate, row.reach].map(decimal),
    ...[row.prior?.asked, row.prior?.matched].map(number),
    decimal(row.rateWithPrior),
    ...[row.mentors, row.places].map(number),
  ];
  return table(columns, [
    ...groups.map((row) => rowOf('group', row)),
    ...professions.map((row) => rowOf('profession', row)),
  ]);
}

/** What people ask help with and nobody offers at the stage asked for. */
function gaps({ gapsNobodyOffers }: MatchOutcome): string {
  return table(
    ['topic', 'title', 'stage', 'asked'],
    gapsNobodyOffers.map(({ topic, title, stage, mentees }) => [topic, title, stage, String(mentees)]),
  );
}

function table(columns: readonly string[], rows: Iterable<readonly string[]>): string {
  return BYTE_ORDER_MARK + writeCsv(columns, rows);
}

/** Professions by their titles, which people read, as the outcome itself names them. */
function whoIn({ access: { professions } }: MatchOutcome): (person: Person) => string[] {
  const titles = new Map(professions.map(({ path, title }) => [path, title]));
  return ({ id, name = '', email = '', posts, background: { group, profession } }) => [
    ...[id, name, email, posts[0].organisation],
    titles.get(`${group}/${profession}`) ?? profession,
  ];
}

function number(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** Four places, rounded half up, counted in whole numbers. */
function decimal(share: Share | undefined): string {
  if (share === undefined) {
    return '';
  }
  const [count, of] = share;
  const doubled = 20_000 * count + of;
  const rounded = String((doubled - (doubled % (2 * of))) / (2 * of)).padStart(5, '0');
  return `${rounded.slice(0, -4)}.${rounded.slice(-4)}`;
}
