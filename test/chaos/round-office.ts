import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { DisclosureModule, HostModule } from '@evenhand/config';
import {
  CancelMatchingRound,
  CreateMatchingRound,
  DiscardMatchingRound,
  MatchingModule,
  type MatchingRound,
  MatchingRoundRepository,
  type MatchingRun,
  MatchingRunRepository,
  ReopenMatchingRound,
  RunMatchingRound,
} from '@evenhand/matching';
import { Authority } from '@evenhand/kernel';
import { createLogger } from '@evenhand/observability';
import { MentoringModule } from '@evenhand/mentoring';
import { CreateProgramme, ImportPeople, PeopleModule, type Table } from '@evenhand/people';
import { Database, migrate, OutboxJobs, PersistenceModule } from '@evenhand/persistence';
import { JobQueues, OutboxRelay, QueueModule } from '@evenhand/queue';
import { EVERYWHERE } from '@evenhand/testing';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { inventProgramme } from '../../apps/embedded/src/demonstration/invent-programme';
import { databaseUrls, makeDatabaseUsers } from '../../apps/embedded/src/postgres/database-users';
import type { Template } from '../harness/postgres';
import type { StartedProcess, useProcesses } from '../harness/processes';

const optionsOf = (url: string) => ({ url, poolSize: 5, applicationName: 'evenhand test' });
/** The office does what a server does, and may do no more. */
const officeOptionsOf = (url: string) =>
  ({ ...optionsOf(databaseUrls(url).server), reachesAll: true }) as const;

/** How many people a programme has. */
const SIZES = {
  /** Solved at once. */
  small: { mentees: 20, mentors: 10, places: 15, people: 100, organisations: 10 },
  /** A worker is busy with them for a second or two. */
  middling: { mentees: 2000, mentors: 800, places: 1500, people: 5000, organisations: 40 },
  /** A worker is busy with them for several seconds. */
  large: { mentees: 4000, mentors: 1600, places: 3000, people: 10000, organisations: 60 },
};

const COMMAND = Authority.ofProgram('command');

/** Makes every table in an empty database. */
export async function furnish(databaseUrl: string): Promise<void> {
  await makeDatabaseUsers(databaseUrl);
  await migrate(optionsOf(databaseUrl));
}

/** A database with all tables and nobody in them. */
export const EMPTY: Template = { name: 'chaos', fill: furnish };

@Module({})
class OfficeModule {}

/** A round that a worker solves. */
export interface RoundUnderWay {
  readonly roundId: string;
  readonly runId: string;
  readonly worker: StartedProcess;
}

/** What a server does for matching rounds, without the server: people come in, rounds are queued and looked at. */
export class RoundOffice {
  private service!: INestApplicationContext;

  private environment: Record<string, string> = {};
  private databaseUrl = '';

  constructor(private readonly processes: ReturnType<typeof useProcesses>) {}

  async open(databaseUrl: string, queueUrl: string): Promise<void> {
    this.databaseUrl = databaseUrl;
    this.environment = {
      DATABASE_URL: databaseUrls(databaseUrl).worker,
      QUEUE_URL: queueUrl,
      NODE_ENV: 'production',
      // Less than a large round takes, so that a worker that stops has to hand it back.
      SHUTDOWN_SECONDS: '2',
    };
    this.service = await NestFactory.createApplicationContext(
      {
        module: OfficeModule,
        imports: [
          HostModule,
          DisclosureModule.forRoot(DEFAULT_DISCLOSURE_POLICY),
          PersistenceModule.forRoot(officeOptionsOf(databaseUrl)),
          PeopleModule,
          MatchingModule.with({ proposalDays: 14 }),
          MentoringModule,
          QueueModule.forRoot({ url: queueUrl, logger: createLogger('silent'), leftJobs: OutboxJobs }),
        ],
      },
      { logger: false, abortOnError: false },
    );
    await this.get(OutboxRelay).startRelaying();
  }

  async close(): Promise<void> {
    await this.service.close();
  }

  get get(): INestApplicationContext['get'] {
    return this.service.get.bind(this.service);
  }

  /** The id of a programme with people who ask and offer. */
  async programme(size: keyof typeof SIZES): Promise<string> {
    const { id } = await this.get(CreateProgramme).run(EVERYWHERE, { name: `Programme ${randomUUID()}` });
    const { mentees, mentors } = inventProgramme({ seed: 'chaos', ...SIZES[size] });
    await this.get(ImportPeople).run(EVERYWHERE, {
      programmeId: id,
      mentees: tableOf('mentees.csv', mentees),
      mentors: tableOf('mentors.csv', mentors),
    });
    return id;
  }

