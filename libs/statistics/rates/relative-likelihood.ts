import type { Counted } from '../counted';
import type { Estimate, ReasonCode } from '../estimate';
import { reasonOf } from '../reasons';
import { requireCounted } from '../refused-arguments';
import { type ComparedPeople, likelihoodInWords } from './likelihood-in-words';
import { katz } from './katz';

/** Which rate is divided by which: the group's by that of the rest, or, as the WRES does it, the other way round. */
export type LikelihoodOrder = 'group_to_rest' | 'wres';

/** How a relative likelihood is worded and which rate is divided by which. */
export interface LikelihoodOptions {
  /** The people of the group, in the plural, as in the middle of a sentence: "nurses". */
  readonly group?: string;
  /** The people of the rest, in the plural; "everyone else" where nothing is said. */
  readonly rest?: string;
  /** What they were more or less likely to do, from "to" on; "to be matched" where nothing is said. */
  readonly outcome?: string;
  /** `group_to_rest` where nothing is said. */
  readonly order?: LikelihoodOrder;
  /** How sure the interval is, between 0 and 1; 0.95 where nothing is said. */
  readonly level?: number;
}

/** A relative likelihood with the counts it comes from, and in words. */
export interface RelativeLikelihood extends Estimate {
  readonly order: LikelihoodOrder;
  readonly group: Counted;
  readonly rest: Counted;
  /** One sentence without counts: "Nurses were 0.62 times as likely as everyone else to be matched." */
  readonly direction: string;
}

/**
 * How likely people of a group were, beside everyone else: rate of the group ÷ rate of the rest, with the interval of
 * `katz`. In WRES order it is rate of the rest ÷ rate of the group, so that above 1 is to the group's disadvantage; the
 * sentence says which way round it is.
 *
 * Source: NHS Workforce Race Equality Standard, indicator 2, for its order; Katz et al. (1978) for the interval. From 0
 * up. A zero cell gives no interval and a rate of 0% to be divided by gives no ratio, as in `katz`, whichever
 * order was asked for.
 *
 * @throws RangeError naming the argument that is out of range
 */
export function relativeLikelihood(
  group: Counted,
  rest: Counted,
  options: LikelihoodOptions = {},
): RelativeLikelihood {
  requireCounted('group', group);
  requireCounted('rest', rest);
  const { order = 'group_to_rest', level = 0.95, outcome = 'to be matched' } = options;
  const people: ComparedPeople = { name: options.group ?? 'people of the group', areOne: false };
  const others: ComparedPeople = {
    name: options.rest ?? 'everyone else',
    areOne: options.rest === undefined,
  };
  const isReversed = order === 'wres';
  const relative = isReversed ? namedFromGroup(katz(rest, group, level)) : katz(group, rest, level);
  const [first, second] = isReversed ? [others, people] : [people, others];
  return {
    ...relative,
    order,
    group,
    rest,
    direction: likelihoodInWords(relative.estimate, first, second, outcome),
  };
}

const OTHER_SIDE: Partial<Record<ReasonCode, ReasonCode>> = {
  none_in_group: 'none_in_rest',
  none_in_rest: 'none_in_group',
  all_in_group: 'all_in_rest',
  all_in_rest: 'all_in_group',
};

/** What was found with the rest in the place of the group, with its reason in the words of the group. */
function namedFromGroup(reversed: Estimate): Estimate {
  const code = reversed.reason && OTHER_SIDE[reversed.reason.code];
  return code === undefined ? reversed : { ...reversed, reason: reasonOf(code) };
}
