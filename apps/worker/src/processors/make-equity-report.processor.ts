import { MakeReport } from '@evenhand/equity';
import type { Job, JobFailure } from '@evenhand/kernel';
import { JobProcessor } from '@evenhand/queue';
import { Injectable } from '@nestjs/common';

/** Makes equity reports. */
@Injectable()
export class MakeEquityReportProcessor extends JobProcessor {
  override readonly kind = 'make-equity-report';

  constructor(private readonly makeReport: MakeReport) {
    super();
  }

  override process(job: Job, signal: AbortSignal): Promise<string> {
    return this.makeReport.run(job, signal);
  }

  override giveUp(job: Job, failure: JobFailure): Promise<void> {
    return this.makeReport.fail(job, failure);
  }
}
