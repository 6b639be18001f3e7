import type { ImportCount } from '@evenhand/people';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `people_import`. */
@Entity('people_import')
export class PeopleImportRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'programme_id', type: 'uuid' })
  readonly programme_id!: string;

  @Column({ name: 'imported_at', type: 'timestamptz', precision: 3 })
  readonly imported_at!: Date;

  @Column({ name: 'organisations', type: 'jsonb' })
  readonly organisations!: ImportCount;

  @Column({ name: 'persons', type: 'jsonb' })
  readonly persons!: ImportCount;

  @Column({ name: 'mentee_profiles', type: 'jsonb' })
  readonly mentee_profiles!: ImportCount;

  @Column({ name: 'mentor_profiles', type: 'jsonb' })
  readonly mentor_profiles!: ImportCount;

  @Column({ name: 'requests_submitted', type: 'integer' })
  readonly requests_submitted!: number;

  @Column({ name: 'headcounts', type: 'integer' })
  readonly headcounts!: number;

  @Column({ name: 'notices', type: 'text', array: true })
  readonly notices!: readonly string[];
}
