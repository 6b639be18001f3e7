import { Conflict } from '@evenhand/kernel';
import {
  type MatchingRun,
  MatchingRunRepository,
  type PseudonymLink,
  type RoundFailure,
  type RunBottlenecks,
  type RunKind,
  type RunOutcome,
  type RunProgress,
  type RunSummary,
  type SolvedRun,
} from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { MatchingRunRow, RunPseudonymRow } from '../../rows/matching/matching-run.row';
import { type Refusals, refusing } from '../refusals';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';
import { DeliveredRows } from './delivered-rows';

/** Keeps runs in `matching_run` and whom their pseudonyms stand for in `run_pseudonym`. */
@Injectable()
export class TypeormMatchingRunRepository extends MatchingRunRepository {
  private readonly delivered: DeliveredRows<MatchingRunRow>;

  constructor(private readonly database: Database) {
    super();
    this.delivered = new DeliveredRows(database, 'matching_run', COLUMNS);
  }

  async add(run: MatchingRun, snapshot: string, links: readonly PseudonymLink[]): Promise<void> {
    const { id: run_id } = run;
    const pseudonyms = links.map(({ pseudonym, personId, requestId }) => ({
      run_id,
      pseudonym,
      person_id: personId,
      request_id: requestId ?? null,
    })) satisfies RunPseudonymRow[];
    await this.database.run(async () => {
      await refusing(
        REFUSALS,
        insertRows(this.database, 'matching_run', [{ ...rowOf(run), snapshot, outcome: null, result: null }]),
      );
      await insertRows(this.database, 'run_pseudonym', pseudonyms, ['pseudonym']);
    });
  }

  async byId(id: string): Promise<MatchingRun | undefined> {
    const rows = await this.database.query<MatchingRunRow>(
      `select ${COLUMNS} from matching_run where id = $1`,
      [id],
    );
    return rows.map(runOf)[0];
  }

  async ofRound(roundId: string): Promise<readonly MatchingRun[]> {
    const rows = await this.database.query<MatchingRunRow>(
      `select ${COLUMNS} from matching_run where round_id = $1 order by attempt desc`,
      [roundId],
    );
    return rows.map(runOf);
  }

  async underWay(roundId: string, kind: RunKind): Promise<boolean> {
    const rows = await this.database.query(
      `select from matching_run where round_id = $1 and kind = $2 and state in ('queued', 'running')`,
      [roundId, kind],
    );
    return rows.length > 0;
  }

  async snapshot(id: string): Promise<string> {
    const snapshot = await this.cell('snapshot', id);
    if (snapshot === undefined) {
      throw new Error(`There is no run ${id}.`);
    }
    return snapshot;
  }

  async links(id: string): Promise<readonly PseudonymLink[]> {
    const rows = await this.database.query<RunPseudonymRow>(
      'select * from run_pseudonym where run_id = $1 order by pseudonym collate "C"',
      [id],
    );
    return rows.map(({ pseudonym, person_id, request_id }) => ({
      pseudonym,
      personId: person_id,
      ...whereSet({ requestId: request_id }),
    }));
  }

  async summary(id: string): Promise<RunSummary | undefined> {
    const rows = await this.database.query<{ summary: RunSummary }>(
      `select outcome - 'matches' - 'unmatched' - 'bottlenecks' as summary from matching_run
      where id = $1 and outcome is not null`,
      [id],
    );
    return rows[0]?.summary;
  }

  async bottlenecks(id: string): Promise<RunBottlenecks | undefined> {
    const rows = await this.database.query<{ bottlenecks: RunBottlenecks | null }>(
      `select outcome -> 'bottlenecks' as bottlenecks from matching_run where id = $1`,
      [id],
    );
    return rows[0]?.bottlenecks ?? undefined;
  }

  async outcome(id: string): Promise<RunOutcome | undefined> {
    const summary = await this.summary(id);
    return (
      summary && {
        ...summary,
        ...whereSet({ bottlenecks: (await this.bottlenecks(id)) ?? null }),
        matches: await this.list<RunOutcome['matches'][number]>('matches', id),
        unmatched: await this.list<RunOutcome['unmatched'][number]>('unmatched', id),
      }
    );
  }

  result(id: string): Promise<string | undefined> {
    return this.cell('result', id);
  }

  async begin(id: string): Promise<MatchingRun | undefined> {
    const begun = await this.delivered.begin(id);
    return begun && runOf(begun);
  }

  giveBack(id: string): Promise<void> {
    return this.delivered.giveBack(id);
  }

  reportProgress(id: string, progress: RunProgress): Promise<boolean> {
    return this.delivered.reportProgress(id, progress);
  }

  finish(id: string, { outcome, result }: SolvedRun, at: Date): Promise<boolean> {
    return this.delivered.changed(
      `state = 'solved', outcome = $2, result = $3, solved_at = $4 where id = $1 and state = 'running'`,
      [id, outcome, result, at],
    );
  }

  fail(id: string, failure: RoundFailure): Promise<boolean> {
    return this.delivered.fail(id, failure);
  }

  cancel(id: string): Promise<boolean> {
    return this.delivered.changed(`state = 'cancelled' where id = $1 and state in ('queued', 'running')`, [
      id,
    ]);
  }

  /** One of an outcome's lists, a row for each entry: thousands of them at once would keep the process for too long. */
  private async list<Entry>(name: 'matches' | 'unmatched', id: string): Promise<readonly Entry[]> {
    const rows = await this.database.query<{ entry: Entry }>(
      `select entry from matching_run, jsonb_array_elements(outcome -> $2) with ordinality listed (entry, place)
      where id = $1 order by place`,
      [id, name],
    );
    return rows.map(({ entry }) => entry);
  }

  private async cell(column: 'snapshot' | 'result', id: string): Promise<string | undefined> {
    const rows = await this.database.query<{ value: string | null }>(
      `select ${column} as value from matching_run where id = $1`,
      [id],
    );
    return rows[0]?.value ?? undefined;
  }
}

const COLUMNS =
  'id, round_id, kind, attempt, state, deliveries, progress, failure, override, snapshot_sha256, frozen_at, solved_at';

const REFUSALS: Refusals = {
  matching_run_attempt: () =>
    new Conflict('matching-run.attempt-taken', 'The round was queued by somebody else at the same time.'),
  matching_run_one_under_way: () =>
    new Conflict('matching-run.under-way', 'A run of this round is queued or running already.'),
};

function rowOf(run: MatchingRun) {
  return {
    id: run.id,
    round_id: run.roundId,
    kind: run.kind,
    attempt: run.attempt,
    state: run.state,
    deliveries: run.deliveries,
    progress: run.progress,
    failure: run.failure ?? null,
    override: run.override ?? null,
    snapshot_sha256: run.snapshotSha256,
    frozen_at: run.frozenAt,
    solved_at: run.solvedAt ?? null,
  } satisfies MatchingRunRow;
}

function runOf(row: MatchingRunRow): MatchingRun {
  return {
    id: row.id,
    roundId: row.round_id,
    kind: row.kind,
    attempt: row.attempt,
    state: row.state,
    deliveries: row.deliveries,
    progress: row.progress,
    snapshotSha256: row.snapshot_sha256,
    frozenAt: row.frozen_at,
    ...whereSet({ failure: row.failure, override: row.override, solvedAt: row.solved_at }),
  };
}
