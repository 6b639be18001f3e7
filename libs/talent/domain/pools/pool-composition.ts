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

/** How many people share something. */
export interface Headcount {
  /** Code of a professional group or a stage. */
  readonly code: string;
  readonly people: number;
}

/** The same people, counted twice; every group and stage of the catalogue in its order. True counts. */
export interface Headcounts {
  readonly groups: readonly Headcount[];
  readonly stages: readonly Headcount[];
}

type Catalogue = Pick<CatalogueContent, 'professionalGroups' | 'stages'>;

/** @param persons whoever of them is not among these is not counted */
export function compositionOf(
  members: readonly PoolMember[],
  persons: readonly RegisteredPerson[],
  catalogue: Catalogue,
): PoolComposition {
  const personsById = new Map(persons.map((person) => [person.id, person]));
  const inState = (state: CountedMemberState): Headcounts =>
    headcountsOf(
      members.flatMap((member) => {
        const person = member.state === state ? personsById.get(member.personId) : undefined;
        return person === undefined ? [] : [person];
      }),
      catalogue,
    );
  const [interested, assessed, inPool] = COUNTED_MEMBER_STATES.map(inState) as [
    Headcounts,
    Headcounts,
    Headcounts,
  ];
  const rows = (table: keyof Headcounts): CompositionRow[] =>
    interested[table].map(({ code, people }, at) => ({
      code,
      counts: {
        interested: people,
        assessed: assessed[table][at]!.people,
        in_pool: inPool[table][at]!.people,
      },
    }));
  return { groups: rows('groups'), stages: rows('stages') };
}

/** Counts people by the background that they came from and by the stage of their main post. */
export function headcountsOf(persons: readonly RegisteredPerson[], catalogue: Catalogue): Headcounts {
  const count = (
    codes: readonly { readonly code: string }[],
    codeOf: (person: RegisteredPerson) => string,
  ): Headcount[] =>
    codes.map(({ code }) => ({ code, people: persons.filter((person) => codeOf(person) === code).length }));
  return {
    groups: count(catalogue.professionalGroups, ({ background }) => background.group),
    stages: count(catalogue.stages, ({ posts }) => posts[0].stage),
  };
}
