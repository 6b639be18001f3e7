import type { ReleasedComposition, ReleasedDecisions } from '@evenhand/talent';
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
}
