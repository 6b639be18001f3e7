import { InputRefused } from '@evenhand/kernel';
import { WINDOW_MONTHS } from '../../domain/reports/report-order';
import { windowOf } from './window-of';

const DAY_MILLISECONDS = 86_400_000;

/**
 * The windows in which nobody is missing: what is over is removed from people's records after some days, and a window that
 * looks back further would count only those whose requests led somewhere.
 */
export function coveredMonths(lastDay: string, closedRecordDays: number): readonly number[] {
  return WINDOW_MONTHS.filter((months) => {
    const { firstDay } = windowOf({ months, lastDay });
    return (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MILLISECONDS <= closedRecordDays;
  });
}

/** @throws InputRefused where the window is none of those covered, naming the setting */
export function refuseUncovered(months: number, lastDay: string, closedRecordDays: number): void {
  const covered = coveredMonths(lastDay, closedRecordDays);
  if (covered.includes(months)) return;
  const offered = covered.length === 0 ? 'no window is covered' : `it must be one of ${covered.join(', ')}`;
  throw new InputRefused([
    `months: ${offered}: what is over is removed after ${closedRecordDays} days here (CLOSED_RECORD_DAYS), and a report ` +
      `on ${months} months would leave out whose request was withdrawn or expired before`,
  ]);
}
