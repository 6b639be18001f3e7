/** What may be known of an error in a log. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  /** Where it happened, innermost first. */
  readonly frames: readonly string[];
}

/**
 * An error without what it says about people: errors of a database carry the statement, its values and the row that was
 * in the way, and errors of readers quote what they read. What stands in quotation marks is left out.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: 'something that is no error was thrown', frames: [] };
  }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    message: withoutQuotations(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    frames: framesOf(error),
  };
}

function withoutQuotations(message: string): string {
  return message.split('\n', 1)[0]!.replace(/"[^"]*(?:"|$)|'[^']*(?:'|$)/g, '"…"');
}

/** The lines of the stack that are frames: the message stands before them, and may be many lines long. */
function framesOf({ stack = '' }: Error): string[] {
  return stack.split('\n').flatMap((line) => /^ {4}at (.*\S)$/.exec(line)?.[1] ?? []);
}
