import {
  AuditTrail,
  type Authority,
  Clock,
  Conflict,
  Forbidden,
  InputRefused,
  NotFound,
  Random,
  Transaction,
} from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  type ActingAs,
  isNominatedBy,
  type Nomination,
  type Nominator,
  type PoolMember,
} from '../../domain/pools/pool-member';
import { refuseUnlessOpenTo } from '../../domain/pools/talent-pool';
import { type Nominee, Nominees } from '../ports/nominees';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { heldPool } from './reached-pool';
import { tellOfMember } from '../talent-events';
import { actingAs, mentorIn } from '../who-sees-what';

/**
 * A mentor puts somebody else forward for a pool. They count as a member once they say themselves that they want to. It is
 * kept, and answered, in the same way whatever the person has to do with the pool already: a mentor learns nothing of that.
 */
@Injectable()
export class Nominate {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
    private readonly nominees: Nominees,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound where the pool is not there for the nominator, or its programme has no such active person; Forbidden
   *   for whoever is no mentor there; InputRefused where they are not on record as what they say; Conflict
   *   `talent-pool.not-open`, `talent-pool.way-in-not-offered`, `talent-pool-member.cannot-nominate-oneself`,
   *   `talent-pool-member.already-nominated` by this mentor, whatever came of it
   */
  async run(
    authority: Authority,
    poolId: string,
    { reason, as, ...nominee }: Nominee & Pick<Nomination, 'as'> & Pick<PoolMember, 'reason'>,
  ): Promise<PoolMember> {
    return this.transaction.run(async () => {
      const pool = await heldPool(this.pools, authority, poolId);
      const reach = mentorIn(authority, pool.programmeId);
      if (reach === undefined) {
        throw new Forbidden('Only mentors put others forward: apply for yourself instead.');
      }
      const by = actingAs(reach, authority, pool.programmeId);
      refuseUnlessOpenTo(pool, 'nominated');
      const personId = await this.known(nominee, pool.programmeId);
      if (personId === by.personId) {
        throw new Conflict(
          'talent-pool-member.cannot-nominate-oneself',
          'Nobody nominates themselves: apply to the pool instead.',
        );
      }
      await this.refuseUnlessOnRecord(as, pool.programmeId, by, personId);
      await this.refuseAgain(poolId, personId, by);
      const member: PoolMember = {
        id: this.random.uuid(),
        poolId,
        personId,
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

  /** By what they did themselves, which they know, and by nothing else. */
  private async refuseAgain(poolId: string, personId: string, by: ActingAs): Promise<void> {
    const before = await this.members.ofPerson(poolId, personId);
    if (before.some((member) => isNominatedBy(member, by))) {
      throw new Conflict(
        'talent-pool-member.already-nominated',
        'You put this person forward for this pool already, and what you said stands.',
      );
    }
  }

  /** As a mentor of the programme they are here; what else they say they are decides how it is weighed, and must be so. */
  private async refuseUnlessOnRecord(
    as: Nominator,
    programmeId: string,
    { personId: nominatorId = '' }: ActingAs,
    personId: string,
  ): Promise<void> {
    if (as === 'mentor') return;
    const today = this.clock.today();
    const onRecord = await this.nominees.standsAs(programmeId, nominatorId, personId, today);
    if (!onRecord.includes(as)) {
      throw new InputRefused([
        `nomination.as: nothing on record says that you are ${as === 'manager' ? 'the line manager' : 'the champion'} of this person; nominate them as a mentor`,
      ]);
    }
  }

  private async known(nominee: Nominee, programmeId: string): Promise<string> {
    const personId = await this.nominees.find(programmeId, nominee);
    if (personId === undefined) {
      throw new NotFound('person', 'personId' in nominee ? nominee.personId : nominee.reference);
    }
    return personId;
  }
}
