import { TOP_SCORE } from '@evenhand/allocation';

/** Stands for points where a rule is broken: so far below nothing that no points can lift a pair up to a floor. */
export const BARRED = -2 * TOP_SCORE;
