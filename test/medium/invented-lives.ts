import type { JsonValue } from '@evenhand/kernel';
import { randomUUID } from 'node:crypto';
import type { Statements } from './matching-database';
import { insertRow } from './somebody-everywhere';

/** What somebody asked for, and what came of it. Moments are `2026-03-01T09:00Z`, days `2026-03-01`. */
interface InventedRequest {
  readonly state: 'submitted' | 'in_round' | 'proposed' | 'matched' | 'withdrawn' | 'expired';
  readonly since: string;
  /** When it was withdrawn, or expired. */
  readonly overSince?: string;
  /** Rounds whose runs held it. */
  readonly heldBy?: readonly string[];
  /** The round that proposed a pair last, when, and what became of that. */
  readonly pair?: {
    readonly round: string;
    readonly offeredAt: string;
    readonly declinedAt?: string;
    readonly confirmedAt?: string;
    readonly score?: number;
    /** Of the mentor among those eligible; absent where it was not kept. */
    readonly rank?: readonly [rank: number, eligible: number];
  };
  /** What is known of the mentoring that followed. */
  readonly mentoring?: {
    readonly firstMetOn: string;
    readonly says?: 'yes' | 'no';
    readonly saidAt?: string;
    readonly completedAt?: string;
  };
}

/** Somebody of whom it is known what they did and when. */
export interface InventedLife {
  /** Somebody who takes part no more. */
  readonly gone?: true;
  readonly profession?: string;
  /** Without one, no post is known of them. */
  readonly organisation?: string;
  readonly profiles?: readonly ('mentor' | 'mentee')[];
  readonly requests?: readonly InventedRequest[];
  readonly champion?: {
    readonly namedAt: string;
    readonly putForwardOn?: string;
    readonly takenUpAt?: string;
  };
  readonly pool?: {
    readonly state:
      'nominated' | 'interested' | 'assessed' | 'in_pool' | 'not_in_pool' | 'appointed' | 'left';
    readonly cameAt: string;
    readonly assessedAt?: string;
    readonly horizon?: string;
    /** Of everybody who was taken in or turned down. */
    readonly decidedAt?: string;
    readonly endedAt?: string;
  };
  readonly answers?: Readonly<Record<string, string>>;
}

type Row = Readonly<Record<string, JsonValue>>;
const PERSON = {
  ...{ profession: 'midwife', professional_group: 'midwife', registration: 'registered', languages: ['en'] },
  ...{ mode: 'either', exclude: [], version: 1 },
};
const POST = { position: 0, region: 'london', grade: 'afc_6', stage: '2' };

/** Writes a programme of people whose lives are told in full: rounds, organisations, and everybody in it. */
export class InventedProgramme {
  readonly #ids = new Map<string, string>();
  readonly #pool = randomUUID();

  constructor(
    private readonly database: Statements,
    private readonly programmeId: string,
  ) {}

  /** The same for the same name. */
  id(name: string): string {
    const id = this.#ids.get(name) ?? randomUUID();
    this.#ids.set(name, id);
    return id;
  }

