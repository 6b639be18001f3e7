import type { Gap, Likeness } from '@evenhand/people';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `mentee_profile`. */
@Entity('mentee_profile')
export class MenteeProfileRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  readonly person_id!: string;

  @Column({ name: 'target_stage', type: 'text' })
  readonly target_stage!: string;

  @Column({ name: 'gaps', type: 'jsonb' })
  readonly gaps!: readonly Gap[];

  @Column({ name: 'prefer_profession', type: 'text' })
  readonly prefer_profession!: Likeness;

  @Column({ name: 'prefer_organisation', type: 'text' })
  readonly prefer_organisation!: Likeness;

  @Column({ name: 'peer', type: 'boolean' })
  readonly peer!: boolean;

  @Column({ name: 'accessibility', type: 'text', array: true })
  readonly accessibility!: readonly string[];

  @Column({ name: 'version', type: 'integer' })
  readonly version!: number;
}
