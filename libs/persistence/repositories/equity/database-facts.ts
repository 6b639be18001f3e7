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
import { baselineOf } from './baseline-rows';

/** Rows at a time: as objects they take more room than all columns together. */
const AT_ONCE = 20_000;

/** Columns of `equity_facts` by dimension. */
const COLUMN_OF: Readonly<Record<StatedDimension, string>> = {
  profession: 'profession',
  stage: 'stage',
  grade: 'grade',
  region: 'region',
  organisation: 'organisation_id',
  round: 'round_id',
};
const STEPS = MEASURES.map((measure) => `${measure}::int * ${bitOf(measure)}`).join(' + ');

type FactRow = Readonly<Record<StatedDimension, string | null>> & {
  readonly steps: number;
  readonly waited_days: number | null;
  readonly score: number | null;
};

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
        where programme_id = $1 and published_at::date between $2 and $3 order by published_at, id`,
        [this.programmeId, firstDay, lastDay],
      ),
    };
  }

  async people(dimensions: ReportDimensions): Promise<PeopleFacts> {
    const columns = STATED_DIMENSIONS.map((code) => `${COLUMN_OF[code]} as ${code}`).join(', ');
    await this.runner.query(
      `declare eligible_people no scroll cursor for
      select ${columns}, ${STEPS} as steps, waited_days, score from equity_facts($1, $2, $3)`,
      [...this.inWindow],
    );
    const gathered = new GatheredFacts(dimensions);
    for (let rows = await this.fetched(); rows.length > 0; rows = await this.fetched()) gathered.add(rows);
    await this.runner.query('close eligible_people');
    return gathered.facts();
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
          where offered_at::date between $2 and $3
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

  private fetched(): Promise<readonly FactRow[]> {
    return this.query<FactRow>(`fetch forward ${AT_ONCE} from eligible_people`, []);
  }

  private query<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.runner.query(sql, [...values]) as Promise<Row[]>;
  }
}

type CountedRow = Omit<CharacteristicCount, 'counts'> & Readonly<Record<Measure, string>>;

/** Columns while rows come in, which are not counted beforehand. */
class GatheredFacts {
  readonly #positions: Readonly<Record<StatedDimension, ReadonlyMap<string, number>>>;
  readonly #last: Readonly<Record<StatedDimension, number>>;
  readonly #parts: PeopleFacts[] = [];

  constructor(dimensions: ReportDimensions) {
    this.#positions = ofStated(
      (code) => new Map(dimensions[code].categories.map((category, at) => [category, at])),
    );
    this.#last = ofStated((code) => dimensions[code].categories.length - 1);
  }

  add(rows: readonly FactRow[]): void {
    this.#parts.push({
      people: rows.length,
      categories: ofStated((code) =>
        Uint16Array.from(rows, (row) => this.#positions[code].get(row[code] ?? '') ?? this.#last[code]),
      ),
      steps: Uint32Array.from(rows, ({ steps }) => steps),
      waitedDays: Int32Array.from(rows, (row) => row.waited_days ?? -1),
      scores: Int32Array.from(rows, ({ score }) => score ?? -1),
    });
  }

  facts(): PeopleFacts {
    const people = this.#parts.reduce((sum, part) => sum + part.people, 0);
    return {
      people,
      categories: ofStated((code) =>
        joined(
          new Uint16Array(people),
          this.#parts.map(({ categories }) => categories[code]),
        ),
      ),
      steps: joined(
        new Uint32Array(people),
        this.#parts.map(({ steps }) => steps),
      ),
      waitedDays: joined(
        new Int32Array(people),
        this.#parts.map(({ waitedDays }) => waitedDays),
      ),
      scores: joined(
        new Int32Array(people),
        this.#parts.map(({ scores }) => scores),
      ),
    };
  }
}

function ofStated<Value>(value: (code: StatedDimension) => Value): Record<StatedDimension, Value> {
  return Object.fromEntries(STATED_DIMENSIONS.map((code) => [code, value(code)])) as Record<
    StatedDimension,
    Value
  >;
}

function joined<Column extends Uint16Array | Uint32Array | Int32Array>(
  whole: Column,
  parts: readonly Column[],
): Column {
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}