  nameOf(id: string | null): string | undefined {
    return [...this.#ids].find(([, each]) => each === id)?.[0];
  }

  /** @param publishedAt undefined where it never was */
  async round(name: string, publishedAt?: string): Promise<void> {
    const at = publishedAt ?? '2025-01-01T09:00Z';
    await this.#add('matching_round', {
      ...{ id: this.id(name), name, state: publishedAt === undefined ? 'discarded' : 'published', rules: {} },
      ...{ scope: { regions: [], organisations: [] }, pseudonym_key: 'key', attempt: 1, created_at: at },
      ...{ rules_fixed_at: at, published_at: publishedAt ?? null, version: 1 },
    });
    await this.#row('matching_run', {
      ...{
        id: this.id(`run of ${name}`),
        round_id: this.id(name),
        kind: 'whole',
        attempt: 1,
        state: 'solved',
      },
      ...{ deliveries: 1, progress: {}, snapshot: '{}', snapshot_sha256: '0'.repeat(64), frozen_at: at },
      ...{ solved_at: at, outcome: {}, result: '{}' },
    });
  }

  async organisation(name: string): Promise<void> {
    await this.#add('organisation', { id: this.id(name), name, version: 1 });
  }

  /** Somebody to be matched with, who asks for nothing. */
  async mentor(name: string): Promise<void> {
    await this.live(name, { profiles: ['mentor'] });
  }

  async live(name: string, life: InventedLife): Promise<void> {
    const takesPart = life.gone === undefined;
    const profession = life.profession ?? PERSON.profession;
    await this.#add('person', {
      ...{
        ...PERSON,
        id: this.id(name),
        reference: name.replaceAll(' ', '-'),
        profession,
        consent: takesPart,
        active: takesPart,
      },
    });
    const person_id = this.id(name);
    if (life.organisation !== undefined) {
      await this.#row('post', { ...POST, person_id, organisation_id: this.id(life.organisation) });
    }
    for (const kind of life.profiles ?? []) await this.#profile(kind, person_id);
    for (const [at, request] of (life.requests ?? []).entries()) {
      await this.#request(person_id, `request ${at} of ${name}`, request);
    }
    if (life.champion !== undefined) await this.#champion(person_id, life.champion);
    if (life.pool !== undefined) await this.#member(person_id, life.pool);
    const answers = Object.entries(life.answers ?? {});
    if (answers.length > 0) {
      await this.#row('equality.standing', { person_id, kind: 'consented', since: '2025-01-01T09:00Z' });
    }
    for (const [question, answer] of answers) {
      await this.#row('equality.answer', { person_id, kind: 'consented', question, answer });
    }
  }

  #profile(kind: 'mentor' | 'mentee', person_id: string): Promise<void> {
    return kind === 'mentor'
      ? this.#row('mentor_profile', {
          ...{ person_id, strengths: [{ topic: 'SE-1.1', stage: '2' }], capacity: 20, peer: false },
          ...{ listed: false, accessibility: [], version: 1 },
        })
      : this.#row('mentee_profile', {
          ...{ person_id, target_stage: '3', gaps: [{ topic: 'SE-1.1', size: 2 }], prefer_profession: 'any' },
          ...{ prefer_organisation: 'any', peer: false, accessibility: [], version: 1 },
        });
  }

  async #request(person_id: string, name: string, request: InventedRequest): Promise<void> {
    const { state, since, overSince = null, heldBy = [], pair, mentoring } = request;
    const isInRound = ['in_round', 'proposed', 'matched'].includes(state);
    const round = pair?.round ?? heldBy[0];
    await this.#add('mentoring_request', {
      ...{
        id: this.id(name),
        person_id,
        state,
        first_submitted_on: since,
        over_since: overSince,
        version: 1,
      },
      ...{ round_id: isInRound ? this.id(round!) : null, welcomed_again: [] },
    });
    for (const held of heldBy) {
      await this.#row('run_pseudonym', {
        ...{ run_id: this.id(`run of ${held}`), pseudonym: name, person_id, request_id: this.id(name) },
      });
    }
    if (pair === undefined) return;
    const { offeredAt, confirmedAt, declinedAt, score = 5_000, rank } = pair;
    const people = {
      request_id: this.id(name),
      mentee_id: person_id,
      mentor_id: this.id(`mentor in ${pair.round}`),
    };
    const proposal_id = randomUUID();
    await this.#row('proposal', {
      ...{
        id: proposal_id,
        ...people,
        round_id: this.id(pair.round),
        run_id: this.id(`run of ${pair.round}`),
      },
      ...{
        state: confirmedAt ? 'confirmed' : declinedAt ? 'declined' : 'offered',
        score,
        points: [],
        gaps: [],
      },
      ...{ mentor_rank: rank?.[0] ?? null, eligible_mentors: rank?.[1] ?? null },
      ...{ gaps_not_covered: [], notes: [], questions: [], reminded_at: [], version: 1 },
      ...{
        offered_at: offeredAt,
        expires_at: '2030-01-01T09:00Z',
        closed_at: confirmedAt ?? declinedAt ?? null,
      },
      ...{ mentee_accepted_at: confirmedAt ?? null, mentor_accepted_at: confirmedAt ?? null },
      declined: declinedAt === undefined ? null : { by: 'mentor' },
    });
    if (mentoring === undefined) return;
    const { firstMetOn, says, saidAt, completedAt } = mentoring;
    await this.#add('mentoring_relationship', {
      ...{
        id: randomUUID(),
        proposal_id,
        ...people,
        state: completedAt ? 'completed' : 'active',
        version: 1,
      },
      ...{ began_at: confirmedAt!, first_met_at: firstMetOn, completed_at: completedAt ?? null },
      ...{ mentee_says: says ?? null, mentee_said_at: saidAt ?? null },
    });
  }

  #champion(
    person_id: string,
    { namedAt, putForwardOn, takenUpAt }: NonNullable<InventedLife['champion']>,
  ): Promise<void> {
    return this.#add('championing', {
      ...{ id: randomUUID(), person_id, named_at: namedAt, taken_up_at: takenUpAt ?? null, version: 1 },
      ...{ state: takenUpAt ? 'taken_up' : putForwardOn ? 'put_forward' : 'named' },
      ...(putForwardOn === undefined ? {} : { put_forward_for: 'A board', put_forward_at: putForwardOn }),
    });
  }

  async #member(
    person_id: string,
    { state, cameAt, assessedAt, horizon, decidedAt, endedAt }: NonNullable<InventedLife['pool']>,
  ) {
    const id = randomUUID();
    await this.#row('talent_pool_member', {
      ...{ id, pool_id: this.#pool, person_id, way_in: 'nominated', nominated_as: 'mentor' },
      ...{ nominator_role: 'mentor', reason: 'Leads well.', state, came_at: cameAt, version: 1 },
      ...{ interest_declared_at: state === 'nominated' ? null : cameAt, ended_at: endedAt ?? null },
      ...(assessedAt === undefined
        ? {}
        : { horizon: horizon!, evidence: 'Led a ward.', assessed_by_version: 1, assessed_at: assessedAt }),
      ...(assessedAt === undefined ? {} : { assessor_role: 'talent_board' }),
    });
    if (decidedAt === undefined) return;
    await this.#row('talent_pool_decision', {
      ...{
        id: randomUUID(),
        pool_id: this.#pool,
        member_id: id,
        criteria_version: 1,
        reason: 'By the criteria.',
      },
      ...{ outcome: state === 'not_in_pool' ? state : 'in_pool', decided_at: decidedAt },
      ...{ decider_role: 'talent_board' },
    });
  }

  /** The pool in which members are. */
  async pool(): Promise<void> {
    const at = '2020-01-01T09:00Z';
    await this.#add('talent_pool', {
      ...{
        id: this.#pool,
        title: 'Ward leaders',
        purpose: 'Lead a ward.',
        ways_in: ['nominated'],
        version: 1,
      },
      ...{ state: 'open', criteria_version: 1, created_at: at, opened_at: at },
    });
    await this.#row('talent_pool_criteria', {
      ...{ pool_id: this.#pool, number: 1, criteria: [{}], holds_from: at, reason: 'The first.' },
    });
  }

  #add(table: string, row: Row): Promise<void> {
    return this.#row(table, { ...row, programme_id: this.programmeId });
  }

  #row(table: string, row: Row): Promise<void> {
    return insertRow(this.database, table, row);
  }
}
