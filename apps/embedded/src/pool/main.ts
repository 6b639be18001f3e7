import { DisclosureModule, HostModule, readConfiguration } from '@evenhand/config';
import { readCsvTable } from '@evenhand/files';
import { Authority } from '@evenhand/kernel';
import { createLogger, sayReady, stopWhenTold } from '@evenhand/observability';
import { PersonRepository } from '@evenhand/people';
import { PersistenceModule, RowReach } from '@evenhand/persistence';
import { PublishPoolCounts, TalentModule } from '@evenhand/talent';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import 'reflect-metadata';
import { DEMONSTRATION_PEOPLE } from '../provider/demonstration-people';
import { poolStory } from './pool-story';
import { tellPoolStory } from './tell-pool-story';
import { ToldClock, ToldTimeModule } from './told-clock';

const PROGRAM = Authority.ofProgram('demonstration');
const STOP_WITHIN_MS = 5_000;
const POOL_SIZE = 2;
/** Stages at which somebody may come to lead a service within some years. */
const STAGES = ['1', '2', '3'];

@Module({})
class PoolModule {}

/** The use cases of talent pools on a database, as far as it lets whoever signs in there. */
function poolService(
  url: string,
  host: Type | DynamicModule,
  reach: { readonly reachesAll?: true },
): Promise<INestApplicationContext> {
  const persistence = PersistenceModule.forRoot({
    ...{ url, poolSize: POOL_SIZE, applicationName: 'evenhand demonstration' },
    ...reach,
  });
  return NestFactory.createApplicationContext(
    {
      module: PoolModule,
      imports: [
        ...[persistence, host, TalentModule],
        DisclosureModule.forRoot(readConfiguration(process.env).disclosure),
      ],
    },
    { logger: false, abortOnError: false },
  );
}

/** Who could come to the pool, but for those as whom a newcomer signs in: they can try it for themselves. */
function referencesIn(file: string): string[] {
  const { columns, rows } = readCsvTable(file);
  const at = (column: string): number => columns.indexOf(column);
  const emails = DEMONSTRATION_PEOPLE.map(({ email }) => email);
  return rows
    .filter(
      (row) =>
        row[at('consent')] === 'yes' && row[at('active')] === 'yes' && !emails.includes(row[at('email')]!),
    )
    .filter((row) => file.endsWith('mentors.csv') || STAGES.includes(row[at('stage')]!))
    .map((row) => row[at('id')]!);
}

/** Makes the talent pool of the demonstration, as if it had been there for months, and publishes its counts. */
async function main(): Promise<void> {
  const { DATABASE_URL: url = '', WORKER_DATABASE_URL: workerUrl = '' } = process.env;
  const { PROGRAMME_ID: programmeId = '', BOARD_ACCOUNT: boardAccount = '', PEOPLE = '' } = process.env;
  stopWhenTold(createLogger('info'), STOP_WITHIN_MS, () => Promise.resolve());
  const [mentees, mentors] = ['mentees.csv', 'mentors.csv'].map((file) =>
    referencesIn(join(PEOPLE, file)),
  ) as [string[], string[]];
  const clock = new ToldClock();
  const service = await poolService(url, ToldTimeModule.by(clock), {});
  const found = await RowReach.of(PROGRAM).run(() =>
    service.get(PersonRepository).byReferences(programmeId, [...mentees, ...mentors]),
  );
  const persons = new Map(found.map(({ id, reference }) => [reference, id]));
  const isThere = (reference: string): boolean => persons.has(reference);
  const story = poolStory(mentees.filter(isThere), mentors.filter(isThere));
  await tellPoolStory(service, clock, { programmeId, boardAccount, persons }, story);
  await service.close();

  // Workers publish, and this is one for a moment: the next one comes in ten minutes.
  const worker = await poolService(workerUrl, HostModule, { reachesAll: true });
  await worker.get(PublishPoolCounts).run(PROGRAM);
  await worker.close();
  sayReady();
}

void main();
