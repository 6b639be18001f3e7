import type { GrantedRole, GrantState } from '@evenhand/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `role_grant`. */
@Entity('role_grant')
export class RoleGrantRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('uuid', { name: 'account_id' })
  readonly accountId!: string;

  @Column('text')
  readonly role!: GrantedRole;

  @Column('uuid', { name: 'programme_id', nullable: true })
  readonly programmeId!: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  readonly organisationId!: string | null;

  @Column('text')
  readonly state!: GrantState;

  @Column('uuid', { name: 'asked_by', nullable: true })
  readonly askedBy!: string | null;

  @Column({ name: 'asked_at', type: 'timestamptz', precision: 3 })
  readonly askedAt!: Date;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  readonly confirmedBy!: string | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', precision: 3, nullable: true })
  readonly confirmedAt!: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  readonly endedBy!: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  readonly endedAt!: Date | null;

  @Column('int')
  readonly version!: number;
}
