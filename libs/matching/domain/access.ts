import type { Mentee, Mentor } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import type { Baseline } from './baseline';

/** A share as its two counts, not reduced, so that nobody forgets how few people it may be about. */
export type Share = readonly [count: number, of: number];

/** How one professional group, or one profession, fared in a round. */
export interface AccessRow {
  /** The group path joined with `/`: `ahp`, `ahp/physiotherapist`. */
  readonly path: string;
  readonly title: string;
  /** People in scope, where the baseline says so for everybody in the row. */
  readonly eligible?: number;
  readonly asked: number;
  readonly matched: number;
  /** Asked of those eligible. Each share is absent where it would be one of nobody. */
  readonly askRate?: Share;
  /** Matched of those who asked, in this round alone. */
  readonly accessRate?: Share;
  /** Matched of those eligible. */
  readonly reach?: Share;
  /** Mentors with this background, and the places that they offer. */
  readonly mentors: number;
  readonly places: number;
}

/** Who asked, who was matched, and who offered, by background. */
export interface Access {
  readonly groups: readonly AccessRow[];
  readonly professions: readonly AccessRow[];
}

/**
 * Counts access by professional group and by profession of background, in the catalogue's order. There is a row for
 * everyone who asked, offers or, by the baseline, could have asked: those from whom nobody asks must not vanish.
 */
export function countAccess(
  mentees: readonly { readonly mentee: Mentee; readonly matched: boolean }[],
  mentors: readonly Mentor[],
  catalogue: Catalogue,
  baseline: Baseline | undefined,
): Access {
  const { professionalGroups, professions } = catalogue.content;
  const rowOf = (path: string, title: string, members: ReadonlySet<string>): AccessRow[] => {
    const asking = mentees.filter(({ mentee }) => members.has(mentee.background.profession));
    const offering = mentors.filter(({ background }) => members.has(background.profession));
    const eligible = headcount(
      members,
      asking.map(({ mentee }) => mentee.background.profession),
      baseline,
    );
    const asked = asking.length;
    const matched = asking.filter(({ matched }) => matched).length;
    if (asked === 0 && offering.length === 0 && eligible === undefined) {
      return [];
    }
    return [
      {
        path,
        title,
        ...(eligible === undefined ? {} : { eligible }),
        asked,
        matched,
        ...(eligible === undefined || eligible === 0
          ? {}
          : { askRate: [asked, eligible] as const, reach: [matched, eligible] as const }),
        ...(asked === 0 ? {} : { accessRate: [matched, asked] as const }),
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

/** Without a headcount for every profession that asked, the sum would be too small and the shares too good. */
function headcount(
  members: ReadonlySet<string>,
  asking: readonly string[],
  baseline: Baseline | undefined,
): number | undefined {
  const counts = [...members].flatMap((profession) => baseline?.get(profession) ?? []);
  if (counts.length === 0 || asking.some((profession) => baseline?.get(profession) === undefined)) {
    return undefined;
  }
  return counts.reduce((sum, count) => sum + count, 0);
}
