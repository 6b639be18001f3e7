import { NONE } from '../engine/matching';
import type { HeldNetwork } from './held-network';
import { ORDER_1, ORDER_2, PARTS, PRIORITY, SCORE, TIE_1, TIE_2 } from './price-parts';
import type { RememberedKeys } from './remembered-keys';

/**
 * Sets level and price of every mentee, which a certificate leaves to be found. With a mentor it is what makes the pair
 * have no reduced cost. Without one it is as low as the mentee's pairs allow, so that somebody whom nobody needs is far
 * away.
 */
export function priceMentees(
  network: HeldNetwork,
  keys: RememberedKeys,
  onMentee: (mentee: number) => void,
): void {
  const { instance, prices, level, matching, scoreWeight } = network;
  const mentors = new Int32Array(instance.mentorCount);
  const scores = new Int32Array(instance.mentorCount);
  instance.expectAllRows();
  for (let mentee = 0; mentee < instance.menteeCount; mentee++) {
    onMentee(mentee);
    const count = instance.row(mentee, mentors, scores);
    const row = mentors.subarray(0, count);
    const mate = matching.mentorOf[mentee]!;
    let best = mate === NONE ? [...row.keys()] : [row.indexOf(mate)];
    if (best.length === 0) {
      continue;
    }
    const nodeAt = (k: number): number => network.mentorNode(row[k]!);
    const highest = best.reduce((most, k) => Math.max(most, level[nodeAt(k)]!), NONE);
    best = best.filter((k) => level[nodeAt(k)] === highest);
    level[mentee] = highest;
    const settle = (part: number, costAt: (k: number) => number): void => {
      const priceAt = (k: number): number => prices[PARTS * nodeAt(k) + part]! - costAt(k);
      const price = best.reduce((most, k) => Math.max(most, priceAt(k)), -Infinity);
      best = best.filter((k) => priceAt(k) === price);
      prices[PARTS * mentee + part] = price;
    };
    settle(PRIORITY, () => 0);
    settle(SCORE, (k) => -scoreWeight * scores[k]!);
    settle(ORDER_1, () => 0);
    settle(TIE_1, (k) => keys.of(mentee, row[k]!).first);
    settle(ORDER_2, () => 0);
    settle(TIE_2, (k) => keys.of(mentee, row[k]!).second);
  }
}
