import { readConfiguration } from '@evenhand/config';
import { createLogger, Metrics } from '@evenhand/observability';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { writeFileSync } from 'node:fs';
import 'reflect-metadata';
import { DescribedApi } from './described-api';
import { openApiDocument } from './http/open-api';
import { API_PREFIX, OUTSIDE_THE_API } from './http/routes';
import { ServerModule } from './server.module';

/** A server needs to be told of a database; one that is only described never asks it anything. */
const NO_DATABASE = { DATABASE_URL: 'postgres://nobody@localhost/none' };

const NO_PROVIDER = { issuer: 'http://localhost', audience: 'nobody' };

/** Writes the description of the interface to a file. A preview knows every route and makes none of what serves them. */
async function writeOpenApi(file: string): Promise<void> {
  const configuration = readConfiguration(NO_DATABASE);
  const parts = {
    logger: createLogger('error'),
    metrics: new Metrics(),
    api: new DescribedApi(),
    tokens: NO_PROVIDER,
  };
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.forRoot(configuration, parts), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_THE_API });
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}

const [, , file] = process.argv;
if (file === undefined) {
  process.stderr.write('Say to which file: node dist/apps/server/src/write-openapi.js docs/openapi.json\n');
  process.exitCode = 2;
} else {
  void writeOpenApi(file);
}
