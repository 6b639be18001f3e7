import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `session`. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('text')
  readonly sha256!: string;

  @Column('uuid')
  readonly account_id!: string;

  @Column('text')
  readonly holder_name!: string;

  @Column('text')
  readonly form_token!: string;

  @Column('text')
  readonly id_token!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  readonly signed_in_at!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  readonly last_seen_at!: Date;
}
