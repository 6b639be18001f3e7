/** Some of the workforce: everybody of an organisation, profession, grade and stage. What a file does not say is absent. */
export interface BaselinePart {
  /** UUID. */
  readonly organisationId?: string;
  readonly profession: string;
  readonly grade?: string;
  readonly stage?: string;
  /** 0 or more. */
  readonly people: number;
}

/** Everybody of the workforce who answered an equality question alike, in aggregate only. */
export interface BaselineCharacteristic {
  readonly question: string;
  readonly answer: string;
  readonly people: number;
}

/** The workforce in scope of a programme, against which access and pools are measured. */
export interface Baseline {
  readonly parts: readonly BaselinePart[];
  readonly characteristics: readonly BaselineCharacteristic[];
}

/** A baseline as it is kept: every one of a programme has a number higher than the one before. */
export interface KeptBaseline extends Baseline {
  /** From 1 up. */
  readonly version: number;
}

/** No health service has so many people: what is counted, and what can be of what is withheld, is below it. */
export const MOST_PEOPLE = 10_000_000;

/** How many people there are of each profession: what ask rate and reach of a round are shares of. */
export function headcountsOf({ parts }: Baseline): ReadonlyMap<string, number> {
  const headcounts = new Map<string, number>();
  for (const { profession, people } of parts) {
    headcounts.set(profession, (headcounts.get(profession) ?? 0) + people);
  }
  return headcounts;
}

/** Everybody. */
export function peopleIn(parts: readonly { readonly people: number }[]): number {
  return parts.reduce((sum, { people }) => sum + people, 0);
}
