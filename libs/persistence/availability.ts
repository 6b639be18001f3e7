/** Codes of a line that is not there, broke, or leads to nobody who answers in time. */
const BROKEN_LINE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** States of PostgreSQL: the connection failed, no room for one more, took too long, shutting down, crashed, starting up. */
const AWAY = /^(?:08\w{3}|53300|57014|57P0[123])$/;

/** What the driver says without a code. */
const SPOKEN =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Driver not Connected)/;

/** What TypeORM calls it when the connection of a transaction broke between two of its statements, or none was made. */
const LOST_IN_TRANSACTION = /^(?:QueryRunner(?:Provider)?AlreadyReleased|CannotExecuteNotConnected)Error$/;

/** What the errors of Node, of the driver and of TypeORM have in common. */
interface Failure {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
  readonly cause?: unknown;
  /** Of an AggregateError: one for each address that was tried. */
  readonly errors?: unknown;
}

/**
 * Whether an error says that the database cannot be reached now, which passes, unlike a statement that is wrong. What
 * the statement should have done was not done, or nobody can tell.
 */
export function isDatabaseAway(error: unknown): boolean {
  // By what it holds and not by its class: an error may come from another realm, whose Error is not ours.
  if (typeof error !== 'object' || error === null) {
    return false;
  }
  const { name, code, message, driverError, cause, errors }: Failure = error;
  return (
    (typeof code === 'string' && (BROKEN_LINE.has(code) || AWAY.test(code))) ||
    (typeof message === 'string' && SPOKEN.test(message)) ||
    (typeof name === 'string' && LOST_IN_TRANSACTION.test(name)) ||
    [driverError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].some(
      (inner) => inner !== error && isDatabaseAway(inner),
    )
  );
}
