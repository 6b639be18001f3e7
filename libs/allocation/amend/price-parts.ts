/** What a price or a cost consists of where counts are held, compared part by part, the first one first. */
export const PARTS = 6;

/** Positions of the parts. Nothing costs anything in the two orders: these hold only prices. */
export const PRIORITY = 0;
export const SCORE = 1;
export const ORDER_1 = 2;
export const TIE_1 = 3;
export const ORDER_2 = 4;
export const TIE_2 = 5;
