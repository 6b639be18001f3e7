import type { Strength } from '@evenhand/people';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `mentor_profile`. */
@Entity('mentor_profile')
export class MentorProfileRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  readonly person_id!: string;

  @Column({ name: 'strengths', type: 'jsonb' })
  readonly strengths!: readonly Strength[];

  @Column({ name: 'capacity', type: 'integer' })
  readonly capacity!: number;

  @Column({ name: 'protected_hours', type: 'double precision', nullable: true })
  readonly protected_hours!: number | null;

  @Column({ name: 'peer', type: 'boolean' })
  readonly peer!: boolean;

  @Column({ name: 'listed', type: 'boolean' })
  readonly listed!: boolean;

  @Column({ name: 'accessibility', type: 'text', array: true })
  readonly accessibility!: readonly string[];

  @Column({ name: 'version', type: 'integer' })
  readonly version!: number;
}
