import type { Background, MeetingMode } from './person';

/** A post as a programme keeps it. */
export interface RegisteredPost {
  readonly organisationId: string;
  /** Code of a region in the catalogue. */
  readonly region: string;
  /** Code of a grade in the catalogue. */
  readonly grade?: string;
  /** Code of a stage in the catalogue. */
  readonly stage: string;
  /** Code of a staff group in the catalogue. */
  readonly staffGroup?: string;
  /** Reference of the person whom they report to, who need not be registered. */
  readonly lineManager?: string;
  /** First and last day, `YYYY-MM-DD`; a post without a last day goes on. */
  readonly from?: string;
  readonly to?: string;
}

/** What a programme knows of somebody, whether they ask, offer, both or neither. No protected characteristic. */
export interface PersonDetails {
  /** The programme's own id of the person, such as a staff number: what files call `id`. No two are alike but for case. */
  readonly reference: string;
  readonly name?: string;
  readonly email?: string;
  readonly background: Background;
  /** The first is the main one. Never empty. */
  readonly posts: readonly [RegisteredPost, ...RegisteredPost[]];
  /** The preferred one first. Never empty. */
  readonly languages: readonly string[];
  readonly mode: MeetingMode;
  /** References of people whom they must not be paired with, registered or not. */
  readonly exclude: readonly string[];
  /** Consents to being matched. */
  readonly consent: boolean;
  readonly active: boolean;
}

/** A person whom a programme keeps. */
export interface RegisteredPerson extends PersonDetails {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly version: number;
}
