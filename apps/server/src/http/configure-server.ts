import type { Configuration } from '@evenhand/config';
import { Callers } from '@evenhand/identity';
import { Clock } from '@evenhand/kernel';
import { type Logger, type Metrics, requestLogging } from '@evenhand/observability';
import { Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AccessGuard } from './access.guard';
import type { BrowserSessions } from './browser-sessions';
import { DtoPipe } from './dto-pipe';
import type { Request, Response } from './exchange';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyStore } from './idempotency-store';
import { JsonBodyInterceptor } from './json-body.interceptor';
import { openApiDocument } from './open-api';
import { ProblemFilter, type ProblemPage } from './problem.filter';
import { recognise } from './recognise';
import {
  API_PREFIX,
  assertEveryPageIsGuarded,
  assertEveryRouteDeclaresPermission,
  OUTSIDE_THE_API,
} from './routes';
import { RowReachInterceptor } from './row-reach.interceptor';
import { keepNoCopies, securityHeaders } from './security-headers';
import { addressLimit } from './throttling/address-limit';
import { CallerLimit } from './throttling/caller-limit';
import { RequestCounter } from './throttling/request-counter';
import { unknownRoute } from './unknown-route';

/** What a server speaks with, and, where it has pages, what they need. */
export interface ServerVoice {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Writes what went wrong for people who met it in a browser, outside of the programming interface. */
  readonly problemPage?: ProblemPage;
  /** Who is signed in to the pages; nobody where it is absent. */
  readonly sessions?: BrowserSessions;
}

/**
 * Makes an application speak as all of our interface does, and readies it to listen. It must be made with
 * `bodyParser: false`, and its module must provide `Callers`, `Clock`, `IdempotencyStore` and `RequestCounter`.
 *
 * @throws Error where a route declares neither a permission nor that it is public, or a page could be used by other sites
 */
export async function configureServer(
  app: NestExpressApplication,
  configuration: Pick<Configuration, 'publicUrl' | 'trustProxy' | 'requestLimits'>,
  { logger, metrics, problemPage, sessions }: ServerVoice,
): Promise<void> {
  assertEveryRouteDeclaresPermission(app);
  assertEveryPageIsGuarded(app);
  const problems = new ProblemFilter(problemPage);

  app.disable('x-powered-by');
  app.set('trust proxy', configuration.trustProxy);
  app.set('query parser', 'simple');
  // An ETag is a version of ours, which If-Match understands; express would make others from the bytes of an answer.
  app.set('etag', false);

  app.use(requestLogging(logger, metrics));
  app.use(securityHeaders(configuration.publicUrl));
  app.use(keepNoCopies);
  const counter = app.get(RequestCounter, { strict: false });
  app.use(
    addressLimit(counter, configuration.requestLimits, (error, request, response) =>
      problems.tell(error, request, response),
    ),
  );

  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_THE_API });
  app.useGlobalFilters(problems);
  app.useGlobalGuards(
    new AccessGuard(
      app.get(Callers, { strict: false }),
      new CallerLimit(counter, configuration.requestLimits),
      sessions,
    ),
  );
  app.useGlobalInterceptors(
    new RowReachInterceptor(),
    new JsonBodyInterceptor(app.get(Reflector)),
    new IdempotencyInterceptor(
      app.get(IdempotencyStore, { strict: false }),
      app.get(Clock, { strict: false }),
    ),
  );
  app.useGlobalPipes(new DtoPipe());

  serveOpenApi(app);
  await app.init();
  // Nest answers for unknown addresses below its prefix only.
  app.use(async (request: Request, response: Response) => {
    // Whoever is lost is still signed in; where even that cannot be told, the page says that it is not there.
    await recognise(request, response, sessions).catch(() => undefined);
    problems.tell(unknownRoute(request), request, response);
  });
}

function serveOpenApi(app: NestExpressApplication): void {
  let document: OpenAPIObject | undefined;
  app.use('/api/openapi.json', ({ method }: Request, response: Response, next: () => void) => {
    if (method !== 'GET') {
      next();
      return;
    }
    document ??= openApiDocument(app);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(document));
  });
}
