import { HostModule, readConfiguration, SigningModule } from '@evenhand/config';
import { EquityModule, EquitySettingsModule } from '@evenhand/equity';
import { readCsvTable } from '@evenhand/files';
import { MatchingModule } from '@evenhand/matching';
import { MentoringModule } from '@evenhand/mentoring';
import { createLogger, sayReady, stopWhenTold } from '@evenhand/observability';
import { OrganisationRepository, PeopleModule } from '@evenhand/people';
import { join } from 'node:path';
import 'reflect-metadata';
import { DEMONSTRATION as SIZE } from '../demonstration/demonstration-files';
import { DEMONSTRATION_PEOPLE } from '../provider/demonstration-people';
import { DEMONSTRATION, onTheWordOf } from '../service/on-the-word-of';
import { openUseCases } from '../service/use-cases';
import { readColleagues } from './colleagues';
import { TellLives } from './tell-lives';

const STOP_WITHIN_MS = 5_000;

/** Tells what becomes of the people of the demonstration once its round is published. */
async function main(): Promise<void> {
  const { DATABASE_URL: url = '', PROGRAMME_ID: programmeId = '', ROUND_ID: roundId = '' } = process.env;
  const { COORDINATOR_ACCOUNT: coordinatorAccount = '', PEOPLE = '' } = process.env;
  stopWhenTold(createLogger('info'), STOP_WITHIN_MS, () => Promise.resolve());
  const configuration = readConfiguration(process.env);
  const { proposalDays, closedRecordDays } = configuration;
  const service = await openUseCases(url, [
    ...[HostModule, SigningModule.forRoot(configuration), PeopleModule],
    ...[MatchingModule.with({ proposalDays }), MentoringModule],
    ...[EquityModule, EquitySettingsModule.with({ closedRecordDays })],
  ]);
  const table = (name: string) => readCsvTable(join(PEOPLE, name));
  const organisations = await onTheWordOf(DEMONSTRATION, () =>
    service.get(OrganisationRepository).ofProgramme(programmeId),
  );
  const lives = new TellLives(service, {
    ...{ programmeId, roundId, coordinatorAccount, seed: SIZE.seed },
    // A newcomer signs in as one of them, and finds everything still to be decided.
    left: DEMONSTRATION_PEOPLE.map(({ email }) => email),
    colleagues: readColleagues(table('colleagues.csv'), organisations),
    ...{ workforce: table('baseline.csv'), characteristics: table('characteristics.csv') },
  });
  await lives.run();
  await service.close();
  sayReady();
}

void main();
