import { HostModule } from '@evenhand/config';
import {
  CreateMatchingRound,
  DiscardMatchingRound,
  MatchingModule,
  type MatchingRound,
  MatchingRoundRepository,
  type MatchingRun,
  MatchingRunRepository,
  RunMatchingRound,
} from '@evenhand/matching';
import { createLogger } from '@evenhand/observability';
import { CreateProgramme, ImportPeople, PeopleModule, type Table } from '@evenhand/people';
import { Database, migrate, OutboxJobs, PersistenceModule } from '@evenhand/persistence';
import { JobQueues, OutboxRelay, QueueModule } from '@evenhand/queue';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { inventProgramme } from '../../apps/embedded/src/demonstration/invent-programme';
import type { Template } from '../harness/postgres';
import type { StartedProcess, useProcesses } from '../harness/processes';

/** Enough people that a worker is busy with them for seconds. */
const SIZE = { seed: 'chaos', mentees: 5000, mentors: 2000, places: 3800, people: 12000, organisations: 60 };

const optionsOf = (url: string) => ({ url, poolSize: 5, applicationName: 'evenhand test' });

/** A database with all tables and nobody in them. */
export const EMPTY: Template = {
  name: 'chaos',
  fill: async (url) => {
    await migrate(optionsOf(url));
  },
};

@Module({})
class OfficeModule {}

/** What a server does for matching rounds, without the server: people come in, rounds are queued and looked at. */
export class RoundOffice {
  private service!: INestApplicationContext;

  private environment: Record<string, string> = {};

  constructor(private readonly processes: ReturnType<typeof useProcesses>) {}

  async open(databaseUrl: string, queueUrl: string): Promise<void> {
    this.environment = {
      DATABASE_URL: databaseUrl,
      QUEUE_URL: queueUrl,
      NODE_ENV: 'production',
      // Less than a round takes, so that a worker that stops has to hand it back.
      SHUTDOWN_SECONDS: '2',
    };
    this.service = await NestFactory.createApplicationContext(
      {
        module: OfficeModule,
        imports: [
          HostModule,
          PersistenceModule.forRoot(optionsOf(databaseUrl)),
          PeopleModule,
          MatchingModule.with({ proposalDays: 14 }),
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

  /** The id of a programme with many people. */
  async programme(): Promise<string> {
    const { id } = await this.get(CreateProgramme).run({ name: 'A large programme' });
    const { mentees, mentors } = inventProgramme(SIZE);
    await this.get(ImportPeople).run({
      programmeId: id,
      mentees: tableOf('mentees.csv', mentees),
      mentors: tableOf('mentors.csv', mentors),
    });
    return id;
  }

  /** Makes a round of everybody who waits. */
  draft(programmeId: string): Promise<MatchingRound> {
    return this.get(CreateMatchingRound).run({ programmeId, name: 'A round' });
  }

  /** The id of the run that is queued. */
  async queue(roundId: string): Promise<string> {
    return (await this.get(RunMatchingRound).run(roundId)).run.id;
  }

  /** Puts the job of a run in once more. */
  async queueAgain({ id, attempt }: MatchingRun): Promise<void> {
    await this.get(JobQueues).add({ kind: 'solve-run', subject: id, attempt }, 'again');
  }

  async run(id: string): Promise<MatchingRun> {
    return (await this.get(MatchingRunRepository).byId(id))!;
  }

  async round(id: string): Promise<MatchingRound> {
    return (await this.get(MatchingRoundRepository).byId(id))!;
  }

  /** The run, as soon as it is so. */
  async runWhen(id: string, holds: (run: MatchingRun) => boolean, seconds = 60): Promise<MatchingRun> {
    for (const end = Date.now() + seconds * 1_000; ;) {
      const run = await this.run(id);
      if (holds(run)) return run;
      await pause(50);
      if (Date.now() > end) {
        throw new Error(`It did not come so far within ${seconds} s: ${JSON.stringify(run)}`);
      }
    }
  }

  /** The run while a worker solves it. */
  amid(id: string): Promise<MatchingRun> {
    return this.runWhen(id, ({ state, progress }) => state === 'running' && progress.stage === 'pairs');
  }

  /** Lets the people of a solved round wait again, for the next one. */
  async discard(roundId: string): Promise<void> {
    await this.get(DiscardMatchingRound).run(roundId);
  }

  /** Makes nonsense of what a run was frozen from, which the database otherwise refuses. */
  async spoil(runId: string): Promise<void> {
    const database = this.get(Database);
    await database.run(async () => {
      await database.query('alter table matching_run disable trigger user');
      await database.query(`update matching_run set snapshot = 'no JSON' where id = $1`, [runId]);
      await database.query('alter table matching_run enable trigger user');
    });
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

/** What came of the jobs that a worker did, as its log says. */
export function outcomesOf(worker: StartedProcess): string[] {
  return worker.output
    .split('\n')
    .filter((line) => line.includes('"job is done"'))
    .map((line) => (JSON.parse(line) as { outcome: string }).outcome);
}
