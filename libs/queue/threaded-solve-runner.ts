import { DomainError } from '@evenhand/kernel';
import {
  type EnquiryAnswer,
  type EnquiryQuestion,
  type FrozenAndSolved,
  type RunKind,
  type SolvedRun,
  type Solver,
  type SolverProgress,
  SolveRunner,
  type SolverWatch,
} from '@evenhand/matching';
import { join } from 'node:path';
import type { ThreadTask } from './solver-thread';
import { inThread, ThreadEnded } from './task-thread';
import { Turns } from './turns';

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
    try {
      return await inThread<Solved>(
        { name: 'solver', file: this.file, heapMegabytes: this.heapMegabytes, task },
        { signal, onProgress: (progress) => onProgress(progress as SolverProgress) },
      );
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      if (error.isOutOfMemory) {
        throw new DomainError('solver.out-of-memory', words.outOfMemory(this.heapMegabytes));
      }
      this.logger.error({ error: error.why }, 'the solver crashed');
      throw new DomainError('solver.crashed', words.crashed);
    }
  }
}
