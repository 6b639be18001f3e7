import type { Criteria } from '@evenhand/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('talent_pool_criteria')
export class TalentPoolCriteriaRow {
  @PrimaryColumn('uuid', { name: 'pool_id' })
  poolId!: string;

  @PrimaryColumn('int')
  number!: number;

  @Column('jsonb')
  criteria!: Criteria;

  @Column('timestamptz', { name: 'holds_from' })
  holdsFrom!: Date;

  @Column('text')
  reason!: string;
}
