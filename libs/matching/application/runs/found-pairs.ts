import type { RunOutcome } from '../../domain/run-outcome';
import type { PseudonymLink } from '../ports/matching-run.repository';

/** A request and a mentor, by person. */
export interface AskedPair {
  readonly requestId: string;
  /** Person ids. */
  readonly menteeId: string;
  readonly mentorId: string;
}

/** A match of a run, with the people for whom its pseudonyms stand. */
export interface FoundPair extends AskedPair {
  readonly match: RunOutcome['matches'][number];
}

/** The matches of a run by person. One with somebody who was erased since is `lost`: nobody can tell whom it was about. */
export function foundPairs(
  { matches }: RunOutcome,
  links: readonly PseudonymLink[],
): { readonly found: readonly FoundPair[]; readonly lost: RunOutcome['matches'] } {
  const linkOf = new Map(links.map((link) => [link.pseudonym, link]));
  const found: FoundPair[] = [];
  const lost: RunOutcome['matches'][number][] = [];
  for (const match of matches) {
    const { requestId, personId: menteeId } = linkOf.get(match.mentee) ?? {};
    const mentorId = linkOf.get(match.mentor)?.personId;
    if (requestId === undefined || menteeId === undefined || mentorId === undefined) {
      lost.push(match);
    } else {
      found.push({ requestId, menteeId, mentorId, match });
    }
  }
  return { found, lost };
}
