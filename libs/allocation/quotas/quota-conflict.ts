import type { QuotaConflict } from './quota-solution';
import type { Floor } from './roster';
import type { Selection } from './selection';

/** Sets of quotas that are tried at most to see whether fewer conflict, too. */
const MOST_SETS = 500;

/**
 * The smallest conflict among quotas that cannot all be kept to. First each quota is left out in turn, for good where the
 * others still conflict: what is left is minimal. Then every smaller set is tried, if there are not too many of them.
 */
export function conflictAmong(selection: Selection, floors: readonly Floor[]): QuotaConflict {
  let minimal = floors;
  for (const floor of floors) {
    const others = minimal.filter((other) => other !== floor);
    const { status } = selection.meeting(others);
    if (status === 'unfinished') {
      return conflictOf(minimal, 'unknown');
    }
    if (status === 'none') {
      minimal = others;
    }
  }
  if (setsSmallerThan(minimal.length, floors.length) > MOST_SETS) {
    return conflictOf(minimal, 'minimal');
  }
  for (let size = 1; size < minimal.length; size++) {
    for (const few of setsOf(floors, size)) {
      const { status } = selection.meeting(few);
      if (status === 'unfinished') {
        return conflictOf(minimal, 'minimal');
      }
      if (status === 'none') {
        return conflictOf(few, 'smallest');
      }
    }
  }
  return conflictOf(minimal, 'smallest');
}

function conflictOf(floors: readonly Floor[], size: QuotaConflict['size']): QuotaConflict {
  const named = floors.map(
    ({ name, atLeast, members }) => `"${name}" (at least ${atLeast} of ${members.length})`,
  );
  return {
    conflict: floors.map(({ name }) => name),
    size,
    sentence: `infeasible: these floors conflict: ${named.join(', ')}`,
  };
}

function setsSmallerThan(size: number, of: number): number {
  let [sets, ofThisSize] = [0, 1];
  for (let chosen = 1; chosen < size; chosen++) {
    ofThisSize = (ofThisSize * (of - chosen + 1)) / chosen;
    sets += ofThisSize;
  }
  return sets;
}

/** Every set of so many, those of the first quotas first. */
function* setsOf(floors: readonly Floor[], size: number): Generator<readonly Floor[], void> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = 0; first + size <= floors.length; first++) {
    for (const others of setsOf(floors.slice(first + 1), size - 1)) {
      yield [floors[first]!, ...others];
    }
  }
}
