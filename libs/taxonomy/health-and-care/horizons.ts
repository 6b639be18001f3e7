import type { Horizon } from '../catalogue';

const source = 'inspiring-leaders-2009';

/** One scale for when a post must be filled and for when somebody is ready to fill it. */
export const horizons: readonly Horizon[] = [
  { code: 'now', title: 'Now', fromMonths: 0, toMonths: 0, source },
  { code: '0-1', title: '0-1 years', fromMonths: 0, toMonths: 12, source },
  { code: '1-3', title: '1-3 years', fromMonths: 12, toMonths: 36, source },
  { code: '3-5', title: '3-5 years', fromMonths: 36, toMonths: 60, source },
];
