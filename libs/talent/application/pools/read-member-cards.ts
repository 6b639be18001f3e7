import type { Authority } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../../domain/pools/pool-member';
import { isShown } from '../../domain/pools/shown-members';
import { cardsShownTo } from '../who-sees-what';

/** As much of a person as somebody must know who decides on them. */
export interface MemberCard {
  readonly name?: string;
  /** Code of the professional group of their background. */
  readonly group: string;
  /** Code of the stage of their main post. */
  readonly stage: string;
}

/**
 * Reads who the members of a pool are: all of them for coordinators, those who want to be considered for the board, and
 * nobody for others. To put somebody forward is not to look them up. Who asks has told the log whom they were shown.
 */
@Injectable()
export class ReadMemberCards {
  constructor(private readonly persons: PersonRepository) {}

  /** @returns cards by the id of the person */
  async run(authority: Authority, members: readonly PoolMember[]): Promise<ReadonlyMap<string, MemberCard>> {
    const persons = await this.persons.byIds(members.map(({ personId }) => personId));
    const programmes = new Map(persons.map(({ id, programmeId }) => [id, programmeId]));
    const shown = new Set(
      members
        .filter((member) => {
          const programmeId = programmes.get(member.personId);
          return programmeId !== undefined && isShown(member, cardsShownTo(authority, programmeId));
        })
        .map(({ personId }) => personId),
    );
    return new Map(
      persons
        .filter(({ id }) => shown.has(id))
        .map(({ id, name, background, posts }) => [
          id,
          { ...(name === undefined ? {} : { name }), group: background.group, stage: posts[0].stage },
        ]),
    );
  }
}
