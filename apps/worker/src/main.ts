import { type Configuration, ConfigurationRefused, readConfiguration } from '@evenhand/config';
import { createLogger, NestLogger, sayReady, stopWhenTold } from '@evenhand/observability';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { WorkerProgram } from './worker-program';
import { WorkerModule } from './worker.module';

/** What is kept back of the time to stop: for handing back jobs and closing connections. */
const CLOSING_MILLISECONDS = 1_500;

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
  const milliseconds = configuration.shutdownSeconds * 1_000;
  stopWhenTold(logger, milliseconds, async () => {
    await program.stop(Math.max(milliseconds - CLOSING_MILLISECONDS, milliseconds / 2));
    await app.close();
  });
  await program.start();
  logger.info('working');
  sayReady();
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

void main();
