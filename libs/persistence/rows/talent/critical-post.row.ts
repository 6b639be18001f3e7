import type { Criteria, CriticalPostState } from '@evenhand/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('critical_post')
export class CriticalPostRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  region!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  profession!: string | null;

  @Column('text', { name: 'profession_reason', nullable: true })
  professionReason!: string | null;

  @Column('text')
  stage!: string;

  @Column('text', { nullable: true })
  grade!: string | null;

  @Column('jsonb', { name: 'role_profile' })
  roleProfile!: Criteria;

  @Column('text', { name: 'needed_at' })
  neededAt!: string;

  @Column('uuid', { name: 'pool_id', nullable: true })
  poolId!: string | null;

  @Column('text')
  state!: CriticalPostState;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'filled_at', nullable: true })
  filledAt!: Date | null;

  @Column('boolean', { name: 'from_pool', nullable: true })
  fromPool!: boolean | null;

  /** Null where somebody from outside took it up, and where the member is erased. */
  @Column('uuid', { name: 'member_id', nullable: true })
  memberId!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'closing_reason', nullable: true })
  closingReason!: string | null;

  @Column('int')
  version!: number;
}
