import { StreamableFile } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** Where something stands that a worker does. */
export interface WorkNow {
  readonly state: string;
  readonly progress?: object;
  readonly failure?: object;
}

/** Progress is kept in the database, where any worker writes it, and looked up so often for whoever watches. */
const LOOK_EVERY_MS = 300;
/** A line that readers pass over, so that nobody on the way takes a long wait in the queue for a dead connection. */
const STILL_HERE = ': still here\n\n';
const STILL_HERE_EVERY_MS = 15_000;

/**
 * Server-sent events of work that was found, one for each change, from where it stands now until it is neither queued
 * nor running. Where a look fails the events end without an `end`, and readers connect again by themselves.
 *
 * This is a stream, and not Nest's own `@Sse`: with an interceptor about, that one answers 200 before the handler has
 * looked, so that a thing which does not exist would be well and silent.
 */
export function progressEvents(now: WorkNow, look: () => Promise<WorkNow>): StreamableFile {
  // The reader's pace decides when it is looked, and what may be reached then is still what the request may reach.
  const events = Readable.from(changes(now, AsyncLocalStorage.bind(look)), { objectMode: false });
  return new StreamableFile(events, { type: 'text/event-stream; charset=utf-8' });
}

/** The same as text, event by event. */
export async function* changes(
  now: WorkNow,
  look: () => Promise<WorkNow>,
  pause: (milliseconds: number) => Promise<void> = setTimeout,
): AsyncGenerator<string> {
  let told: string | undefined;
  let quiet = 0;
  for (let work = now; ; work = await look()) {
    const data = JSON.stringify({ state: work.state, progress: work.progress, failure: work.failure });
    const event = `event: ${isUnderWay(work) ? 'progress' : 'end'}\ndata: ${data}\n\n`;
    if (data !== told || quiet >= STILL_HERE_EVERY_MS) {
      yield data === told ? STILL_HERE : event;
      told = data;
      quiet = 0;
    }
    if (!isUnderWay(work)) return;
    await pause(LOOK_EVERY_MS);
    quiet += LOOK_EVERY_MS;
  }
}

function isUnderWay({ state }: WorkNow): boolean {
  return state === 'queued' || state === 'running';
}
