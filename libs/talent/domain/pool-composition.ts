import type { RegisteredPerson } from '@evenhand/people';
import type { CatalogueContent } from '@evenhand/taxonomy';
import { COUNTED_MEMBER_STATES, type CountedMemberState, type PoolMember } from './pool-member';

/** How many of a pool's members share something, by where they stand. */
export interface CompositionRow {
  /** Code of a professional group or a stage. */
  readonly code: string;
  readonly counts: Readonly<Record<CountedMemberState, number>>;
}

/** Who a pool is made of: those who want to be in it and are neither turned down nor gone. True counts. */
export interface PoolComposition {
  /** By the background that people came from, every group of the catalogue in its order. */
  readonly groups: readonly CompositionRow[];
  /** By the stage of the main post, every stage of the catalogue in its order. */
  readonly stages: readonly CompositionRow[];
}

/** @param persons whoever of them is not among these is not counted */
export function compositionOf(
  members: readonly PoolMember[],
  persons: readonly RegisteredPerson[],
  { professionalGroups, stages }: Pick<CatalogueContent, 'professionalGroups' | 'stages'>,
): PoolComposition {
  const personsById = new Map(persons.map((person) => [person.id, person]));
  const counted = members.flatMap(({ personId, state }) => {
    const person = personsById.get(personId);
    return person === undefined ? [] : [{ state, person }];
  });
  const rows = (
    codes: readonly { readonly code: string }[],
    codeOf: (person: RegisteredPerson) => string,
  ): CompositionRow[] =>
    codes.map(({ code }) => {
      const alike = counted.filter(({ person }) => codeOf(person) === code);
      const inState = (state: CountedMemberState) => alike.filter((each) => each.state === state).length;
      const counts = COUNTED_MEMBER_STATES.map((state) => [state, inState(state)]);
      return { code, counts: Object.fromEntries(counts) as CompositionRow['counts'] };
    });
  return {
    groups: rows(professionalGroups, ({ background }) => background.group),
    stages: rows(stages, ({ posts }) => posts[0].stage),
  };
}
