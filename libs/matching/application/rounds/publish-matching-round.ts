import { type Authority, Clock, Conflict, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { DecideAboutRound } from '../parts/decide-about-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { GiveRequestsBack } from '../requests/give-requests-back';
import { refuseWhileOverridden } from '../runs/refuse-while-overridden';
import { foundPairs } from '../runs/found-pairs';
import { OfferPairs } from '../runs/offer-pairs';
import { lockRoundOfOpenProgramme, outcomeOf } from './find-round';

/** Offers every match of a solved round to both of its people, or none. The others wait again, for another round. */
@Injectable()
export class PublishMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly offerPairs: OfferPairs,
    private readonly giveRequestsBack: GiveRequestsBack,
    private readonly clock: Clock,
    private readonly decide: DecideAboutRound,
  ) {}

  /**
   * @throws NotFound, Conflict `programme.closed`, `matching-round.cannot-publish`, `matching-round.audited-by-you`,
   *   `matching-round.override-under-way`, `matching-round.pair-not-eligible` with a line for each pair that may no longer
   *   be matched, `proposal.no-place-left` where a mentor has fewer places than the round gave
   */
  run(authority: Authority, id: string): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { programme, round } = await lockRoundOfOpenProgramme(
        authority,
        this.programmes,
        this.rounds,
        id,
      );
      const published = moveRound(round, 'publish');
      await refuseWhileOverridden(this.runs, id);
      const { run, outcome } = await outcomeOf(round, this.runs);
      const { found, lost } = foundPairs(outcome, await this.runs.links(run.id));
      const ofRound = await this.requests.lockOfRound(id);
      const waiting = ofRound.filter(({ state }) => state === 'in_round');
      const today = await this.offerPairs.judgeToday(round, found, waiting);
      refuse([
        ...found.flatMap((pair) => {
          const doubt = today.doubt(pair);
          return doubt === undefined ? [] : [`request ${pair.requestId}, mentor ${pair.mentorId}: ${doubt}`];
        }),
        ...lost.map(
          ({ mentee, mentor }) =>
            `pseudonyms ${mentee} and ${mentor}: one of the two is no longer registered`,
        ),
      ]);
      await this.decide.run(authority, round, {
        action: 'matching-round.published',
        personIds: found.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
        details: { run: run.id, offers: found.length },
      });
      await this.offerPairs.offer(round, run, found, waiting);
      await this.giveRequestsBack.run(id, programme);
      return this.rounds.save({ ...published, publishedAt: this.clock.now() });
    });
  }
}

function refuse(problems: readonly string[]): void {
  const [first] = problems;
  if (first !== undefined) {
    throw new Conflict(
      'matching-round.pair-not-eligible',
      `${problems.length === 1 ? 'A pair' : `${problems.length} pairs`} of the round may no longer be matched (${first}): discard the round and run another one.`,
      problems,
    );
  }
}
