import type { AccountKind, AccountState } from '@evenhand/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `account`. */
@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly kind!: AccountKind;

  @Column('text', { nullable: true })
  readonly email!: string | null;

  @Column('text', { nullable: true })
  readonly issuer!: string | null;

  @Column('text', { nullable: true })
  readonly subject!: string | null;

  @Column('text')
  readonly state!: AccountState;

  @Column('int')
  readonly version!: number;
}
