import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `post`: the job at that position among a person's, 0 for the main one. */
@Entity('post')
export class PostRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  readonly person_id!: string;

  @PrimaryColumn({ name: 'position', type: 'integer' })
  readonly position!: number;

  @Column({ name: 'organisation_id', type: 'uuid' })
  readonly organisation_id!: string;

  @Column({ name: 'region', type: 'text' })
  readonly region!: string;

  @Column({ name: 'grade', type: 'text', nullable: true })
  readonly grade!: string | null;

  @Column({ name: 'stage', type: 'text' })
  readonly stage!: string;

  @Column({ name: 'staff_group', type: 'text', nullable: true })
  readonly staff_group!: string | null;

  @Column({ name: 'line_manager', type: 'text', nullable: true })
  readonly line_manager!: string | null;

  /** `YYYY-MM-DD` */
  @Column({ name: 'first_day', type: 'date', nullable: true })
  readonly first_day!: string | null;

  /** `YYYY-MM-DD` */
  @Column({ name: 'last_day', type: 'date', nullable: true })
  readonly last_day!: string | null;
}
