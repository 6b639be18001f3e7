import type { Counted } from '../counted';

/** Rate of the group ÷ rate of the rest, from 0 up; `null` where the rest is at 0% or either counts nobody. */
export function rateRatio(group: Counted, rest: Counted): number | null {
  return group.n === 0 || rest.successes === 0
    ? null
    : (group.successes * rest.n) / (group.n * rest.successes);
}
