import { DomainError } from '@evenhand/kernel';
import {
  type EnquiryAnswer,
  type EnquiryQuestion,
  type FrozenAndSolved,
  type RunKind,
  type SolvedRun,
  type Solver,
  SolveRunner,
  type SolverWatch,
} from '@evenhand/matching';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Turns } from './turns';
import type { ThreadMessage, ThreadRefusal, ThreadTask } from './solver-thread';

/** Where and how large a solver's thread runs. */
export interface SolverThreadOptions {
  /** Is told why a thread crashed: a coordinator is only told that it did. */
  readonly logger: { error(fields: { readonly error: Error }, message: string): void };
  /** The compiled file of the thread. */
  readonly file?: string;
  /** Most memory for its objects, in megabytes; what it holds in typed arrays comes on top. */
  readonly heapMegabytes?: number;
  /** How many threads run at a time, each with that memory; 1 unless said otherwise. */
  readonly atATime?: number;
}

/** Enough for 5,000 mentees and 2,000 mentors, and little enough that a worker stays below 1.5 GB. */
const HEAP_MEGABYTES = 1_200;

/** What somebody is told who waits for what a thread was to do. */
interface WordsForWhoWaits {
  readonly crashed: string;
  outOfMemory(megabytes: number): string;
}

/** A round that is solved or published cannot be reopened, and loses nothing where matching it anew fails. */
const ANEW: WordsForWhoWaits = {
  outOfMemory: (megabytes) =>
    `To match the round anew needs more memory than the ${megabytes} MB that a worker has for it. The round stands as ` +
    'before; tell whoever looks after the service which round it is.',
  crashed:
    'The solver stopped before it was done, and the round stands as before. Try again; if it stops again, tell whoever ' +
    'looks after the service which round it is.',
};

const WORDS: Readonly<Record<RunKind | 'enquiry', WordsForWhoWaits>> = {
  whole: {
    outOfMemory: (megabytes) =>
      `The round needs more memory than the ${megabytes} MB that a worker has for it: reopen it, narrow its scope to ` +
      'fewer regions or organisations, and run it again.',
    crashed:
      'The solver stopped before it was done. Queue the round again; if it stops again, tell whoever looks after the ' +
      'service which round it is.',
  },
  override: ANEW,
  refill: ANEW,
  enquiry: {
    outOfMemory: (megabytes) =>
      `The answer needs more memory than the ${megabytes} MB that a worker has for it: tell whoever looks after the ` +
      'service what you asked, and of which round.',
    crashed:
      'The solver stopped before it had an answer. Ask again; if it stops again, tell whoever looks after the service ' +
      'what you asked, and of which round.',
  },
};

/** The thread is gone, and did not say what came of its task. */
class ThreadEnded extends Error {
  constructor(readonly why: Error) {
    super(why.message);
  }
}

/** Solves each run, and answers each enquiry, in a thread of its own, which takes its memory with it when it ends. */
export class ThreadedSolveRunner extends SolveRunner implements Solver {
  private readonly file: string;
  private readonly heapMegabytes: number;
  private readonly logger: SolverThreadOptions['logger'];
  private readonly turns: Turns;

  constructor({ logger, file, heapMegabytes, atATime = 1 }: SolverThreadOptions) {
    super();
    this.turns = new Turns(atATime);
    this.logger = logger;
    this.file = file ?? join(__dirname, 'solver-thread.js');
    this.heapMegabytes = heapMegabytes ?? HEAP_MEGABYTES;
  }

  override inTurn<Result>(signal: AbortSignal, work: (solver: Solver) => Promise<Result>): Promise<Result> {
    return this.turns.take(signal, () => work(this));
  }

  /** @throws DomainError what the solver refused, or `solver.out-of-memory`, `solver.crashed` */
  solve(snapshot: string, kind: RunKind, watch: SolverWatch): Promise<SolvedRun> {
    return this.inThread<SolvedRun>({ snapshot }, WORDS[kind], watch);
  }

  /** @throws as {@link solve} */
  answer(question: EnquiryQuestion, run: FrozenAndSolved, watch: SolverWatch): Promise<EnquiryAnswer> {
    return this.inThread<EnquiryAnswer>({ question, run }, WORDS.enquiry, watch);
  }

  /** What comes of a task is of the kind that the task is of. */
  private async inThread<Solved extends SolvedRun | EnquiryAnswer>(
    task: ThreadTask,
    words: WordsForWhoWaits,
    { onProgress, signal }: SolverWatch,
  ): Promise<Solved> {
    signal.throwIfAborted();
    const thread = new Worker(this.file, {
      name: 'solver',
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: this.heapMegabytes },
    });
    let stop = (): void => undefined;
    try {
      return await new Promise<Solved>((resolve, reject) => {
        stop = () => reject(signal.reason as Error);
        signal.addEventListener('abort', stop);
        thread.on('message', (message: ThreadMessage) => {
          if ('progress' in message) onProgress(message.progress);
          else if ('solved' in message) resolve(message.solved as Solved);
          else reject(domainError(message.refused));
        });
        thread.once('error', (error: Error) => reject(new ThreadEnded(error)));
        thread.once('exit', () => reject(new ThreadEnded(new Error('the thread ended and said nothing'))));
      });
    } catch (error) {
      throw error instanceof ThreadEnded ? this.whyEnded(error.why, words) : error;
    } finally {
      signal.removeEventListener('abort', stop);
      await thread.terminate();
    }
  }

  private whyEnded(error: Error, words: WordsForWhoWaits): DomainError {
    if (ranOutOfMemory(error)) {
      return new DomainError('solver.out-of-memory', words.outOfMemory(this.heapMegabytes));
    }
    this.logger.error({ error }, 'the solver crashed');
    return new DomainError('solver.crashed', words.crashed);
  }
}

/** Objects are limited by the thread, typed arrays by the machine. */
function ranOutOfMemory(error: Error & { readonly code?: unknown }): boolean {
  return (
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ||
    (error.name === 'RangeError' &&
      /array buffer allocation|invalid (?:typed )?array length/i.test(error.message))
  );
}

/** An error that crosses the border of a thread is no longer of its class. */
function domainError({ code, message, problems }: ThreadRefusal): DomainError {
  return new DomainError(code, message, problems);
}
