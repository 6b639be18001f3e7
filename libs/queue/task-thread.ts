import { DomainError } from '@evenhand/kernel';
import { Worker } from 'node:worker_threads';

/** Why a task was refused: what a DomainError holds. An error that crosses the border of a thread is none any longer. */
export interface ThreadRefusal {
  readonly code: string;
  readonly message: string;
  readonly problems: readonly string[];
}

/** What a thread tells whoever started it. */
export type ThreadMessage<Solved, Progress = never> =
  { readonly progress: Progress } | { readonly solved: Solved } | { readonly refused: ThreadRefusal };

/** What a thread runs. */
export interface ThreadProgram {
  readonly name: string;
  /** The compiled file. */
  readonly file: string;
  /** Most memory for its objects; what it holds in typed arrays comes on top. */
  readonly heapMegabytes: number;
  /** What it finds as its data. */
  readonly task: unknown;
}

/** The thread is gone, and did not say what came of its task. */
export class ThreadEnded extends Error {
  constructor(readonly why: Error & { readonly code?: unknown }) {
    super(why.message);
  }

  /** Objects are limited by the thread, typed arrays by the machine. */
  get isOutOfMemory(): boolean {
    return (
      this.why.code === 'ERR_WORKER_OUT_OF_MEMORY' ||
      (this.why.name === 'RangeError' &&
        /array buffer allocation|invalid (?:typed )?array length/i.test(this.why.message))
    );
  }
}

/**
 * Does a task in a thread of its own, which takes its memory with it when it ends.
 *
 * @throws DomainError what the task was refused for, {@link ThreadEnded}, or the signal's reason
 */
export async function inThread<Solved>(
  { name, file, heapMegabytes, task }: ThreadProgram,
  {
    signal,
    onProgress = () => undefined,
  }: { readonly signal: AbortSignal; readonly onProgress?: (progress: unknown) => void },
): Promise<Solved> {
  signal.throwIfAborted();
  const thread = new Worker(file, {
    name,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  let stop = (): void => undefined;
  try {
    return await new Promise<Solved>((resolve, reject) => {
      stop = () => reject(signal.reason as Error);
      signal.addEventListener('abort', stop);
      thread.on('message', (message: ThreadMessage<Solved, unknown>) => {
        if ('progress' in message) onProgress(message.progress);
        else if ('solved' in message) resolve(message.solved);
        else reject(domainError(message.refused));
      });
      thread.once('error', (error: Error) => reject(new ThreadEnded(error)));
      thread.once('exit', () => reject(new ThreadEnded(new Error('the thread ended and said nothing'))));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

/**
 * What a thread says of an error.
 *
 * @throws the error itself where it is no DomainError: it ends the thread and is told by that
 */
export function refusalIn(error: unknown): ThreadRefusal {
  if (!(error instanceof DomainError)) throw error;
  const { code, message, problems } = error;
  return { code, message, problems };
}

function domainError({ code, message, problems }: ThreadRefusal): DomainError {
  return new DomainError(code, message, problems);
}
