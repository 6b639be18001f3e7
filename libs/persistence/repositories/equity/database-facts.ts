import {
  type Baseline,
  bitOf,
  type CharacteristicCount,
  CHARACTERISTICS,
  type FactsLook,
  type Measure,
  MEASURES,
  type MentorFact,
  type PeopleFacts,
  type ProgrammeParts,
  type ReportDimensions,
  type ReportWindow,
  STATED_DIMENSIONS,
  type StatedDimension,
} from '@evenhand/equity';
import type { QueryRunner } from 'typeorm';
import type { AuditorConnection } from './auditor-connection';
import { dayOf } from '../day-of';
import { baselineOf } from './baseline-rows';

/** Columns of `equity_facts` by dimension. */
const COLUMN_OF: Readonly<Record<StatedDimension, readonly [column: string, type: 'text' | 'uuid']>> = {
  profession: ['profession', 'text'],
  stage: ['stage', 'text'],
  grade: ['grade', 'text'],
  region: ['region', 'text'],
  organisation: ['organisation_id', 'uuid'],
  round: ['round_id', 'uuid'],
};
const STEPS = MEASURES.map((measure) => `fact.${measure}::int * ${bitOf(measure)}`).join(' + ');

/**
 * Everybody as a few columns of bytes, each person at the same place in all of them: row by row, writing and reading them
 * would take longer than the database takes to work them out. `$4` and on are the categories of each dimension but for its
 * last, which is that of whoever is in none of them.
 */
const COLUMNS = `
select ${STATED_DIMENSIONS.map(
  (code, at) =>
    `string_agg(int2send(coalesce(at_${code}.place - 1, cardinality($${at + 4}::${COLUMN_OF[code][1]}[]))::int2), '') as ${code}`,
).join(', ')},
  string_agg(int4send(${STEPS}), '') as steps,
  string_agg(int4send(coalesce(fact.waited_days, -1)), '') as waited,
  string_agg(int4send(coalesce(fact.score, -1)), '') as scores,
  string_agg(int4send(coalesce(fact.mentor_rank, -1)), '') as ranks,
  string_agg(int4send(coalesce(fact.eligible_mentors, -1)), '') as eligible
from equity_facts($1, $2, $3) fact
${STATED_DIMENSIONS.map((code, at) => {
  const [column, type] = COLUMN_OF[code];
  return `left join unnest($${at + 4}::${type}[]) with ordinality as at_${code} (code, place) on at_${code}.code = fact.${column}`;
}).join('\n')}`;

/** Null where there is nobody. */
type FactColumns = Readonly<
  Record<StatedDimension | 'steps' | 'waited' | 'scores' | 'ranks' | 'eligible', Buffer | null>
>;

/** One look at a programme, in the transaction of its runner. */
export class DatabaseFacts implements FactsLook {
  constructor(
    private readonly runner: QueryRunner,
    private readonly auditor: AuditorConnection,
    private readonly programmeId: string,
    private readonly window: ReportWindow,
  ) {}

  async parts(): Promise<ProgrammeParts> {
    const { firstDay, lastDay } = this.window;
    return {
      organisations: await this.query(
        'select id as code, name as title from organisation where programme_id = $1 order by name, id',
        [this.programmeId],
      ),
      rounds: await this.query(
        `select id as code, name as title from matching_round
        where programme_id = $1 and ${dayOf('published_at')} between $2 and $3 order by published_at, id`,
        [this.programmeId, firstDay, lastDay],
      ),
    };
  }

  async people(dimensions: ReportDimensions): Promise<PeopleFacts> {
    const categories = STATED_DIMENSIONS.map((code) => dimensions[code].categories.slice(0, -1));
    const [found] = await this.query<FactColumns>(COLUMNS, [...this.inWindow, ...categories]);
    const { steps, waited, scores, ranks, eligible } = found!;
    return {
      people: (steps?.length ?? 0) / 4,
      categories: Object.fromEntries(
        STATED_DIMENSIONS.map((code) => [code, numbersIn(found![code], 2, Uint16Array)]),
      ) as PeopleFacts['categories'],
      steps: numbersIn(steps, 4, Uint32Array),
      waitedDays: numbersIn(waited, 4, Int32Array),
      scores: numbersIn(scores, 4, Int32Array),
      mentorRanks: numbersIn(ranks, 4, Int32Array),
      eligibleMentors: numbersIn(eligible, 4, Int32Array),
    };
  }

  async mentors(): Promise<readonly MentorFact[]> {
    return this.query<MentorFact>(
      `select person.profession, post.stage, post.region, post.organisation_id as organisation,
        profile.capacity as places,
        least(profile.capacity, coalesce(used.places, 0)) as "placesInUse",
        coalesce(offer.offers, 0) as offers, coalesce(offer.answered, 0) as "answeredInTime"
      from mentor_profile profile
        join person on person.id = profile.person_id
        left join post on post.person_id = person.id and post.position = 0
        -- As places_in_use counts them, of all mentors at once.
        left join (
          select proposal.mentor_id, count(*)::int as places from proposal
            left join mentoring_relationship mentoring on mentoring.proposal_id = proposal.id
          where proposal.state = 'offered'
            or proposal.state = 'confirmed' and coalesce(mentoring.state, '') not in ('completed', 'ended')
          group by proposal.mentor_id) used on used.mentor_id = person.id
        left join (
          select mentor_id, count(*)::int as offers,
            count(*) filter (where mentor_accepted_at is not null or declined ->> 'by' = 'mentor')::int as answered
          from proposal
          where ${dayOf('offered_at')} between $2 and $3
            and (state in ('confirmed', 'expired') or mentor_accepted_at is not null or declined ->> 'by' = 'mentor')
          group by mentor_id) offer on offer.mentor_id = person.id
      where person.programme_id = $1 and person.consent and person.active`,
      this.inWindow,
    );
  }

  baseline(): Promise<Baseline | undefined> {
    return baselineOf((sql, values) => this.query(sql, values), this.programmeId);
  }

  async characteristics(): Promise<readonly CharacteristicCount[] | undefined> {
    const [moment] = await this.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot', []);
    const [programmeId, firstDay, lastDay] = this.inWindow;
    const rows = await this.auditor.counting<CountedRow>(
      moment!.snapshot,
      'select * from equality.funnel($1, $2, $3, $4)',
      [programmeId, CHARACTERISTICS, firstDay, lastDay],
    );
    return rows?.map(({ question, answer, profession, ...counts }) => ({
      ...{ question, answer, profession },
      counts: Object.fromEntries(MEASURES.map((measure) => [measure, Number(counts[measure])])) as Record<
        Measure,
        number
      >,
    }));
  }

  private get inWindow(): readonly string[] {
    return [this.programmeId, this.window.firstDay, this.window.lastDay];
  }

  private query<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.runner.query(sql, [...values]) as Promise<Row[]>;
  }
}

type CountedRow = Omit<CharacteristicCount, 'counts'> & Readonly<Record<Measure, string>>;

/** The numbers that the database wrote one after another, each of so many bytes. */
function numbersIn<Column extends Uint16Array | Uint32Array | Int32Array>(
  bytes: Buffer | null,
  size: 2 | 4,
  column: new (length: number) => Column,
): Column {
  const numbers = new column((bytes?.length ?? 0) / size);
  for (let at = 0; at < numbers.length; at++) {
    numbers[at] = size === 2 ? bytes!.readInt16BE(2 * at) : bytes!.readInt32BE(4 * at);
  }
  return numbers;
}
