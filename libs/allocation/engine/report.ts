import type { SolveProgress } from '../problem';

/** Steps are told of once in so many. */
const REPORT_EVERY = 64;

/** Says how far a solve has come, to whoever wants to know. What that throws ends the solve. */
export class Report {
  #worked = 0;
  #last: SolveProgress = { stage: 'pairs', done: 0, total: 1 };

  constructor(private readonly onProgress: ((progress: SolveProgress) => void) | undefined) {}

  /** Thins out what is told. */
  reached(stage: SolveProgress['stage'], done: number, total: number): void {
    if (done % REPORT_EVERY === 0 || done === total) {
      this.#last = { stage, done, total };
      this.again();
    }
  }

  /** Says the same again where nobody knows how much is left: every moment is one to be cancelled in. */
  again(): void {
    this.onProgress?.(this.#last);
  }

  /** A small step of that kind: a row of bits, say. */
  readonly work = (): void => {
    if (++this.#worked % REPORT_EVERY === 0) {
      this.again();
    }
  };
}

/** How the steps of a stage are reported. */
export interface StageReport {
  /** Called for each mentee of a pass. */
  onMentee(mentee: number): void;
  /** Called many times a second while nobody can say how much is left. */
  onWork(): void;
}
