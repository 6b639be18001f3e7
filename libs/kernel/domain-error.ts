/**
 * An error that a person can act on. `code` is stable and fit for machines
 * (`people.import-refused`), `message` is one plain sentence, and `problems`
 * lists every single fault where one input can hold many.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly problems: readonly string[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}
