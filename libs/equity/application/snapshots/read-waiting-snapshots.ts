import { type Authority, NotFound, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type EquitySnapshot, isOwn, refuseDecided } from '../../domain/snapshots/equity-snapshot';
import type { ReportOrder } from '../../domain/reports/report-order';
import { accountOf } from '../account-of';
import { AuditedRounds } from '../ports/audited-rounds';
import { EquityReportRepository } from '../ports/equity-report.repository';
import { EquitySnapshotRepository } from '../ports/equity-snapshot.repository';
import { windowOf } from '../reports/window-of';

/**
 * Why somebody leaves a decision to others of the board: they asked for the report or put it forward, or ran one of its
 * rounds or decided about it. Whoever did the latter does not read it before it is published either.
 */
export type DecisionBar = 'own_report' | 'ran_a_round';

/** A snapshot that nobody has decided about, as it is to whoever asks. */
export interface WaitingSnapshot {
  readonly snapshot: EquitySnapshot;
  /** Months that its report looks back. */
  readonly months: number;
  /** Absent where they may decide, as far as it is theirs to. */
  readonly bar?: DecisionBar;
}

/** Tells what waits for the board to decide, and who must leave it to others before they try. */
@Injectable()
export class ReadWaitingSnapshots {
  constructor(
    private readonly snapshots: EquitySnapshotRepository,
    private readonly reports: EquityReportRepository,
    private readonly rounds: AuditedRounds,
  ) {}

  /** The newest first. */
  async list(authority: Authority, page: PageRequest): Promise<Page<WaitingSnapshot>> {
    const found = await this.snapshots.list({ states: ['put_forward'] }, authority.limits(), page);
    const orders = await this.reports.ordersOf(found.items.map(({ reportId }) => reportId));
    const byId = new Map(orders.map((order) => [order.id, order]));
    const items = found.items.map((snapshot) =>
      this.#shown(authority, snapshot, byId.get(snapshot.reportId)!),
    );
    return { ...found, items: await Promise.all(items) };
  }

  /** @throws NotFound, Conflict `equity-snapshot.decided` where it waits no more */
  async one(authority: Authority, id: string): Promise<WaitingSnapshot> {
    const snapshot = await this.snapshots.byId(id);
    if (snapshot === undefined || !authority.reachesProgramme(snapshot.programmeId)) {
      throw new NotFound('equity snapshot', id);
    }
    refuseDecided(snapshot);
    const [order] = await this.reports.ordersOf([snapshot.reportId]);
    return this.#shown(authority, snapshot, order!);
  }

  async #shown(authority: Authority, snapshot: EquitySnapshot, order: ReportOrder): Promise<WaitingSnapshot> {
    const account = accountOf(authority);
    const { months, askedBy: reportAskedBy } = order;
    const mayRead = await this.rounds.mayTake(snapshot.programmeId, windowOf(order), account);
    const bar = !mayRead
      ? 'ran_a_round'
      : isOwn(snapshot, { account, reportAskedBy })
        ? 'own_report'
        : undefined;
    return { snapshot, months, ...(bar === undefined ? {} : { bar }) };
  }
}
