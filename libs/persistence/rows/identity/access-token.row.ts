import type { Role } from '@evenhand/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `access_token`. */
@Entity('access_token')
export class AccessTokenRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'role', type: 'text' })
  readonly role!: Role;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  readonly person_id!: string | null;

  @Column({ name: 'sha256', type: 'text' })
  readonly sha256!: string;

  @Column({ name: 'issued_at', type: 'timestamptz', precision: 3 })
  readonly issued_at!: Date;
}
