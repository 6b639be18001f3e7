/** What a programme takes: requests and rounds while it is open, nothing new once it is closed. */
export type ProgrammeState = 'open' | 'closed';

/** The tenant: a trust, a system, a region or the nation, within which people are matched. */
export interface Programme {
  /** UUID. */
  readonly id: string;
  /** 1 to 200 characters; no other programme has it. */
  readonly name: string;
  readonly state: ProgrammeState;
  /** Goes up by one with each change, from 1. */
  readonly version: number;
}
