import type { Logger } from '@evenhand/observability';
import type { OnFault } from './queue-connection';

const SILENT_MILLISECONDS = 60_000;
/** Some faults name a job, so that there is no end of different ones. */
const MOST_REMEMBERED = 50;

/** Logs what goes wrong with a connection, each fault once a minute: one that is away is noticed many times a second. */
export function faultLog(logger: Logger): OnFault {
  const loggedAt = new Map<string, number>();
  return (error) => {
    const { code } = error as { code?: unknown };
    const fault = typeof code === 'string' ? code : error.message;
    const now = performance.now();
    if (now - (loggedAt.get(fault) ?? -Infinity) < SILENT_MILLISECONDS) return;
    if (loggedAt.size === MOST_REMEMBERED) loggedAt.clear();
    loggedAt.set(fault, now);
    logger.warn({ error }, 'the queue has a fault');
  };
}
