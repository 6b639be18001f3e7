import { HostModule } from '@evenhand/config';
import { readCsvTable } from '@evenhand/files';
import { createLogger, sayReady, stopWhenTold } from '@evenhand/observability';
import { PersonRepository } from '@evenhand/people';
import { PublishPoolCounts, TalentModule } from '@evenhand/talent';
import { join } from 'node:path';
import 'reflect-metadata';
import { DEMONSTRATION_PEOPLE } from '../provider/demonstration-people';
import { DEMONSTRATION, onTheWordOf } from '../service/on-the-word-of';
import { openUseCases } from '../service/use-cases';
import { poolStory } from './pool-story';
import { tellPoolStory } from './tell-pool-story';
import { ToldClock, ToldTimeModule } from './told-clock';

const STOP_WITHIN_MS = 5_000;
/** Stages at which somebody may come to lead a service within some years. */
const STAGES = ['1', '2', '3'];

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
  const service = await openUseCases(url, [ToldTimeModule.by(clock), TalentModule]);
  const found = await onTheWordOf(DEMONSTRATION, () =>
    service.get(PersonRepository).byReferences(programmeId, [...mentees, ...mentors]),
  );
  const persons = new Map(found.map(({ id, reference }) => [reference, id]));
  const isThere = (reference: string): boolean => persons.has(reference);
  const story = poolStory(mentees.filter(isThere), mentors.filter(isThere));
  await tellPoolStory(service, clock, { programmeId, boardAccount, persons }, story);
  await service.close();

  // Workers publish, and this is one for a moment: the next one comes in ten minutes.
  const worker = await openUseCases(workerUrl, [HostModule, TalentModule], { reachesAll: true });
  await worker.get(PublishPoolCounts).run(DEMONSTRATION);
  await worker.close();
  sayReady();
}

void main();
