import { DisclosureModule, HostModule, readConfiguration, SigningModule } from '@evenhand/config';
import { GovernanceModule } from '@evenhand/governance';
import { IdentityModule } from '@evenhand/identity';
import { DomainError } from '@evenhand/kernel';
import { MatchingModule } from '@evenhand/matching';
import { MentoringModule } from '@evenhand/mentoring';
import { PeopleModule } from '@evenhand/people';
import { type DatabaseOptions, isDatabaseAway, PersistenceModule } from '@evenhand/persistence';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';

@Module({})
class ServiceModule {}

/** One command has the database to itself for a moment: a few connections are plenty. */
const POOL_SIZE = 2;

/** The database that DATABASE_URL names. @throws ConfigurationRefused naming the variable */
export function databaseOptions(): DatabaseOptions {
  const { databaseUrl } = readConfiguration(process.env);
  return { url: databaseUrl, poolSize: POOL_SIZE, applicationName: 'evenhand command', impatient: true };
}

/** What PostgreSQL answers to a wrong user or password, or a database that it does not have. */
const REFUSED = new Set(['28000', '28P01', '3D000']);

/** Says in one line that DATABASE_URL leads nowhere, or to a door that stays shut. */
export async function reachingDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseAway(error)) {
      throw new DomainError(
        'database.away',
        'DATABASE_URL: the database does not answer. Does it run there?',
      );
    }
    const { code = '', message } = error as { code?: string; message?: string };
    throw REFUSED.has(code) ? new DomainError('database.refuses', `DATABASE_URL: ${message ?? code}`) : error;
  }
}

/** Carries out work with the use cases of the service, on its database, and lets go of it afterwards. */
export async function withService<Result>(
  work: (service: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const configuration = readConfiguration(process.env);
  const { proposalDays } = configuration;
  const service = await reachingDatabase(() =>
    NestFactory.createApplicationContext(
      {
        module: ServiceModule,
        imports: [
          HostModule,
          DisclosureModule.forRoot(configuration.disclosure),
          SigningModule.forRoot(configuration),
          PersistenceModule.forRoot({ ...databaseOptions(), reachesAll: true }),
          IdentityModule,
          GovernanceModule,
          PeopleModule,
          MatchingModule.with({ proposalDays }),
          MentoringModule,
        ],
      },
      { logger: false, abortOnError: false },
    ),
  );
  try {
    return await reachingDatabase(() => work(service));
  } finally {
    await service.close();
  }
}
