import { type GateTask, type ReleasedCounts, ReportGate } from '@evenhand/equity';
import { DomainError } from '@evenhand/kernel';
import { join } from 'node:path';
import { inThread, ThreadEnded } from './task-thread';

/** Where and how large the gate's thread runs. */
export interface GateThreadOptions {
  /** Is told why a thread crashed: an auditor is only told that it did. */
  readonly logger: { error(fields: { readonly error: Error }, message: string): void };
  /** The compiled file of the thread. */
  readonly file?: string;
  /** Most memory for its objects, in megabytes. */
  readonly heapMegabytes?: number;
}

/** A report's tables are small beside a round's people. */
const HEAP_MEGABYTES = 800;

/** Lets the counts of each report through the gate in a thread of its own: its linear programs take many seconds. */
export class ThreadedReportGate extends ReportGate {
  private readonly file: string;
  private readonly heapMegabytes: number;

  constructor(private readonly options: GateThreadOptions) {
    super();
    this.file = options.file ?? join(__dirname, 'report-gate-thread.js');
    this.heapMegabytes = options.heapMegabytes ?? HEAP_MEGABYTES;
  }

  override async release(task: GateTask, signal: AbortSignal): Promise<ReleasedCounts> {
    const { file, heapMegabytes } = this;
    try {
      return await inThread<ReleasedCounts>({ name: 'report gate', file, heapMegabytes, task }, { signal });
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      if (error.isOutOfMemory) {
        throw new DomainError(
          'report-gate.out-of-memory',
          `The report needs more memory than the ${heapMegabytes} MB that a worker has for it: tell whoever looks after ` +
            'the service which programme it is on.',
        );
      }
      this.options.logger.error({ error: error.why }, 'the gate of a report crashed');
      throw new DomainError(
        'report-gate.crashed',
        'The report stopped being made before it was done. Ask for it again; if it stops again, tell whoever looks after ' +
          'the service which programme it is on.',
      );
    }
  }
}
