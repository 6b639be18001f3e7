import { MEASURES, type Measure } from './measures';
import type { PersonDimension } from './report-dimensions';

/** A dimension of which facts hold a category for each person; bands are made of numbers, groups of professions. */
export type StatedDimension = Exclude<PersonDimension, 'professional_group' | 'waiting' | 'score' | 'rank'>;

/** The dimensions of which facts hold a category. */
export const STATED_DIMENSIONS: readonly StatedDimension[] = [
  'profession',
  'stage',
  'grade',
  'region',
  'organisation',
  'round',
];

/**
 * What is known of every eligible person of a programme in a window, as columns: a place for each person, nobody's id.
 * 200,000 people take 6 MB.
 */
export interface PeopleFacts {
  readonly people: number;
  /** Position of the category in its dimension. */
  readonly categories: Readonly<Record<StatedDimension, Uint16Array>>;
  /** A bit for each of {@link MEASURES}, in their order. */
  readonly steps: Uint32Array;
  /** Days from asking to the match, or to where the wait was cut off; −1 of who did not ask, or is not known. */
  readonly waitedDays: Int32Array;
  /** Of the match, 0 to 10,000; −1 of who has none. */
  readonly scores: Int32Array;
  /** Of the mentor of the match among those eligible, 1 for the best; −1 where it is not known, and of who has no match. */
  readonly mentorRanks: Int32Array;
  /** Among how many; −1 as the rank is. */
  readonly eligibleMentors: Int32Array;
}

/** What is known of every mentor who takes part. */
export interface MentorFact {
  readonly profession: string;
  readonly stage: string;
  readonly region: string;
  readonly organisation: string;
  readonly places: number;
  readonly placesInUse: number;
  /** Proposals made to them in the window whose time to answer is over, and those of them that they answered in time. */
  readonly offers: number;
  readonly answeredInTime: number;
}

/** The bit of a measure. */
export function bitOf(measure: Measure): number {
  return 1 << MEASURES.indexOf(measure);
}
