import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `organisation`. */
@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'programme_id', type: 'uuid' })
  readonly programme_id!: string;

  @Column({ name: 'name', type: 'text' })
  readonly name!: string;

  @Column({ name: 'ods_code', type: 'text', nullable: true })
  readonly ods_code!: string | null;

  @Column({ name: 'version', type: 'integer' })
  readonly version!: number;
}
