import type { Headcounts as WorkforceHeadcounts } from '@evenhand/people';
import { type Interval, representationIndex } from '@evenhand/statistics';
import type { CatalogueContent } from '@evenhand/taxonomy';
import type { PoolComposition } from './pool-composition';

/** A professional group in a pool beside its part of the workforce. True counts. */
export interface GroupRepresentation {
  /** Code of a professional group. */
  readonly code: string;
  /** Its people who are in the pool; whoever is still on the way is in none, and may never be. */
  readonly members: number;
  /** Its people in the workforce of the programme. */
  readonly people: number;
  /**
   * Its share of the members ÷ its share of the workforce: 1 where both are the same. Null where the pool has no member or
   * the group nobody in the workforce.
   */
  readonly index: number | null;
  /** Where the index would lie with 95% certainty if the members were a sample; null where there is no index. */
  readonly interval: Interval | null;
  /** Of the exact binomial test against the share of the workforce, 0 to 1; null where the pool has no member. */
  readonly pValue: number | null;
}

/** @param headcounts by code of the profession; professions that the catalogue does not have are not counted */
export function representationOf(
  { groups }: Pick<PoolComposition, 'groups'>,
  headcounts: WorkforceHeadcounts,
  { professions }: Pick<CatalogueContent, 'professions'>,
): readonly GroupRepresentation[] {
  const counted = groups.map(({ code, counts }) => ({
    code,
    members: counts.in_pool,
    people: professions
      .filter(({ group }) => group === code)
      .reduce((sum, profession) => sum + (headcounts.get(profession.code) ?? 0), 0),
  }));
  const total = (of: 'members' | 'people') => counted.reduce((sum, row) => sum + row[of], 0);
  const [members, people] = [total('members'), total('people')];
  return counted.map((row) => {
    const share = people === 0 ? 0 : row.people / people;
    const { estimate: index, interval, pValue } = representationIndex(row.members, members, share);
    return { ...row, index, interval, pValue };
  });
}
