import { InputRefused } from './input-refused';

/** Collects what several readers refuse, so that somebody who mends one file hears of the next at once. */
export class RefusedInputs {
  readonly #problems: string[] = [];

  /** Runs a reader. What it read is to be had after {@link refuse}, which throws where this reader refused. */
  collect<Value>(reader: () => Value): () => Value {
    try {
      const value = reader();
      return () => value;
    } catch (error) {
      if (!(error instanceof InputRefused)) {
        throw error;
      }
      this.#problems.push(...error.problems);
      return () => {
        throw error;
      };
    }
  }

  /** @throws InputRefused with every problem of every reader */
  refuse(): void {
    InputRefused.ifAny(this.#problems);
  }
}
