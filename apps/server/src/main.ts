import { JOB_KINDS } from '@evenhand/kernel';
import {
  type Configuration,
  CONFIGURATION_VARIABLES,
  ConfigurationRefused,
  readConfiguration,
} from '@evenhand/config';
import { createLogger, Metrics, NestLogger, sayReady } from '@evenhand/observability';
import type { TokenTerms } from '@evenhand/openid';
import { PageRenderer } from '@evenhand/pages';
import { JobQueues, OutboxRelay } from '@evenhand/queue';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import 'reflect-metadata';
import { DescribedApi } from './described-api';
import { BrowserSessions } from './http/browser-sessions';
import { configureServer } from './http/configure-server';
import { serve } from './http/serve';
import { ServerModule } from './server.module';
import { errorPage } from './web/error.page';
import { readerOf } from './web/reader';

/** Exits with 0 when it is told to stop, with 1 when it cannot go on, with 2 when it is not told where it runs. */
async function main(): Promise<void> {
  const configuration = configurationOrExit();
  const tokens = tokenTermsOrExit(configuration);
  const logger = createLogger(configuration.logLevel);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ error }, 'the server cannot go on');
      process.exit(1);
    });
  }
  const metrics = new Metrics();
  const api = new DescribedApi();
  const app = await NestFactory.create<NestExpressApplication>(
    ServerModule.forRoot(configuration, { logger, metrics, api, tokens }),
    { bodyParser: false, logger: new NestLogger(logger), abortOnError: false },
  );
  api.describe(app);
  const pages = app.get(PageRenderer, { strict: false });
  await configureServer(app, configuration, {
    logger,
    metrics,
    problemPage: ({ status, body }, request) =>
      pages.render(errorPage(status, body.instance, body.code), readerOf(request)),
    sessions: app.get(BrowserSessions, { strict: false }),
  });
  const queues = app.get(JobQueues);
  for (const kind of JOB_KINDS) {
    metrics.gauge(
      `evenhand_queue_${kind.replaceAll('-', '_')}_jobs`,
      `Jobs of the queue ${kind} that wait or are under way.`,
      () => queues.depth(kind),
    );
  }
  await app.get(OutboxRelay).startRelaying();
  sayReady({ address: await serve(app, configuration, logger) });
}

function configurationOrExit(): Configuration {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

function tokenTermsOrExit({ openId: { issuer, audience, staffIdClaim } }: Configuration): TokenTerms {
  if (issuer === undefined) {
    const { expected } = CONFIGURATION_VARIABLES.find(({ name }) => name === 'OIDC_ISSUER')!;
    process.stderr.write(`OIDC_ISSUER is not set: expected ${expected}\n`);
    process.exit(2);
  }
  return { issuer, audience, ...(staffIdClaim === undefined ? {} : { staffIdClaim }) };
}

void main();
