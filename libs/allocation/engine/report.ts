import type { SolveProgress } from '../problem';

/** Says how far a stage has come; what it throws ends the solve. */
export type Report = (stage: SolveProgress['stage'], done: number, total: number) => void;

/** Progress is reported once in so many steps. */
const REPORT_EVERY = 64;

/** Thins out what is reported. */
export function reporter(onProgress: ((progress: SolveProgress) => void) | undefined): Report {
  return (stage, done, total) => {
    if (onProgress !== undefined && (done % REPORT_EVERY === 0 || done === total)) {
      onProgress({ stage, done, total });
    }
  };
}
