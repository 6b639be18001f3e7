import { DomainError } from '@evenhand/kernel';
import {
  answerQuestion,
  type EnquiryAnswer,
  type EnquiryQuestion,
  type FrozenAndSolved,
  type SolvedRun,
  type SolverProgress,
  solveSnapshot,
} from '@evenhand/matching';
import { healthAndCare } from '@evenhand/taxonomy';
import { parentPort, workerData } from 'node:worker_threads';

/** What a solver's thread is started for: to solve a snapshot, or to answer an enquiry into a run that was solved. */
export type ThreadTask =
  { readonly snapshot: string } | { readonly question: EnquiryQuestion; readonly run: FrozenAndSolved };

/** Why the solver refused a snapshot: what a DomainError holds. */
export interface ThreadRefusal {
  readonly code: string;
  readonly message: string;
  readonly problems: readonly string[];
}

/** What a solver's thread tells whoever started it. */
export type ThreadMessage =
  | { readonly progress: SolverProgress }
  | { readonly solved: SolvedRun | EnquiryAnswer }
  | { readonly refused: ThreadRefusal };

const REPORT_MILLISECONDS = 100;

function say(message: ThreadMessage): void {
  parentPort!.postMessage(message);
}

/** A new stage at once, steps within it a few times a second: nobody reads faster. */
function progressTeller(): (progress: SolverProgress) => void {
  let told = { stage: '', at: -Infinity };
  return (progress) => {
    const now = performance.now();
    if (progress.stage === told.stage && now - told.at < REPORT_MILLISECONDS) return;
    told = { stage: progress.stage, at: now };
    say({ progress });
  };
}

function solveInThread(task: ThreadTask): void {
  const watch = { onProgress: progressTeller() };
  try {
    say({
      solved:
        'snapshot' in task
          ? solveSnapshot(task.snapshot, healthAndCare, watch)
          : answerQuestion(task.question, task.run, healthAndCare, watch),
    });
  } catch (error) {
    // Any other error ends the thread and is told by it.
    if (!(error instanceof DomainError)) throw error;
    const { code, message, problems } = error;
    say({ refused: { code, message, problems } });
  }
}

solveInThread(workerData as ThreadTask);
