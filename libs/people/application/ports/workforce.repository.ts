/** How many people of each profession a programme has in scope, by code of the profession. */
export type Headcounts = ReadonlyMap<string, number>;

/** Keeps the headcounts that ask rate and reach are shares of. */
export abstract class WorkforceRepository {
  /** Replaces all headcounts of a programme. */
  abstract replace(programmeId: string, headcounts: Headcounts): Promise<void>;
  /** Whether a baseline of the workforce was handed in, which they follow from then on. */
  abstract followBaseline(programmeId: string): Promise<boolean>;
  /** Empty where none were given. */
  abstract read(programmeId: string): Promise<Headcounts>;
}
