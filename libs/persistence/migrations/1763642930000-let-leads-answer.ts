import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVERYTHING, type Lock, locked, own, programme, unlocked } from '../row-locks';

/** Whoever leads a review of barriers reads it, and answers it, as their own. They begin none. */
export class LetLeadsAnswer1763642930000 implements MigrationInterface {
  readonly name = 'LetLeadsAnswer1763642930000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unlocked(BEFORE) + locked(AFTER));
    await runner.query(`
      create index barrier_review_executive_lead on barrier_review (executive_lead);
      create index barrier_review_non_executive_lead on barrier_review (non_executive_lead);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index barrier_review_executive_lead, barrier_review_non_executive_lead');
    await runner.query(unlocked(AFTER) + locked(BEFORE));
  }
}

const IN_PROGRAMME = [EVERYTHING, programme('programme_id')];
const BY_ITS_LEADS = [...IN_PROGRAMME, own('executive_lead'), own('non_executive_lead')];

const BEFORE: Lock = { table: 'barrier_review', read: IN_PROGRAMME, write: IN_PROGRAMME };
const AFTER: Lock = { table: 'barrier_review', read: BY_ITS_LEADS, write: BY_ITS_LEADS, add: IN_PROGRAMME };
