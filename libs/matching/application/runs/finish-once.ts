import { type Clock, DomainError, failureOf } from '@evenhand/kernel';
import type { RoundFailure } from '../../domain/lifecycle/matching-round';
import type { Solver, SolveRunner, SolverProgress, SolverWatch } from '../ports/solve-runner';
import { StoredProgress } from './stored-progress';

/** Work that so many workers began, and neither finished nor gave back, takes them down with it. */
const MOST_DELIVERIES = 5;

/** What a worker does with a thing that has to be solved, be it a run or an enquiry, and that others may have begun before. */
export interface SolverWork<Thing extends { readonly deliveries: number }, Solved> {
  /** Counts the delivery. Undefined where the thing is over: the job is settled then. */
  begin(): Promise<Thing | undefined>;
  solve(thing: Thing, solver: Solver, watch: SolverWatch): Promise<Solved>;
  /** False when the thing is no longer to be solved. */
  reportProgress(thing: Thing, progress: SolverProgress): Promise<boolean>;
  /** Writes what was solved and settles the job. False when the thing was over: nothing was written then. */
  finish(thing: Thing, solved: Solved): Promise<boolean>;
  /** Why it ends where so many workers began it and none of them was heard of again. */
  killsWorkers(workers: number, thing: Thing): RoundFailure;
  /** Ends the thing with a reason, and settles the job. */
  fail(failure: RoundFailure): Promise<void>;
  /** Counts the delivery no longer. */
  giveBack(thing: Thing): Promise<void>;
  /** Nobody waits for the job any more. */
  settle(): Promise<void>;
}

type Finished = 'finished' | 'stale' | 'failed';

/**
 * Solves a thing and finishes it once, whoever else works on it or did before. A thing that waits for its turn is not
 * begun: nobody can blame it for what whoever is solved meanwhile does to the worker.
 *
 * @param signal aborted when the worker has to stop: the thing is then left for another one
 * @returns `stale` where the thing was over, or ended meanwhile: nothing was written then. `failed` where nobody could
 *   ever solve it
 * @throws the signal's reason when it is aborted
 */
export function finishOnce<Thing extends { readonly deliveries: number }, Solved>(
  work: SolverWork<Thing, Solved>,
  { runner, clock }: { readonly runner: SolveRunner; readonly clock: Clock },
  signal: AbortSignal,
): Promise<Finished> {
  return runner.inTurn(signal, (solver) => finishInTurn(work, { solver, clock }, signal));
}

/** What solves, and by which clock its progress is told. */
interface InTurn {
  readonly solver: Solver;
  readonly clock: Clock;
}

async function finishInTurn<Thing extends { readonly deliveries: number }, Solved>(
  work: SolverWork<Thing, Solved>,
  turn: InTurn,
  signal: AbortSignal,
): Promise<Finished> {
  const thing = await work.begin();
  if (thing === undefined) {
    return 'stale';
  }
  if (thing.deliveries > MOST_DELIVERIES) {
    await work.fail(work.killsWorkers(MOST_DELIVERIES, thing));
    return 'failed';
  }
  try {
    return await solveAndFinish(work, thing, turn, signal);
  } catch (error) {
    await giveBack(work, thing);
    throw error;
  }
}

async function solveAndFinish<Thing extends { readonly deliveries: number }, Solved>(
  work: SolverWork<Thing, Solved>,
  thing: Thing,
  { solver, clock }: InTurn,
  signal: AbortSignal,
): Promise<Finished> {
  const stale = new AbortController();
  const progress = new StoredProgress(
    (reached) => work.reportProgress(thing, reached),
    clock,
    () => stale.abort(),
  );
  const watch = {
    onProgress: (reached: SolverProgress) => progress.report(reached),
    signal: AbortSignal.any([signal, stale.signal]),
  };
  let solved: Solved;
  try {
    solved = await work.solve(thing, solver, watch).finally(() => progress.settled());
  } catch (error) {
    if (stale.signal.aborted && !signal.aborted) {
      await work.settle();
      return 'stale';
    }
    // A refusal is an answer: the same input would be refused by the next worker too.
    if (error instanceof DomainError && !signal.aborted) {
      await work.fail(failureOf(error));
      return 'failed';
    }
    throw error;
  }
  return (await work.finish(thing, solved)) ? 'finished' : 'stale';
}

/** Whoever can still say that it did not get done did not die of it. */
async function giveBack<Thing extends { readonly deliveries: number }, Solved>(
  work: SolverWork<Thing, Solved>,
  thing: Thing,
): Promise<void> {
  try {
    await work.giveBack(thing);
  } catch {
    // The database is away: the delivery stays counted, and the error that is on its way says more than this one.
  }
}
