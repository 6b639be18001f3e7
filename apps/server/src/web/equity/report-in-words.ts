import { WITHHELD } from '@evenhand/charts';
import type { CellKind, ReportCell, ReportWindow } from '@evenhand/equity';
import { inBritain } from '../in-britain';

const COUNT = new Intl.NumberFormat('en-GB');
/** The smallest probability that is told as it is. */
const LEAST = 0.0001;

/** A cell of a report's table as a page says it; what is withheld, or does not exist, says so. */
export function cellInWords(cell: ReportCell, kind: CellKind): string {
  if (cell === null) return WITHHELD;
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'percent':
      return `${cell}%`;
    case 'ratio':
      return cell.toFixed(2);
    case 'days':
      return cell === 1 ? '1 day' : `${COUNT.format(cell)} days`;
    case 'probability':
      return cell < LEAST ? `under ${LEAST}` : cell.toFixed(4);
    default:
      return COUNT.format(cell);
  }
}

/** The days that a report is about. */
export function windowInWords({ firstDay, lastDay, months }: ReportWindow): string {
  return `${inBritain(new Date(firstDay))} to ${inBritain(new Date(lastDay))} (${months} months)`;
}
