import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `headcount`. */
@Entity('headcount')
export class HeadcountRow {
  @PrimaryColumn({ name: 'programme_id', type: 'uuid' })
  readonly programme_id!: string;

  @PrimaryColumn({ name: 'profession', type: 'text' })
  readonly profession!: string;

  @Column({ name: 'people', type: 'integer' })
  readonly people!: number;
}
