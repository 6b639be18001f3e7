import { type Access, compareRaises } from './access';
import type { AlternatingSearch } from './alternating-search';
import type { Matching } from './matching';

/**
 * As many matches as possible and, among those, the leximin of the groups' rates.
 *
 * The counts of matched mentees by group that can be had together form an M-convex set (the sets of mentees that can
 * be matched together are a matroid), so raising the group with the lowest rate for as long as any can be raised is
 * exact: it ends at the leximin, and at the maximum number (Frank and Murota, arXiv 2007.09616). A group that cannot
 * be raised now never can be later.
 *
 * Within the group the profession with the lowest rate is raised where that is possible without touching the others:
 * a good start for level 2, which is made exact afterwards.
 */
export function raiseLowestRates(
  access: Access,
  search: AlternatingSearch,
  matching: Matching,
  onRaise: (matched: number) => void,
): void {
  const inGroups = access.groups.names.map(() => 0);
  let inProfessions = access.professions.names.map(() => 0);
  const openGroups = new Set(access.groups.names.keys());
  const openProfessions = access.groups.names.map(() => new Set<number>());
  access.groupOfProfession.forEach((group, profession) => openProfessions[group]!.add(profession));
  for (let matched = 0; openGroups.size > 0;) {
    const group = lowest(openGroups, (a, b) =>
      compareRaises(access.groups, { share: a, matched: inGroups[a]! }, { share: b, matched: inGroups[b]! }),
    );
    const raised = raiseWithin(group);
    if (raised) {
      inGroups[group]!++;
      onRaise(++matched);
    } else {
      openGroups.delete(group);
      search.forgetSeen();
    }
  }

  function raiseWithin(group: number): boolean {
    const open = openProfessions[group]!;
    while (open.size > 0) {
      const profession = lowest(open, compareProfessions);
      if (
        inProfessions[profession]! < access.professions.asked[profession]! &&
        search.raise('profession', profession)
      ) {
        inProfessions[profession]!++;
        return true;
      }
      open.delete(profession);
    }
    const raised = search.raise('group', group);
    if (raised) {
      // The path may have exchanged counts between professions, anywhere.
      inProfessions = access.count(matching).professions;
    }
    return raised;
  }

  function compareProfessions(a: number, b: number): number {
    return (
      Number(access.rated[b]) - Number(access.rated[a]) ||
      compareRaises(
        access.professions,
        { share: a, matched: inProfessions[a]! },
        { share: b, matched: inProfessions[b]! },
      )
    );
  }
}

function lowest(shares: Iterable<number>, compare: (a: number, b: number) => number): number {
  let best = -1;
  for (const share of shares) {
    if (best === -1 || compare(share, best) < 0) {
      best = share;
    }
  }
  return best;
}
