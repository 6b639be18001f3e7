import {
  AuditTrail,
  type Authority,
  Clock,
  Conflict,
  Forbidden,
  NotFound,
  Random,
  Transaction,
} from '@evenhand/kernel';
import { PersonRepository, type RegisteredPerson } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { Nomination, PoolMember } from '../../domain/pools/pool-member';
import { refuseUnlessOpenTo } from '../../domain/pools/talent-pool';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfMember } from '../talent-events';
import { actingAs } from '../who-sees-what';

/** Whom somebody puts forward: by id, or by the reference that their programme knows them by. */
export type Nominee = { readonly personId: string } | { readonly reference: string };

/** Puts somebody else forward for a pool. They count as a member once they say themselves that they want to. */
@Injectable()
export class Nominate {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly persons: PersonRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound where the pool is not there for the nominator, or its programme has no such active person; Forbidden
   *   for those who speak only for themselves; Conflict `talent-pool.not-open`, `talent-pool.way-in-not-offered`, `talent-pool-member.cannot-nominate-oneself`,
   *   `talent-pool-member.already-there`
   */
  async run(
    authority: Authority,
    poolId: string,
    { reason, as, ...nominee }: Nominee & Pick<Nomination, 'as'> & Pick<PoolMember, 'reason'>,
  ): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, poolId);
      const reach = authority.over({ programmeId: pool.programmeId });
      if (reach === undefined) {
        throw new Forbidden('Your role puts nobody forward: apply for yourself instead.');
      }
      const by = actingAs(reach, authority, pool.programmeId);
      refuseUnlessOpenTo(pool, 'nominated');
      const person = await this.active(nominee, pool.programmeId);
      if (person.id === by.personId) {
        throw new Conflict(
          'talent-pool-member.cannot-nominate-oneself',
          'Nobody nominates themselves: apply to the pool instead.',
        );
      }
      const member: PoolMember = {
        id: this.random.uuid(),
        poolId,
        personId: person.id,
        wayIn: 'nominated',
        state: 'nominated',
        reason,
        nomination: { as, by },
        cameAt: this.clock.now(),
        version: 1,
      };
      await this.members.add(member);
      await tellOfMember(this.trail, 'pool-member.nominated', authority, pool, member);
      return member;
    });
  }

  private async active(nominee: Nominee, programmeId: string): Promise<RegisteredPerson> {
    const person =
      'personId' in nominee
        ? await this.persons.byId(nominee.personId)
        : await this.persons.byReference(programmeId, nominee.reference);
    if (person?.programmeId !== programmeId || !person.active) {
      throw new NotFound('person', 'personId' in nominee ? nominee.personId : nominee.reference);
    }
    return person;
  }
}
