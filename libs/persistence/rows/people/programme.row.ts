import type { ProgrammeState } from '@evenhand/people';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `programme`. */
@Entity('programme')
export class ProgrammeRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'name', type: 'text' })
  readonly name!: string;

  @Column({ name: 'state', type: 'text' })
  readonly state!: ProgrammeState;

  @Column({ name: 'version', type: 'integer' })
  readonly version!: number;
}
