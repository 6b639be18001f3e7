import type { Counted } from '../counted';
import type { Estimate } from '../estimate';

/** How a relative likelihood is worded and which rate is divided by which. */
export interface LikelihoodOptions {
  /** The people of the group, in the plural, as in the middle of a sentence: "nurses". */
  readonly group?: string;
  /** The people of the rest, in the plural; "everyone else" where nothing is said. */
  readonly rest?: string;
  /** What they were more or less likely to do, from "to" on: "to be matched". */
  readonly outcome?: string;
  /** `group_to_rest` divides the rate of the group by that of the rest; `wres` the other way round. */
  readonly order?: 'group_to_rest' | 'wres';
  /** Of the interval, between 0 and 1. */
  readonly level?: number;
}

/** A relative likelihood with the counts it comes from, and in words. */
export interface RelativeLikelihood extends Estimate {
  readonly order: 'group_to_rest' | 'wres';
  readonly group: Counted;
  readonly rest: Counted;
  /** One sentence without counts: "Nurses were 0.62 times as likely as everyone else to be matched". */
  readonly direction: string;
}

/** Relative likelihood. */
export function relativeLikelihood(
  group: Counted,
  rest: Counted,
  options: LikelihoodOptions = {},
): RelativeLikelihood {
  throw new Error('not written yet');
}
