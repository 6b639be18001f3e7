import type { DecisionReviewState } from '@evenhand/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pool_decision_review')
export class PoolDecisionReviewRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('uuid', { name: 'decision_id' })
  decisionId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text')
  state!: DecisionReviewState;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('text', { name: 'reviewer_role', nullable: true })
  reviewerRole!: string | null;

  @Column('uuid', { name: 'reviewer_person_id', nullable: true })
  reviewerPersonId!: string | null;

  @Column('text', { nullable: true })
  finding!: string | null;

  @Column('uuid', { name: 'new_member_id', nullable: true })
  newMemberId!: string | null;

  @Column('int')
  version!: number;
}
