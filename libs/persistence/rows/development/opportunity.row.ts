import type { OpportunityState } from '@evenhand/development';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('opportunity')
export class OpportunityRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('text')
  kind!: string;

  @Column('text')
  phase!: string;

  @Column('text')
  title!: string;

  @Column('text')
  description!: string;

  @Column('text', { array: true })
  professions!: string[];

  @Column('text', { name: 'professions_reason', nullable: true })
  professionsReason!: string | null;

  @Column('date', { name: 'closes_on', nullable: true })
  closesOn!: string | null;

  @Column('text')
  state!: OpportunityState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('int')
  version!: number;
}
