import type { Job } from '@evenhand/kernel';
import { AnswerEnquiry, type RoundFailure } from '@evenhand/matching';
import { JobProcessor } from '@evenhand/queue';
import { Injectable } from '@nestjs/common';

/** Answers enquiries into solved rounds. */
@Injectable()
export class AnswerEnquiryProcessor extends JobProcessor {
  override readonly kind = 'answer-enquiry';

  constructor(private readonly answerEnquiry: AnswerEnquiry) {
    super();
  }

  override process(job: Job, signal: AbortSignal): Promise<string> {
    return this.answerEnquiry.run(job, signal);
  }

  override giveUp(job: Job, failure: RoundFailure): Promise<void> {
    return this.answerEnquiry.fail(job, failure);
  }
}
