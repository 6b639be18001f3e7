import { type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { RunOutcome } from '../../domain/run-outcome';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository, type PseudonymLink } from '../ports/matching-run.repository';
import { byPerson, overridesHeldBy, type PairOverride } from '../runs/overrides-of-round';
import { findRound, outcomeOf } from './find-round';

/** A match of a round by person; `null` stands for somebody who was erased since. */
export interface ResultMatch extends Omit<RunOutcome['matches'][number], 'mentee' | 'mentor'> {
  readonly requestId: string | null;
  readonly menteeId: string | null;
  readonly mentorId: string | null;
}

/** Somebody without a match, and why; `null` stands for somebody who was erased since. */
export type ResultUnmatched = Omit<RunOutcome['unmatched'][number], 'mentee'> & {
  readonly requestId: string | null;
  readonly menteeId: string | null;
};

/** What came of a round, by person: for those who run it. */
export interface RoundResult extends Pick<RunOutcome, 'totals' | 'gapsNobodyOffers' | 'notices'> {
  readonly round: MatchingRound;
  readonly run: MatchingRun;
  readonly matches: readonly ResultMatch[];
  readonly unmatched: readonly ResultUnmatched[];
  /** What people decided about single pairs; the rest was matched around it. */
  readonly overrides: readonly PairOverride[];
}

/** Reads who is matched with whom, and why the others are not. */
@Injectable()
export class ReadRoundResult {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /** @throws NotFound, Conflict `matching-round.not-solved` */
  run(authority: Authority, id: string): Promise<RoundResult> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, id);
      const { run, outcome } = await outcomeOf(round, this.runs);
      const links = await this.runs.links(run.id);
      await this.look.run(authority, round, {
        action: 'matching-round.result-read',
        personIds: links.map(({ personId }) => personId),
      });
      return resultByPerson(round, run, outcome, links, await this.runs.ofRound(id));
    });
  }
}

function resultByPerson(
  round: MatchingRound,
  run: MatchingRun,
  outcome: RunOutcome,
  links: readonly PseudonymLink[],
  runs: readonly MatchingRun[],
): RoundResult {
  const linkOf = new Map(links.map((link) => [link.pseudonym, link]));
  const { totals, gapsNobodyOffers, notices } = outcome;
  return {
    ...{ round, run, totals, gapsNobodyOffers, notices },
    overrides: overridesHeldBy(run, runs).map((one) => byPerson(one, links)),
    matches: outcome.matches.map(({ mentee, mentor, ...match }) => ({
      ...asking(linkOf.get(mentee)),
      mentorId: linkOf.get(mentor)?.personId ?? null,
      ...match,
    })),
    unmatched: outcome.unmatched.map(({ mentee, ...reason }) => ({
      ...asking(linkOf.get(mentee)),
      ...reason,
    })),
  };
}

function asking(link: PseudonymLink | undefined): Pick<ResultMatch, 'requestId' | 'menteeId'> {
  return { requestId: link?.requestId ?? null, menteeId: link?.personId ?? null };
}
