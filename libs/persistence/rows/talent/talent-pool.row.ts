import type { PoolState, WayIn } from '@evenhand/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('talent_pool')
export class TalentPoolRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  purpose!: string;

  @Column('text', { name: 'ways_in', array: true })
  waysIn!: WayIn[];

  @Column('text')
  state!: PoolState;

  @Column('int', { name: 'criteria_version' })
  criteriaVersion!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('int')
  version!: number;
}
