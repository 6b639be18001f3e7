import { DomainError } from './domain-error';

/** What was asked for is not there, or not there for whoever asks: the two must look alike. */
export class NotFound extends DomainError {
  /** @param what as a reader calls it: `matching round`; the code becomes `matching-round.not-found` */
  constructor(what: string, id: string) {
    super(`${what.replaceAll(' ', '-')}.not-found`, `There is no ${what} ${id}.`);
  }
}

/** The request is understood, but what it would change is in a state that does not allow it. */
export class Conflict extends DomainError {}

/** Somebody else changed the thing since it was read. */
export class StaleVersion extends DomainError {
  constructor(what: string) {
    super(
      'version.stale',
      `The ${what} was changed after you read it: read it again, then make your change to what it is now.`,
    );
  }
}

/** A list was to go on from a place at which none of its pages ended. */
export class UnknownPosition extends DomainError {
  constructor() {
    super(
      'cursor.malformed',
      'The cursor is none that was given out here: take nextCursor of the page before, or leave it out to start anew.',
    );
  }
}

/** Whoever asks may not do this, whatever the thing. */
export class Forbidden extends DomainError {
  constructor(message: string) {
    super('access.forbidden', message);
  }
}
