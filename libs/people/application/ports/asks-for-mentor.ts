/** A mentee of a file, who asks for a mentor by being there. */
export interface Ask {
  readonly personId: string;
  /** Day since which they have been waiting, `YYYY-MM-DD`; absent for today. */
  readonly since?: string;
}

/** Where people's asking becomes requests. The context that keeps requests answers this. */
export abstract class AsksForMentor {
  /**
   * Submits a request for each of them who never had one: a file that is imported again asks for nobody who has been
   * matched since, or withdrew.
   *
   * @returns how many were submitted
   */
  abstract ask(programmeId: string, asks: readonly Ask[]): Promise<number>;
}

/** What else happens when a programme closes, in the same transaction. */
export abstract class ProgrammeClosing {
  abstract closed(programmeId: string): Promise<void>;
}
