import { type Authority, Conflict } from '@evenhand/kernel';
import type { ReportWindow } from '../../domain/reports/equity-report';
import { accountOf } from '../account-of';
import type { AuditedRounds } from '../ports/audited-rounds';

/**
 * Whoever asks for figures of a window, reads them or has them published audits every round in it: a report pools them.
 *
 * @throws Conflict `equity-report.ran-by-you` where they ran one of the rounds, or decided about it
 */
export async function refuseOwnRounds(
  rounds: AuditedRounds,
  authority: Authority,
  programmeId: string,
  window: ReportWindow,
): Promise<void> {
  if (!(await rounds.take(programmeId, window, accountOf(authority)))) {
    throw new Conflict(
      'equity-report.ran-by-you',
      'You ran a round of these months or decided about it, and nobody audits their own: leave it to somebody who did not.',
    );
  }
}
