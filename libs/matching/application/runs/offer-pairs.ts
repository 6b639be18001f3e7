import { Clock, inParts, partsOf, Random } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { pairKey } from '../../domain/compiled-people';
import { type EligibilityRule, RULE_TEXTS } from '../../domain/eligibility-rule';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { type MentoringRequest, moveRequest } from '../../domain/lifecycle/mentoring-request';
import { daysAfter, type Proposal } from '../../domain/lifecycle/proposal';
import type { MentorRank } from '../../domain/mentor-ranks';
import { CRITERIA } from '../../domain/rules';
import { PairJudge, ruleBroken } from '../../domain/pair-judge';
import { MatchingSettings } from '../ports/matching-settings';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { ProposalRepository } from '../ports/proposal.repository';
import type { AskedPair, FoundPair } from './found-pairs';
import { type Naming, type PeopleOfProgramme, ReadPeopleOfProgramme } from './people-of-programme';

/** What today's profiles say of pairs that are to be offered. */
export interface PairsToday {
  /** Why the pair cannot be offered any more, in a few words; undefined where it can. */
  doubt(pair: AskedPair): string | undefined;
  /** Places that the mentor has free. */
  freePlaces(mentorId: string): number;
}

/** So many pairs are judged in a few milliseconds: a server that judges thousands answers others in between. */
const PAIRS_AT_ONCE = 250;

const UNDER_THEIR_OWN_IDS: Naming = { person: (id) => id, stranger: (reference) => `reference:${reference}` };

/** Offers what a run found. Who offers holds programme, round and requests. */
@Injectable()
export class OfferPairs {
  constructor(
    private readonly readPeople: ReadPeopleOfProgramme,
    private readonly persons: PersonRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly proposals: ProposalRepository,
    private readonly catalogue: Catalogue,
    private readonly settings: MatchingSettings,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /**
   * Judges pairs anew, by the round's own rules. Its people are held from here on, so that what is found true stays so
   * until the offers are made.
   *
   * @param requests those that wait for what the round finds for them
   */
  async judgeToday(
    round: MatchingRound,
    pairs: readonly AskedPair[],
    requests: readonly MentoringRequest[],
  ): Promise<PairsToday> {
    const personIds = new Set(pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]));
    await this.persons.lock([...personIds].sort());
    const people = await this.readPeople.run(round.programmeId);
    const broken = new Map<string, EligibilityRule>();
    for (const part of partsOf(pairs, PAIRS_AT_ONCE)) {
      for (const [pair, rule] of await this.#rulesBroken(round, part, requests, people)) {
        broken.set(pair, rule);
      }
    }
    const waiting = new Set(requests.map(({ id }) => id));
    return {
      doubt: ({ requestId, menteeId, mentorId }) => {
        if (!waiting.has(requestId)) {
          return 'the request no longer waits in this round';
        }
        if (!people.isMentee(menteeId) || !people.isMentor(mentorId)) {
          return 'one of the two no longer has the profile for it';
        }
        const rule = broken.get(pairKey(menteeId, mentorId));
        return rule === undefined ? undefined : `${rule} (${RULE_TEXTS[rule].title})`;
      },
      freePlaces: (mentorId) => people.freePlaces(mentorId),
    };
  }

  /** @throws Conflict `proposal.no-place-left` where a mentor has no place left, `proposal.request-has-one` */
  async offer(
    { id: roundId }: MatchingRound,
    run: Pick<MatchingRun, 'id' | 'kind'>,
    pairs: readonly FoundPair[],
    requests: readonly MentoringRequest[],
  ): Promise<void> {
    const offeredAt = this.clock.now();
    const expiresAt = daysAfter(offeredAt, this.settings.proposalDays);
    await this.proposals.add(
      await inParts(pairs, ({ requestId, menteeId, mentorId, match }): Proposal => {
        const { score, points, gaps, gapsNotCovered, notes } = match;
        return {
          ...{ id: this.random.uuid(), roundId, runId: run.id, requestId, menteeId, mentorId },
          ...{ state: 'offered', score, points, gaps, gapsNotCovered, notes, ...rankOf(match, run) },
          ...{ offeredAt, expiresAt },
          ...{ remindedAt: [], questions: [], version: 1 },
        };
      }),
    );
    const offered = new Set(pairs.map(({ requestId }) => requestId));
    await this.requests.save(
      requests
        .filter(({ id }) => offered.has(id))
        .map((request) => ({ ...moveRequest(request, 'propose'), roundId })),
    );
  }

  async #rulesBroken(
    { rules }: MatchingRound,
    pairs: readonly AskedPair[],
    requests: readonly MentoringRequest[],
    people: PeopleOfProgramme,
  ): Promise<ReadonlyMap<string, EligibilityRule>> {
    const requestIds = new Set(pairs.map(({ requestId }) => requestId));
    const mentorIds = new Set(pairs.map(({ mentorId }) => mentorId));
    const named = await people.named(
      requests.filter(({ id, personId }) => requestIds.has(id) && people.isMentee(personId)),
      [...mentorIds].filter((id) => people.isMentor(id)),
      UNDER_THEIR_OWN_IDS,
    );
    const { catalogue } = this;
    const earlierPairs = new Set(named.earlierPairs.map(([mentee, mentor]) => pairKey(mentee, mentor)));
    const judge = new PairJudge({ ...named, catalogue, earlierPairs }, rules);
    const menteeAt = new Map(named.mentees.map(({ id }, at) => [id, at]));
    const mentorAt = new Map(named.mentors.map(({ id }, at) => [id, at]));
    const points = new Int32Array(CRITERIA.length);
    return new Map(
      pairs.flatMap(({ menteeId, mentorId }): [string, EligibilityRule][] => {
        const mentee = menteeAt.get(menteeId);
        const mentor = mentorAt.get(mentorId);
        const judged = mentee === undefined || mentor === undefined ? 0 : judge.judge(mentee, mentor, points);
        return judged < 0 ? [[pairKey(menteeId, mentorId), ruleBroken(judged)]] : [];
      }),
    );
  }
}

/** A run that fills a round again knows only mentors with a free place: where somebody stands among all, it cannot say. */
function rankOf(
  { mentorRank, eligibleMentors }: FoundPair['match'],
  { kind }: Pick<MatchingRun, 'kind'>,
): Partial<MentorRank> {
  return kind === 'refill' || mentorRank === undefined || eligibleMentors === undefined
    ? {}
    : { mentorRank, eligibleMentors };
}