  /** The id of a new round of everybody who waits. */
  async draft(programmeId: string): Promise<string> {
    return (await this.get(CreateMatchingRound).run(COMMAND, { programmeId, name: 'A round' })).id;
  }

  /** The id of the run that is queued. */
  async queue(roundId: string): Promise<string> {
    return (await this.get(RunMatchingRound).run(COMMAND, roundId)).run.id;
  }

  /** Puts the job of a run in once more; one that a queue still holds is not put in. */
  async queueAgain({ id, attempt }: Pick<MatchingRun, 'id' | 'attempt'>): Promise<void> {
    await this.get(JobQueues).add({ kind: 'solve-run', subject: id, attempt }, 'again');
  }

  async run(id: string): Promise<MatchingRun> {
    return (await this.get(MatchingRunRepository).byId(id))!;
  }

  async round(id: string): Promise<MatchingRound> {
    return (await this.get(MatchingRoundRepository).byId(id))!;
  }

  /** The run, as soon as it is so. */
  async runWhen(id: string, holds: (run: MatchingRun) => boolean, seconds = 30): Promise<MatchingRun> {
    for (const end = Date.now() + seconds * 1_000; ;) {
      const run = await this.run(id);
      if (holds(run)) return run;
      await pause(20);
      if (Date.now() > end) {
        throw new Error(`It did not come so far within ${seconds} s: ${JSON.stringify(run)}`);
      }
    }
  }

  /** The run while a worker solves it. */
  amid(id: string): Promise<MatchingRun> {
    return this.runWhen(id, ({ state, progress }) => state === 'running' && progress.stage !== 'waiting');
  }

  /** The run as soon as it is over. */
  over(id: string): Promise<MatchingRun> {
    return this.runWhen(id, ({ state }) => state !== 'queued' && state !== 'running');
  }

  /** Settles when the queue holds no run: a worker says that a job is done just before the queue is told. */
  async queueEmpty(): Promise<void> {
    while ((await this.get(JobQueues).depth('solve-run')) > 0) await pause(20);
  }

  /** Lets the people of a solved round wait again, for the next one. */
  async discard(roundId: string): Promise<void> {
    await this.get(DiscardMatchingRound).run(COMMAND, roundId);
  }

  async cancel(roundId: string): Promise<void> {
    await this.get(CancelMatchingRound).run(COMMAND, roundId);
  }

  async reopen(roundId: string): Promise<void> {
    await this.get(ReopenMatchingRound).run(COMMAND, roundId);
  }

  /** Changes what a run was frozen from, which the database otherwise refuses. */
  async spoil(runId: string, spoilt: (snapshot: string) => string): Promise<void> {
    const snapshot = spoilt(await this.get(MatchingRunRepository).snapshot(runId));
    // As the superuser, in one transaction: no program may.
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query('alter table matching_run disable trigger user');
      await client.query('update matching_run set snapshot = $2 where id = $1', [runId, snapshot]);
      await client.query('alter table matching_run enable trigger user');
      await client.query('commit');
    } finally {
      await client.end();
    }
  }

  /** The job of a run was taken to the queue half a minute ago, so that the next sweep looks after it. */
  async longAgo(runId: string): Promise<void> {
    await this.get(Database).query(
      `update outbox_job set queued_at = queued_at - interval '30 seconds' where subject = $1`,
      [runId],
    );
  }

  /** A round of a programme in the middle of being solved, by the only worker. */
  async roundUnderWay(programmeId: string): Promise<RoundUnderWay> {
    const roundId = await this.draft(programmeId);
    const worker = await this.worker();
    const runId = await this.queue(roundId);
    await this.amid(runId);
    return { roundId, runId, worker };
  }

  /** Starts a worker as it is compiled. */
  async worker(): Promise<StartedProcess> {
    const main = join(__dirname, '..', '..', 'dist', 'apps', 'worker', 'src', 'main.js');
    const worker = this.processes.start(process.execPath, [main], { env: this.environment });
    await worker.line(/"working"/);
    return worker;
  }
}

function tableOf(name: string, [columns = [], ...rows]: readonly string[][]): Table {
  return { name, columns, rows };
}

/** A job that a worker did. */
export interface DoneJob {
  readonly outcome: string;
  readonly milliseconds: number;
}

/** The jobs that a worker did, as its log says. */
export function jobsOf(worker: StartedProcess): DoneJob[] {
  return worker.output
    .split('\n')
    .filter((line) => line.includes('"job is done"'))
    .map((line) => JSON.parse(line) as DoneJob);
}

/** What came of the jobs that a worker did. */
export function outcomesOf(worker: StartedProcess): string[] {
  return jobsOf(worker).map(({ outcome }) => outcome);
}
