import type { DisclosurePolicy } from '@evenhand/disclosure';
import { AuditTrail, type Authority, Conflict, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { type ReasonInRoundNumbers, reasonInRoundNumbers } from '../../domain/reason-in-round-numbers';
import type { ProposalState } from '../../domain/lifecycle/proposal';
import type { RunOutcome } from '../../domain/run-outcome';
import type { Deciding, UnmatchedReason } from '../../domain/unmatched-reason';
import { ProposalRepository } from '../ports/proposal.repository';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository, type PseudonymLink } from '../ports/matching-run.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { knownRound, solvedRunOf } from './find-round';

/** Why a request was matched: points by criterion, the gaps that are covered and those that are not, and notes. */
export interface MatchedExplanation extends Omit<RunOutcome['matches'][number], 'mentee' | 'mentor'> {
  readonly kind: 'matched';
  readonly requestId: string;
  readonly menteeId: string;
  /** `null` where the mentor was erased since. */
  readonly mentorId: string | null;
  /** What became of the match since; absent where it was never offered, as in a round that is not published. */
  readonly proposalState?: ProposalState;
}

/**
 * Why a request was not matched: the sentence, what the rules exclude and what is short. Whoever is limited to their own
 * reads counts in round numbers; who runs the programme reads them as they are.
 */
export type UnmatchedExplanation = {
  readonly kind: 'unmatched';
  readonly requestId: string;
  readonly menteeId: string;
} & (UnmatchedReason | ReasonInRoundNumbers);

/** What can be said of a request in a round. */
export type RequestExplanation = MatchedExplanation | UnmatchedExplanation;

/** What the run that last decided on a request says of it. */
interface Decided {
  readonly runId: string;
  readonly outcome: RunOutcome;
  readonly links: readonly PseudonymLink[];
  readonly link: PseudonymLink & { readonly requestId: string };
}

/** Explains to somebody, or to those who run the programme, what a round decided on a request. */
@Injectable()
export class ExplainMentoringRequest {
  constructor(
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * To whom only their own is told, the mentee or the mentor whom the request was matched with, it is once the round is
   * published, and in round numbers.
   *
   * @throws NotFound, Conflict `matching-round.not-solved`; to whom only their own is told `matching-round.not-published`
   *   until it is
   */
  async run(authority: Authority, roundId: string, requestId: string): Promise<RequestExplanation> {
    const round = await this.#round(authority, roundId);
    const tellsAll = authority.reachesProgramme(round.programmeId);
    if (!tellsAll && round.state !== 'published') {
      throw new Conflict(
        'matching-round.not-published',
        `The round is ${round.state}: nothing has been offered to anybody.`,
      );
    }
    const decided = await this.#decided(round, requestId);
    const { menteeId, mentorId } = pairOf(decided);
    const personIds = mentorId === null ? [menteeId] : [menteeId, mentorId];
    if (!tellsAll && authority.own({ personIds }) === undefined) {
      throw new NotFound('mentoring request', requestId);
    }
    await this.trail.record({
      ...{ kind: 'read', action: 'explanation.read', authority, programmeId: round.programmeId, personIds },
      ...{ thing: { kind: 'mentoring-request', id: requestId }, details: { round: roundId } },
    });
    return this.#explained(round, decided, tellsAll);
  }

  /** A round is there for whoever reaches its programme, and for the people of the programme. */
  async #round(authority: Authority, roundId: string): Promise<MatchingRound> {
    const round = await knownRound(this.rounds, roundId);
    const own = authority.personIn(round.programmeId);
    if (authority.over({ programmeId: round.programmeId, personIds: own === undefined ? [] : [own] })) {
      return round;
    }
    throw new NotFound('matching round', roundId);
  }

  async #explained(
    { rules, policy }: MatchingRound,
    { runId, outcome, link, ...decided }: Decided,
    tellsAll: boolean,
  ): Promise<RequestExplanation> {
    const { pseudonym, requestId, personId: menteeId } = link;
    const match = outcome.matches.find(({ mentee }) => mentee === pseudonym);
    if (match !== undefined) {
      // How many others would have done, and how well, is for those who run the round: they are few, and somebody each.
      const { mentee, mentor, mentorRank, eligibleMentors, ...explained } = match;
      const { mentorId } = pairOf({ outcome, link, ...decided });
      const offered = (await this.proposals.ofRequest(requestId)).find((one) => one.runId === runId);
      return {
        ...{ kind: 'matched', requestId, menteeId, mentorId, ...explained },
        ...(offered === undefined ? {} : { proposalState: offered.state }),
      };
    }
    const { mentee, ...reason } = outcome.unmatched.find((one) => one.mentee === pseudonym)!;
    const [overridden, countsHeld] = [outcome.given !== undefined, outcome.verdict?.countsHeld];
    const deciding = { ...rules, overridden, countsHeld };
    const told = tellsAll ? reason : await this.#inRoundNumbers(deciding, requestId, reason, policy);
    return { kind: 'unmatched', requestId, menteeId, ...told };
  }

  /** Runs that filled the round again count too: the last one that a request took part in decided on it. */
  async #decided(round: MatchingRound, requestId: string): Promise<Decided> {
    await solvedRunOf(round, this.runs);
    for (const { id, state } of await this.runs.ofRound(round.id)) {
      const links = state === 'solved' ? await this.runs.links(id) : [];
      const link = links.find((one) => one.requestId === requestId);
      if (link !== undefined) {
        return { runId: id, outcome: (await this.runs.outcome(id))!, links, link: { ...link, requestId } };
      }
    }
    throw new NotFound('mentoring request', requestId);
  }

  async #inRoundNumbers(
    deciding: Deciding,
    requestId: string,
    reason: UnmatchedReason,
    policy: DisclosurePolicy,
  ): Promise<ReasonInRoundNumbers> {
    const request = await this.requests.byId(requestId);
    return reasonInRoundNumbers(reason, deciding, request?.firstSubmittedOn, policy);
  }
}

function pairOf({ outcome, links, link }: Pick<Decided, 'outcome' | 'links' | 'link'>): {
  readonly menteeId: string;
  readonly mentorId: string | null;
} {
  const match = outcome.matches.find(({ mentee }) => mentee === link.pseudonym);
  const mentorId = links.find(({ pseudonym }) => pseudonym === match?.mentor)?.personId ?? null;
  return { menteeId: link.personId, mentorId };
}
