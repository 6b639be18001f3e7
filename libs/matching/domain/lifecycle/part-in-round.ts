import { Conflict } from '@evenhand/kernel';

/** What somebody has to do with a round: they ran it, or they audit it. */
export const PARTS_IN_ROUND = ['ran', 'audited'] as const;
/** One of {@link PARTS_IN_ROUND}. */
export type PartInRound = (typeof PARTS_IN_ROUND)[number];

/** Why somebody cannot take the one part: they have the other. */
export function refusedFor(part: PartInRound): Conflict {
  return part === 'ran'
    ? new Conflict(
        'matching-round.audited-by-you',
        'You have audited this round, and nobody who audits a round decides about it: leave it to another coordinator.',
      )
    : new Conflict(
        'matching-round.ran-by-you',
        'You ran this round or decided about it, and nobody audits their own: leave it to another auditor.',
      );
}
