import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import { type MatchingRound, MatchingRoundRepository, type RoundState } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { MatchingRoundRow } from '../../rows/matching/matching-round.row';
import { byMoment, pageOf, positionOf } from '../paging';
import { insertRows, updateRows } from '../statements';
import { whereSet } from '../where-set';

/** Keeps matching rounds in `matching_round`. */
@Injectable()
export class TypeormMatchingRoundRepository extends MatchingRoundRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(round: MatchingRound): Promise<void> {
    await insertRows(this.database, 'matching_round', [rowOf(round)]);
  }

  async save(round: MatchingRound): Promise<MatchingRound> {
    await updateRows(this.database, 'matching_round', CHANGING, [rowOf(round)], 'matching round');
    return { ...round, version: round.version + 1 };
  }

  async byId(id: string): Promise<MatchingRound | undefined> {
    return this.first('where id = $1', [id]);
  }

  async lock(id: string): Promise<MatchingRound | undefined> {
    return this.first('where id = $1 for update', [id]);
  }

  async list(
    limits: Limits | undefined,
    { programmeId, states }: { readonly programmeId?: string; readonly states?: readonly RoundState[] },
    page: PageRequest,
  ): Promise<Page<MatchingRound>> {
    const rows = await this.database.query<MatchingRoundRow>(
      `select * from matching_round
      where ($1::uuid is null or programme_id = $1)
        and ($2::text[] is null or state = any($2))
        and ($3::uuid[] is null or programme_id = any($3))
        and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))
      order by created_at desc, id desc limit $6`,
      [
        ...[programmeId ?? null, states ?? null, limits?.programmeIds ?? null],
        ...[...positionOf(page, NEWEST), page.limit + 1],
      ],
    );
    return pageOf(rows, page, NEWEST, roundOf);
  }

  async latestPublished(): Promise<MatchingRound | undefined> {
    return this.first(`where state = 'published' order by published_at desc, id desc limit 1`, []);
  }

  private async first(which: string, values: readonly unknown[]): Promise<MatchingRound | undefined> {
    const rows = await this.database.query<MatchingRoundRow>(`select * from matching_round ${which}`, values);
    return rows.map(roundOf)[0];
  }
}

const NEWEST = byMoment(({ created_at }: MatchingRoundRow) => created_at);

const CHANGING = [
  'name',
  'state',
  'rules',
  'scope',
  'attempt',
  'run_id',
  'failure',
  'rules_fixed_at',
  'published_at',
] as const;

function rowOf(round: MatchingRound) {
  return {
    id: round.id,
    programme_id: round.programmeId,
    name: round.name,
    state: round.state,
    rules: round.rules,
    scope: round.scope,
    pseudonym_key: round.pseudonymKey,
    policy: round.policy,
    attempt: round.attempt,
    run_id: round.runId ?? null,
    failure: round.failure ?? null,
    created_at: round.createdAt,
    rules_fixed_at: round.rulesFixedAt,
    published_at: round.publishedAt ?? null,
    version: round.version,
  } satisfies MatchingRoundRow;
}

function roundOf(row: MatchingRoundRow): MatchingRound {
  return {
    id: row.id,
    programmeId: row.programme_id,
    name: row.name,
    state: row.state,
    rules: row.rules,
    scope: row.scope,
    pseudonymKey: row.pseudonym_key,
    policy: row.policy ?? DEFAULT_DISCLOSURE_POLICY,
    attempt: row.attempt,
    createdAt: row.created_at,
    rulesFixedAt: row.rules_fixed_at,
    version: row.version,
    ...whereSet({ runId: row.run_id, failure: row.failure, publishedAt: row.published_at }),
  };
}
