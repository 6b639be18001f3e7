import type { DecisionOutcome } from '@evenhand/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('talent_pool_decision')
export class TalentPoolDecisionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  /** Null where whoever it was about is erased. */
  @Column('uuid', { name: 'member_id', nullable: true })
  memberId!: string | null;

  @Column('text')
  outcome!: DecisionOutcome;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  @Column('text', { name: 'decider_role' })
  deciderRole!: string;

  @Column('uuid', { name: 'decider_person_id', nullable: true })
  deciderPersonId!: string | null;

  @Column('uuid', { name: 'decider_account_id', nullable: true })
  deciderAccountId!: string | null;

  @Column('int', { name: 'criteria_version' })
  criteriaVersion!: number;

  @Column('text')
  reason!: string;
}
