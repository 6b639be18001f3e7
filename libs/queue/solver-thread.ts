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
import { refusalIn, type ThreadMessage } from './task-thread';

/** What a solver's thread is started for: to solve a snapshot, or to answer an enquiry into a run that was solved. */
export type ThreadTask =
  { readonly snapshot: string } | { readonly question: EnquiryQuestion; readonly run: FrozenAndSolved };

const REPORT_MILLISECONDS = 100;

function say(message: ThreadMessage<SolvedRun | EnquiryAnswer, SolverProgress>): void {
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
    say({ refused: refusalIn(error) });
  }
}

solveInThread(workerData as ThreadTask);
