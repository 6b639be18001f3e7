import type { HelpedAnswer, RelationshipState } from '@evenhand/mentoring';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `mentoring_relationship`. */
@Entity('mentoring_relationship')
export class MentoringRelationshipRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'mentee_id' })
  menteeId!: string;

  @Column('uuid', { name: 'mentor_id' })
  mentorId!: string;

  @Column('text')
  state!: RelationshipState;

  @Column('timestamptz', { name: 'began_at' })
  beganAt!: Date;

  @Column('date', { name: 'first_met_at', nullable: true })
  firstMetOn!: string | null;

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'mentee_says', nullable: true })
  menteeSays!: HelpedAnswer | null;

  @Column('timestamptz', { name: 'mentee_said_at', nullable: true })
  menteeSaidAt!: Date | null;

  @Column('text', { name: 'mentor_says', nullable: true })
  mentorSays!: HelpedAnswer | null;

  @Column('timestamptz', { name: 'mentor_said_at', nullable: true })
  mentorSaidAt!: Date | null;

  @Column('timestamptz', { name: 'rematch_asked_at', nullable: true })
  rematchAskedAt!: Date | null;

  @Column('int')
  version!: number;
}
