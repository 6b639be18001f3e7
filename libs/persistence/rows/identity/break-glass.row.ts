import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `break_glass`. */
@Entity('break_glass')
export class BreakGlassRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('uuid', { name: 'person_id' })
  readonly personId!: string;

  @Column('uuid', { name: 'asked_by' })
  readonly askedBy!: string;

  @Column({ name: 'asked_at', type: 'timestamptz', precision: 3 })
  readonly askedAt!: Date;

  @Column('text')
  readonly reason!: string;

  @Column('uuid', { name: 'approved_by', nullable: true })
  readonly approvedBy!: string | null;

  @Column({ name: 'approved_at', type: 'timestamptz', precision: 3, nullable: true })
  readonly approvedAt!: Date | null;

  @Column({ name: 'ends_at', type: 'timestamptz', precision: 3, nullable: true })
  readonly endsAt!: Date | null;

  @Column('int')
  readonly version!: number;
}
