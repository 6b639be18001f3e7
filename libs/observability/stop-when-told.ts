import type { Logger } from './logger';

/** Signals, and the channel to whoever started this process as a part of a whole: it closes when they are gone. */
const REASONS = ['SIGTERM', 'SIGINT', 'disconnect'] as const;

/**
 * Ends the process, with 0, when it is told to stop or when whoever started it as a part of a whole is gone: as soon as
 * `stop` settles, and at the latest after so many milliseconds.
 */
export function stopWhenTold(logger: Logger, milliseconds: number, stop: () => Promise<void>): void {
  let stopping = false;
  const obey = (reason: (typeof REASONS)[number]): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'stopping');
    // Whatever does not answer any more is let go of: a job that is still held is found by another worker.
    setTimeout(() => process.exit(0), milliseconds).unref();
    stop()
      .catch((error: unknown) => logger.error({ error }, 'stopped with a fault'))
      .finally(() => process.exit(0));
  };
  for (const reason of REASONS) process.on(reason, () => obey(reason));
  // They may have gone before anybody listened.
  if (hasLostChannel(process)) obey('disconnect');
}

/** Where there never was a channel, `connected` is not there either. */
function hasLostChannel({ connected }: { readonly connected?: boolean }): boolean {
  return connected === false;
}

/** Tells whoever started this process as a part of a whole that it is ready, and what they need to know of it. */
export function sayReady(message: Readonly<Record<string, string>> = {}): void {
  if (process.connected) process.send?.(message);
}
