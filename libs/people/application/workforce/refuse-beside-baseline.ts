import { Conflict } from '@evenhand/kernel';
import type { WorkforceRepository } from '../ports/workforce.repository';

/** @throws Conflict where the headcounts follow a baseline: set by themselves, they would say another thing than it */
export async function refuseBesideBaseline(
  workforce: WorkforceRepository,
  programmeId: string,
): Promise<void> {
  if (await workforce.followBaseline(programmeId)) {
    throw new Conflict(
      'workforce.follows-baseline',
      'The programme has a baseline of its workforce, and the headcounts follow it: set the baseline instead ' +
        '(PUT /programmes/{id}/baseline).',
    );
  }
}
