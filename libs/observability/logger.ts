import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { loggedError } from './logged-error';
import { currentRequestId } from './request-id';

/** Writes lines of the log: `logger.info({ roundId }, 'round finished')`. */
export type Logger = PinoLogger;

/** Nobody logs these on purpose; a library that logs a whole request would. */
const SECRETS = ['authorization', 'cookie', '["set-cookie"]', 'password', 'token'];
const REDACTED = SECRETS.flatMap((name) => {
  const member = name.startsWith('[') ? name : `.${name}`;
  return [name, `*${member}`, `*.headers${member}`];
});

/**
 * A logger that writes a line of JSON for each event: time, level, message and, while a request is worked on, its id.
 * Errors are written without what they might say about people, and secrets are blotted out.
 *
 * @param destination standard output where it is not given
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { process: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    messageKey: 'message',
    errorKey: 'error',
    serializers: { error: loggedError, err: loggedError },
    redact: { paths: REDACTED, censor: '[redacted]' },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
