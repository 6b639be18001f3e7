import type { Counted } from '../counted';
import type { ReasonCode } from '../estimate';

/** Which cell of group and rest × succeeded and not is empty, if any. */
export function zeroCell(group: Counted, rest: Counted): ReasonCode | undefined {
  if (group.n === 0 || rest.n === 0) return 'nobody_counted';
  if (rest.successes === 0) return 'none_in_rest';
  if (group.successes === 0) return 'none_in_group';
  if (group.successes === group.n) return 'all_in_group';
  if (rest.successes === rest.n) return 'all_in_rest';
  return undefined;
}
