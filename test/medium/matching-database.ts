import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { sha256 } from '@evenhand/kernel';
import {
  DEFAULT_RULES,
  type MatchingRound,
  MatchingRoundRepository,
  type MatchingRun,
  MatchingRunRepository,
  type MentoringRequest,
  MentoringRequestRepository,
  type Proposal,
  ProposalRepository,
  type RunOutcome,
} from '@evenhand/matching';
import {
  MentorProfileRepository,
  OrganisationRepository,
  PersonRepository,
  ProgrammeRepository,
} from '@evenhand/people';
import { Database, migrate, PersistenceModule } from '@evenhand/persistence';
import { aMentor } from '@evenhand/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import 'reflect-metadata';
import { SERVER_START_MILLISECONDS, type Template, urlOfPrograms, usePostgres } from '../harness/postgres';

/** More than transactions of one test, so that they wait for each other and not for a connection. */
const POOL_SIZE = 24;

/** A database with all tables and nobody in them. */
export const MIGRATED: Template = {
  name: 'migrated',
  fill: async (url) => {
    await migrate(optionsOf(url));
  },
};

export function optionsOf(url: string) {
  return { url, poolSize: POOL_SIZE, applicationName: 'evenhand test' };
}

/** As programs sign in, which may do little more than they must, and work for everybody here. */
export function programOptionsOf(url: string) {
  return { ...optionsOf(urlOfPrograms(url)), reachesAll: true } as const;
}

/** Makes statements. */
export interface Statements {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One programme in a database of its own, and all that tests of matching write there. */
export class MatchingDatabase {
  url = '';
  programmeId = '';
  private organisationId = '';
  private service!: INestApplicationContext;
  private behindScenes: Promise<Client> | undefined;

  async open(url: string, as: 'programs' | 'superuser' = 'programs'): Promise<void> {
    this.url = url;
    this.service = await NestFactory.createApplicationContext(
      PersistenceModule.forRoot(
        as === 'programs' ? programOptionsOf(url) : { ...optionsOf(url), reachesAll: true },
      ),
      {
        logger: false,
        abortOnError: false,
      },
    );
    this.programmeId = randomUUID();
    this.organisationId = randomUUID();
    await this.get(ProgrammeRepository).add({
      id: this.programmeId,
      name: `Programme ${this.programmeId}`,
      state: 'open',
      version: 1,
    });
    await this.get(OrganisationRepository).add([
      { id: this.organisationId, programmeId: this.programmeId, name: 'A trust', version: 1 },
    ]);
  }

  async close(): Promise<void> {
    await (await this.behindScenes)?.end();
    await this.service.close();
  }

  /** What answers a port. */
  get get(): INestApplicationContext['get'] {
    return this.service.get.bind(this.service);
  }

  get database(): Database {
    return this.get(Database);
  }

  /** Looks, and writes, behind every lock. */
  readonly superuser: Statements = {
    query: async <Row>(sql: string, values: readonly unknown[] = []) => {
      this.behindScenes ??= this.connected();
      const { rows } = await (await this.behindScenes).query(sql, [...values]);
      return rows as Row[];
    },
  };

  private async connected(): Promise<Client> {
    // It ends with the database, which the tests drop.
    const client = new Client({ connectionString: this.url }).on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** What no program may do: a statement of the superuser. */
  async behind(sql: string, values: readonly unknown[] = []): Promise<void> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query(sql, [...values]);
    } finally {
      await client.end();
    }
  }

  get requests(): MentoringRequestRepository {
    return this.get(MentoringRequestRepository);
  }

  get rounds(): MatchingRoundRepository {
    return this.get(MatchingRoundRepository);
  }

  get runs(): MatchingRunRepository {
    return this.get(MatchingRunRepository);
  }

  get proposals(): ProposalRepository {
    return this.get(ProposalRepository);
  }

  /** Ids of new people. */
  async people(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    const { organisation: _, ...post } = aMentor().posts[0];
    const { strengths, capacity, peer, listed, ...person } = aMentor();
    await this.get(PersonRepository).add(
      ids.map((id) => ({
        ...person,
        id,
        programmeId: this.programmeId,
        reference: id,
        posts: [{ ...post, organisationId: this.organisationId }],
        version: 1,
      })),
    );
    return ids;
  }

  /** The person id of a new mentor with so many places. */
  async mentor(capacity: number): Promise<string> {
    const [personId] = (await this.people(1)) as [string];
    const { strengths, peer, listed, accessibility } = aMentor();
    await this.get(MentorProfileRepository).add([
      { personId, strengths, capacity, peer, listed, accessibility, version: 1 },
    ]);
    return personId;
  }

  /** Requests of new people, not kept yet. */
  async requestsOf(count: number, more: Partial<MentoringRequest> = {}): Promise<MentoringRequest[]> {
    return (await this.people(count)).map((personId) => ({
      id: randomUUID(),
      programmeId: this.programmeId,
      personId,
      state: 'submitted',
      firstSubmittedOn: '2026-03-01',
      welcomedAgain: [],
      version: 1,
      ...more,
    }));
  }

