import type { SnapshotState } from '@evenhand/equity';

/** A row of `equity_snapshot`. */
export interface EquitySnapshotRow {
  readonly id: string;
  readonly programme_id: string;
  readonly report_id: string;
  readonly state: SnapshotState;
  readonly put_forward_by: string;
  readonly put_forward_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly reason: string | null;
}
