import type { CorrectableField, CorrectionState } from '@evenhand/governance';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `correction_request`. */
@Entity('correction_request')
export class CorrectionRequestRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  field!: CorrectableField;

  @Column('text')
  wanted!: string;

  @Column('text')
  state!: CorrectionState;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('int')
  version!: number;
}
