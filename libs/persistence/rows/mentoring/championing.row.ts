import type { ChampioningState } from '@evenhand/mentoring';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `championing`. */
@Entity('championing')
export class ChampioningRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'champion_person_id', nullable: true })
  championPersonId!: string | null;

  @Column('text')
  state!: ChampioningState;

  @Column('timestamptz', { name: 'named_at' })
  namedAt!: Date;

  @Column('text', { name: 'put_forward_for', nullable: true })
  putForwardFor!: string | null;

  @Column('date', { name: 'put_forward_at', nullable: true })
  putForwardOn!: string | null;

  @Column('timestamptz', { name: 'taken_up_at', nullable: true })
  takenUpAt!: Date | null;

  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt!: Date | null;

  @Column('int')
  version!: number;
}
