import type { ReleasedCounts } from '../../domain/reports/equity-report';
import type { GateTask } from '../../domain/reports/release-beside';

/** Lets the counts of a report through the disclosure gate, without keeping this program from whatever else it does. */
export abstract class ReportGate {
  /**
   * What `releaseCounts` makes of the task.
   *
   * @param signal aborted when nobody waits for it any longer
   * @throws the signal's reason, or a DomainError `report-gate.out-of-memory`, `report-gate.crashed`
   */
  abstract release(task: GateTask, signal: AbortSignal): Promise<ReleasedCounts>;
}