  round(more: Partial<MatchingRound> = {}): MatchingRound {
    return {
      id: randomUUID(),
      programmeId: this.programmeId,
      name: 'Spring',
      state: 'draft',
      rules: DEFAULT_RULES,
      scope: { regions: [], organisations: [] },
      pseudonymKey: 'secret',
      policy: DEFAULT_DISCLOSURE_POLICY,
      attempt: 0,
      createdAt: new Date('2026-04-01T09:00:00.000Z'),
      rulesFixedAt: new Date('2026-04-01T09:00:00.000Z'),
      version: 1,
      ...more,
    };
  }

  run(roundId: string, more: Partial<MatchingRun> = {}): MatchingRun {
    return {
      id: randomUUID(),
      roundId,
      kind: 'whole',
      attempt: 1,
      state: 'queued',
      deliveries: 0,
      progress: { stage: 'waiting', done: 0, total: 0 },
      snapshotSha256: sha256(SNAPSHOT),
      frozenAt: new Date('2026-04-02T09:00:00.000Z'),
      ...more,
    };
  }

  /** A round that is running, and its run. */
  async runningRound(): Promise<{ round: MatchingRound; run: MatchingRun }> {
    const round = this.round({ state: 'running', attempt: 1 });
    const run = this.run(round.id);
    await this.rounds.add(round);
    await this.runs.add(run, SNAPSHOT, []);
    await this.runs.begin(run.id);
    return { round, run };
  }

  /** Proposals to new people, of whom each has a request, to that mentor; not kept yet. */
  async proposalsTo(mentorId: string, count: number, more: Partial<Proposal> = {}): Promise<Proposal[]> {
    const { round, run } = await this.runningRound();
    const requests = await this.requestsOf(count, { state: 'proposed', roundId: round.id });
    await this.requests.add(requests);
    return requests.map((request) => ({
      id: randomUUID(),
      roundId: round.id,
      runId: run.id,
      requestId: request.id,
      menteeId: request.personId,
      mentorId,
      state: 'offered',
      score: 7_250,
      mentorRank: 3,
      eligibleMentors: 12,
      points: [{ criterion: 'gap_cover', title: 'Gaps covered', points: 3_000, weight: 4_500 }],
      gaps: [],
      gapsNotCovered: [{ topic: 'SE-1.1', title: 'Self-awareness', rank: 1 }],
      notes: ['Both would have to travel.'],
      offeredAt: new Date('2026-04-03T09:00:00.000Z'),
      expiresAt: new Date('2026-04-17T09:00:00.000Z'),
      remindedAt: [],
      questions: [],
      version: 1,
      ...more,
    }));
  }

  /** Settles once somebody, or so many, wait for a lock. For who is in no transaction: within one it would look at one moment alone. */
  async somebodyWaits(atLeast = 1): Promise<void> {
    for (const until = Date.now() + 4_000; Date.now() < until;) {
      const waiting = await this.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (waiting.length >= atLeast) return;
    }
    throw new Error('Nobody waits for a lock.');
  }

  /** Proposals that use a place of the mentor, counted behind everybody's back. */
  async placesUsed(mentorId: string): Promise<number> {
    const [row] = await this.database.query<{ used: number }>(
      `select count(*)::integer as used from proposal
      where mentor_id = $1 and state in ('offered', 'confirmed')`,
      [mentorId],
    );
    return row?.used ?? 0;
  }
}

/** Not what a snapshot looks like, but bytes that must come back as they are. */
export const SNAPSHOT = '{"b":1,"a":[1.50,"é\\u0000"],  "snapshot":true}';

export const OUTCOME: RunOutcome = {
  format: 'evenhand.outcome/1',
  engine: 'a test',
  totals: { asked: 2, matched: 1, mentors: 1, places: 3 },
  access: { groups: [], professions: [] },
  // In no order that a database could find by itself.
  matches: ['c', 'a', 'b'].map((mentee) => ({
    ...{ mentee, mentor: 'm', score: 5_000, gapsNotCovered: [], notes: ['Worth a look.'] },
    points: [{ criterion: 'gap_cover', title: 'Gaps covered', points: 3_000, weight: 4_500 }],
    gaps: [],
  })),
  unmatched: ['z', 'y'].map((mentee) => ({
    ...{ mentee, code: 'places_taken', rules: [], eligibleMentors: 1, places: 2, placesTaken: 2 },
    sentence: 'All places went to others.',
  })),
  gapsNobodyOffers: [],
  notices: [{ code: 'nothing', sentence: 'Nothing is wrong.' }],
  bottlenecks: { bottlenecks: [], others: 0, targets: [], placeWorth: [{ gain: 'coverage', mentors: 1 }] },
};

/** For the file that calls this: a database with a programme, made before the tests and dropped after them. */
/** @param as what programs may do, unless a test is about what not even the owner of the tables may */
export function useMatchingDatabase(as: 'programs' | 'superuser' = 'programs'): MatchingDatabase {
  const postgres = usePostgres();
  const matching = new MatchingDatabase();
  beforeAll(
    async () => matching.open(await postgres.createDatabase({ template: MIGRATED }), as),
    SERVER_START_MILLISECONDS,
  );
  afterAll(() => matching.close());
  return matching;
}

/** How many of the attempts succeeded, and what the others failed with. */
export async function outcomesOf(
  attempts: readonly Promise<unknown>[],
): Promise<{ readonly succeeded: number; readonly errors: unknown[] }> {
  const settled = await Promise.allSettled(attempts);
  return {
    succeeded: settled.filter(({ status }) => status === 'fulfilled').length,
    errors: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
  };
}
