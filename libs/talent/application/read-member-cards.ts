import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../domain/pool-member';

/** As much of a person as somebody must know who decides on them. */
export interface MemberCard {
  readonly name?: string;
  /** Code of the professional group of their background. */
  readonly group: string;
  /** Code of the stage of their main post. */
  readonly stage: string;
}

/** Reads who the members of a pool are. */
@Injectable()
export class ReadMemberCards {
  constructor(private readonly persons: PersonRepository) {}

  /**
   * @param consenting leaves out who has not said that they want to be considered, and who has left again
   * @returns cards by the id of the person
   */
  async run(
    members: readonly PoolMember[],
    { consenting = false }: { readonly consenting?: boolean } = {},
  ): Promise<ReadonlyMap<string, MemberCard>> {
    const shown = members.filter(
      ({ interestDeclaredAt, state }) =>
        !consenting || (interestDeclaredAt !== undefined && state !== 'left'),
    );
    const persons = await this.persons.byIds(shown.map(({ personId }) => personId));
    return new Map(
      persons.map(({ id, name, background, posts }) => [
        id,
        { ...(name === undefined ? {} : { name }), group: background.group, stage: posts[0].stage },
      ]),
    );
  }
}
