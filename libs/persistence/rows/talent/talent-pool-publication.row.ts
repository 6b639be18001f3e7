import type { ToldBy } from '@evenhand/disclosure';
import type {
  PoolFigure,
  ReleasedAppointments,
  ReleasedComposition,
  ReleasedDecisions,
  ReleasedTimes,
  ToldFigures,
} from '@evenhand/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('talent_pool_publication')
export class TalentPoolPublicationRow {
  @PrimaryColumn('uuid', { name: 'pool_id' })
  poolId!: string;

  @PrimaryColumn('timestamptz', { name: 'as_of' })
  asOf!: Date;

  @Column('jsonb')
  composition!: ReleasedComposition;

  @Column('jsonb')
  decisions!: ReleasedDecisions;

  /** Null where counts were published before there were any; so below. */
  @Column('jsonb', { nullable: true })
  times!: ReleasedTimes | null;

  @Column('jsonb', { nullable: true })
  appointments!: ReleasedAppointments | null;

  /** Null where all was told at one moment. */
  @Column('jsonb', { nullable: true })
  figures!: ToldFigures | null;

  /** Null where it was published before a policy could be set, and so by the default one. */
  @Column('jsonb', { name: 'told_by', nullable: true })
  toldBy!: ToldBy<PoolFigure> | null;
}
