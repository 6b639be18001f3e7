import { DomainError } from './domain-error';

/**
 * What somebody handed in cannot be used, and nothing was done with it. `problems` holds every fault found, each one
 * line that says where (file, row, column, member) and what.
 */
export class InputRefused extends DomainError {
  constructor(problems: readonly [string, ...string[]]) {
    super('input.refused', problems[0], problems);
  }

  /** Throws when at least one problem was found. */
  static ifAny(problems: readonly string[]): void {
    const [first, ...others] = problems;
    if (first !== undefined) {
      throw new InputRefused([first, ...others]);
    }
  }
}
