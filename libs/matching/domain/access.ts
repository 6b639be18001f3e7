import type { PriorAccess } from '@evenhand/allocation';
import type { Headcounts, Mentee, Mentor } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import type { MatchingRules } from './rules';

/** A share as its two counts, not reduced, so that nobody forgets how few people it may be about. */
export type Share = readonly [count: number, of: number];

/** How one professional group, or one profession, fared in a round. */
export interface AccessRow {
  /** The group path joined with `/`: `ahp`, `ahp/physiotherapist`. */
  readonly path: string;
  readonly title: string;
  /** Headcount of those who could have asked, where the baseline says so for everybody in the row. */
  readonly inScope?: number;
  readonly asked: number;
  readonly matched: number;
  /** Asked and without a match: no mentor passes the rules with them. */
  readonly noEligibleMentor: number;
  /** Asked and without a match: the mentors who are eligible have no place left for them. */
  readonly shortOfPlaces: number;
  /**
   * Asked and without a match although an eligible mentor has a place left: it would add nothing to what the round
   * optimises. Absent where there is nobody, as in every round that matches as many as possible. These three and `matched`
   * add up to `asked`.
   */
  readonly nothingGained?: number;
  /** Asked of those in scope. Each share is absent where it would be one of nobody. */
  readonly askRate?: Share;
  /** Matched of those who asked, in this round alone. */
  readonly accessRate?: Share;
  /** Matched of those in scope. */
  readonly reach?: Share;
  /** Requests closed and matches confirmed before the round, where the rules give them for this row. */
  readonly prior?: PriorAccess;
  /** Matched of those who asked, with those before the round: what evenness compares where `prior` is given. */
  readonly rateWithPrior?: Share;
  /** Mentors with this background, and the places that they offer. */
  readonly mentors: number;
  readonly places: number;
}

/** How a request ended. */
export type Ending = 'matched' | 'no_eligible_mentor' | 'short_of_places' | 'nothing_gained';

/** Who asked, who was matched, and who offered, by background. */
export interface Access {
  readonly groups: readonly AccessRow[];
  readonly professions: readonly AccessRow[];
}

/**
 * Counts access by professional group and by profession of background, in the catalogue's order. There is a row wherever
 * somebody asks, offers, asked before or, by the baseline, could have asked: those from whom nobody asks must not vanish.
 */
export function countAccess(
  mentees: readonly { readonly mentee: Mentee; readonly ending: Ending }[],
  mentors: readonly Mentor[],
  catalogue: Catalogue,
  baseline: Headcounts | undefined,
  priorAccess: MatchingRules['prior'],
): Access {
  const { professionalGroups, professions } = catalogue.content;
  const rowOf = (path: string, title: string, members: ReadonlySet<string>): AccessRow[] => {
    const asking = mentees.filter(({ mentee }) => members.has(mentee.background.profession));
    const offering = mentors.filter(({ background }) => members.has(background.profession));
    const inScope = headcount(
      members,
      asking.map(({ mentee }) => mentee.background.profession),
      baseline,
    );
    const asked = asking.length;
    const ended = (as: Ending): number => asking.filter(({ ending }) => ending === as).length;
    const matched = ended('matched');
    const nothingGained = ended('nothing_gained');
    const prior = Object.hasOwn(priorAccess, path) ? priorAccess[path] : undefined;
    if (asked === 0 && offering.length === 0 && inScope === undefined && prior === undefined) {
      return [];
    }
    return [
      {
        path,
        title,
        ...(inScope === undefined ? {} : { inScope }),
        asked,
        matched,
        noEligibleMentor: ended('no_eligible_mentor'),
        shortOfPlaces: ended('short_of_places'),
        ...(nothingGained === 0 ? {} : { nothingGained }),
        ...shareOf('askRate', asked, inScope),
        ...shareOf('accessRate', matched, asked),
        ...shareOf('reach', matched, inScope),
        ...(prior === undefined
          ? {}
          : { prior, ...shareOf('rateWithPrior', prior.matched + matched, prior.asked + asked) }),
        mentors: offering.length,
        places: offering.reduce((sum, { capacity }) => sum + capacity, 0),
      },
    ];
  };
  return {
    groups: professionalGroups.flatMap(({ code, title }) => {
      const members = professions.filter(({ group }) => group === code).map((profession) => profession.code);
      return rowOf(code, title, new Set(members));
    }),
    professions: professionalGroups.flatMap((group) =>
      professions
        .filter((profession) => profession.group === group.code)
        .flatMap(({ code, title }) => rowOf(`${group.code}/${code}`, title, new Set([code]))),
    ),
  };
}

function shareOf<Name extends string>(name: Name, count: number, of = 0): Partial<Record<Name, Share>> {
  const share: Partial<Record<string, Share>> = of === 0 ? {} : { [name]: [count, of] };
  return share;
}

/** Without a headcount for every profession that asked, the sum would be too small and the shares too good. */
function headcount(
  members: ReadonlySet<string>,
  asking: readonly string[],
  baseline: Headcounts | undefined,
): number | undefined {
  const counts = [...members].flatMap((profession) => baseline?.get(profession) ?? []);
  if (counts.length === 0 || asking.some((profession) => baseline?.get(profession) === undefined)) {
    return undefined;
  }
  return counts.reduce((sum, count) => sum + count, 0);
}
