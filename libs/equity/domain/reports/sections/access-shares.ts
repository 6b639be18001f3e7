import type { Measure } from '../measures';
import type { Share } from '../released-look';

/** Confirmed matches of those whose request is closed. */
export const ACCESS: Share<Measure> = ['matched', 'closed'];
/** Who asked of those who may. */
export const ASKED: Share<Measure> = ['asked', 'eligible'];
/** Confirmed matches of those who may ask. */
export const REACH: Share<Measure> = ['matched', 'eligible'];
