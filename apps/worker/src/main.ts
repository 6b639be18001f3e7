import { type Configuration, ConfigurationRefused, readConfiguration } from '@evenhand/config';
import { createLogger, type Logger, NestLogger } from '@evenhand/observability';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { WorkerProgram } from './worker-program';
import { WorkerModule } from './worker.module';

/** Exits with 0 when it is told to stop, with 1 when it cannot go on, with 2 when it is not told where it runs. */
async function main(): Promise<void> {
  const configuration = configurationOrExit();
  const logger = createLogger(configuration.logLevel);
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ error }, 'the worker cannot go on');
      process.exit(1);
    });
  }
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(configuration, logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const program = app.get(WorkerProgram);
  stopWhenTold(configuration, logger, async (graceMilliseconds) => {
    await program.stop(graceMilliseconds);
    await app.close();
  });
  await program.start();
  logger.info('working');
  // Whoever started it as a part of a whole waits for this.
  process.send?.({ ready: true });
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

/** What is kept back of the time to stop: for handing back jobs and closing connections. */
const CLOSING_MILLISECONDS = 1_500;

function stopWhenTold(
  { shutdownSeconds }: Configuration,
  logger: Logger,
  stop: (graceMilliseconds: number) => Promise<void>,
): void {
  const milliseconds = shutdownSeconds * 1_000;
  let stopping = false;
  // A channel that closes means that whoever started the worker as a part of a whole is gone.
  for (const reason of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.on(reason, () => {
      if (stopping) return;
      stopping = true;
      logger.info({ reason }, 'stopping');
      // Whatever does not answer any more: a job that is still held is found by another worker.
      setTimeout(() => process.exit(0), milliseconds).unref();
      stop(Math.max(milliseconds - CLOSING_MILLISECONDS, milliseconds / 2)).then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error }, 'stopped with a fault');
          process.exit(0);
        },
      );
    });
  }
}

void main();
