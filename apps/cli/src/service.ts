import { HostModule, readConfiguration } from '@evenhand/config';
import { IdentityModule } from '@evenhand/identity';
import { MatchingModule } from '@evenhand/matching';
import { PeopleModule } from '@evenhand/people';
import { type DatabaseOptions, PersistenceModule } from '@evenhand/persistence';
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
  return { url: databaseUrl, poolSize: POOL_SIZE, applicationName: 'evenhand command' };
}

/** Carries out work with the use cases of the service, on its database, and lets go of it afterwards. */
export async function withService<Result>(
  work: (service: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const { proposalDays } = readConfiguration(process.env);
  const service = await NestFactory.createApplicationContext(
    {
      module: ServiceModule,
      imports: [
        HostModule,
        PersistenceModule.forRoot(databaseOptions()),
        IdentityModule,
        PeopleModule,
        MatchingModule.with({ proposalDays }),
      ],
    },
    { logger: ['error', 'fatal'], abortOnError: false },
  );
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}
