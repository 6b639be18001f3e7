import type { AssessedDimension, MemberState, Nominator, WayIn } from '@evenhand/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('talent_pool_member')
export class TalentPoolMemberRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'pool_id' })
  poolId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'way_in' })
  wayIn!: WayIn;

  @Column('text')
  state!: MemberState;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'nominated_as', nullable: true })
  nominatedAs!: Nominator | null;

  @Column('text', { name: 'nominator_role', nullable: true })
  nominatorRole!: string | null;

  @Column('uuid', { name: 'nominator_person_id', nullable: true })
  nominatorPersonId!: string | null;

  @Column('timestamptz', { name: 'came_at' })
  cameAt!: Date;

  @Column('timestamptz', { name: 'interest_declared_at', nullable: true })
  interestDeclaredAt!: Date | null;

  @Column('text', { nullable: true })
  horizon!: string | null;

  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('jsonb')
  dimensions!: AssessedDimension[];

  @Column('int', { name: 'assessed_by_version', nullable: true })
  assessedByVersion!: number | null;

  @Column('timestamptz', { name: 'assessed_at', nullable: true })
  assessedAt!: Date | null;

  @Column('text', { name: 'assessor_role', nullable: true })
  assessorRole!: string | null;

  @Column('uuid', { name: 'assessor_person_id', nullable: true })
  assessorPersonId!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ending_note', nullable: true })
  endingNote!: string | null;

  @Column('int')
  version!: number;
}
