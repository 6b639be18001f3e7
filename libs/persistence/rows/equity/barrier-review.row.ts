import type { BarrierAction, BarrierAnswer, BarrierJudgement, BarrierReviewState } from '@evenhand/equity';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What JSON makes of something: its times are text. */
type Written<Thing, Time extends keyof Thing> = Omit<Thing, Time> & Readonly<Record<Time, string>>;
/** The same of something whose time may be missing. */
export type WrittenAction = Omit<BarrierAction, 'settledAt'> & { readonly settledAt?: string };

@Entity('barrier_review')
export class BarrierReviewRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('uuid', { nullable: true })
  follows!: string | null;

  @Column('text')
  state!: BarrierReviewState;

  @Column('uuid', { name: 'executive_lead', nullable: true })
  executiveLead!: string | null;

  @Column('uuid', { name: 'non_executive_lead', nullable: true })
  nonExecutiveLead!: string | null;

  @Column('jsonb')
  answers!: Written<BarrierAnswer, 'answeredAt'>[];

  @Column('jsonb')
  judgements!: Written<BarrierJudgement, 'judgedAt'>[];

  @Column('jsonb')
  actions!: WrittenAction[];

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('int')
  version!: number;
}
