/**
 * How long people waited, as two columns of equal length with one place for each person: arrays of numbers, or typed
 * arrays where there are many.
 */
export interface Durations {
  /** From 0 up, in any unit that is the same for all: days, weeks. */
  readonly times: ArrayLike<number>;
  /** 1 where the time ended with what was waited for, 0 where it was cut off before (withdrawn, or still waiting). */
  readonly events: ArrayLike<number>;
}
