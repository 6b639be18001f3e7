import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Metrics } from './metrics';
import { requestIdFrom, withRequestId } from './request-id';

/** A request as a router leaves it: with the pattern of its route, and the parts of the path that the pattern names. */
interface RoutedRequest extends IncomingMessage {
  readonly route?: { readonly path?: unknown };
  readonly params?: Readonly<Record<string, unknown>>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Asked for every few seconds by machines; at the usual level they would drown everything else. */
const ROUTINE = /^\/(?:health|metrics|assets)(?:\/|$)/;

/**
 * Gives every request its id, answers with it, logs one line when the answer is finished and measures how long it took.
 * The line holds the pattern of the route and the UUIDs in the path: a path that no route knows, and any query string,
 * may hold a name.
 */
export function requestLogging(logger: Logger, metrics: Metrics) {
  return (request: RoutedRequest, response: ServerResponse, next: () => void): void => {
    const requestId = requestIdFrom(request.headers['x-request-id']);
    const started = performance.now();
    response.setHeader('x-request-id', requestId);
    response.once('close', () => {
      const route = typeof request.route?.path === 'string' ? request.route.path : 'unknown';
      const { method = '' } = request;
      const seconds = (performance.now() - started) / 1000;
      metrics.observeRequest(route, method, response.statusCode, seconds);
      const line = {
        requestId,
        method,
        route,
        ...uuidsOf(request.params),
        status: response.statusCode,
        milliseconds: Math.round(seconds * 1000),
      };
      if (!response.writableFinished) {
        logger.warn(line, 'the caller left before the answer was finished');
      } else if (response.statusCode >= 500) {
        logger.error(line, 'request failed');
      } else {
        logger[ROUTINE.test(route) ? 'debug' : 'info'](line, 'request answered');
      }
    });
    withRequestId(requestId, next);
  };
}

function uuidsOf(params: Readonly<Record<string, unknown>> = {}): { ids?: Record<string, string> } {
  const ids = Object.entries(params).flatMap(([name, value]) =>
    typeof value === 'string' && UUID.test(value) ? [[name, value] as const] : [],
  );
  return ids.length === 0 ? {} : { ids: Object.fromEntries(ids) };
}
