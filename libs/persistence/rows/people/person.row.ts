import type { MeetingMode, Registration } from '@evenhand/people';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `person`. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'programme_id', type: 'uuid' })
  readonly programme_id!: string;

  @Column({ name: 'reference', type: 'text' })
  readonly reference!: string;

  @Column({ name: 'name', type: 'text', nullable: true })
  readonly name!: string | null;

  @Column({ name: 'email', type: 'text', nullable: true })
  readonly email!: string | null;

  @Column({ name: 'profession', type: 'text' })
  readonly profession!: string;

  @Column({ name: 'professional_group', type: 'text' })
  readonly professional_group!: string;

  @Column({ name: 'registration', type: 'text' })
  readonly registration!: Registration;

  @Column({ name: 'languages', type: 'text', array: true })
  readonly languages!: readonly string[];

  @Column({ name: 'mode', type: 'text' })
  readonly mode!: MeetingMode;

  @Column({ name: 'exclude', type: 'text', array: true })
  readonly exclude!: readonly string[];

  @Column({ name: 'consent', type: 'boolean' })
  readonly consent!: boolean;

  @Column({ name: 'active', type: 'boolean' })
  readonly active!: boolean;

  @Column({ name: 'version', type: 'integer' })
  readonly version!: number;
}
