import { Clock } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { EnquiryRepository } from '../ports/enquiry.repository';

const DAY_MILLISECONDS = 86_400_000;

/**
 * Removes enquiries that are over and were asked long ago. The round stays as it was solved: whoever still wants to know
 * can ask again, and gets the same answer.
 */
@Injectable()
export class ForgetEnquiries {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param days how long an enquiry is kept after it was asked; 1 or more
   * @returns how many were removed
   */
  run(days: number): Promise<number> {
    return this.enquiries.forgetOver(new Date(this.clock.now().getTime() - days * DAY_MILLISECONDS));
  }
}
