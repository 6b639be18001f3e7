import type { Counted } from '../counted';
import { requireCounted } from '../refused-arguments';

/** A group and everyone else within one stratum: one profession, or one grade. */
export interface Stratum {
  readonly group: Counted;
  readonly rest: Counted;
}

/** @throws RangeError naming the count that is out of range */
export function requireStrata(strata: readonly Stratum[]): void {
  strata.forEach(({ group, rest }, at) => {
    requireCounted(`strata[${at}].group`, group);
    requireCounted(`strata[${at}].rest`, rest);
  });
}

/** Those that hold people of the group and of the rest. */
export function comparableStrata(strata: readonly Stratum[]): Stratum[] {
  return strata.filter(({ group, rest }) => group.n > 0 && rest.n > 0);
}

/** All strata thrown together. */
export function withoutStrata(strata: readonly Stratum[]): Stratum {
  return {
    group: together(strata.map(({ group }) => group)),
    rest: together(strata.map(({ rest }) => rest)),
  };
}

function together(counted: readonly Counted[]): Counted {
  return counted.reduce((sum, { successes, n }) => ({ successes: sum.successes + successes, n: sum.n + n }), {
    successes: 0,
    n: 0,
  });
}
