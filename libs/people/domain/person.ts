/** Whether a person may practise the profession of their background today. */
export type Registration = 'registered' | 'not_practising' | 'not_registered';

/** What a person trained and registered as. It stays when they become a chief operating officer. */
export interface Background {
  /** Code of a profession in the catalogue. */
  readonly profession: string;
  /** Code of the professional group that the profession belongs to. */
  readonly group: string;
  readonly registration: Registration;
}

/** A job that a person holds; people on rotation hold several. */
export interface Post {
  readonly organisation: string;
  /** Code of a region in the catalogue. */
  readonly region: string;
  /** Code of a grade in the catalogue. */
  readonly grade?: string;
  /** Code of a stage in the catalogue. */
  readonly stage: string;
  /** Id of the person whom they report to, who need not take part. */
  readonly lineManager?: string;
}

/** How two people can meet. `either` suits both. */
export type MeetingMode = 'in_person' | 'remote' | 'either';

/** Equal for ids that differ only in case: people type each other's ids by hand. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

/** Somebody who asks for a mentor or offers to be one. No protected characteristic is ever held here. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly background: Background;
  /** The first is the main one. Never empty. */
  readonly posts: readonly [Post, ...Post[]];
  /** Languages in which they can meet, the preferred one first: ISO 639-1, or 639-3 where that has none. Never empty. */
  readonly languages: readonly string[];
  readonly mode: MeetingMode;
  /** A mentee needs all of these met; a mentor offers these. Lower-case words such as `step_free`. */
  readonly accessibility: readonly string[];
  /** Ids of people whom they must not be paired with. */
  readonly exclude: readonly string[];
  /** Consents to being matched. */
  readonly consent: boolean;
  readonly active: boolean;
}
