import { Conflict } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { colleagueOf } from '../../domain/colleague';
import { pairKey } from '../../domain/compiled-people';
import { ELIGIBILITY_RULES, RULE_TEXTS, ruleBit } from '../../domain/eligibility-rule';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { pinsOn } from '../../domain/override/decided-pairs';
import {
  type DecisionKind,
  type PairDecision,
  refuseContradiction,
} from '../../domain/override/pair-decision';
import { PairJudge } from '../../domain/pair-judge';
import type { Snapshot } from '../../domain/snapshot';
import { MatchingRunRepository, type PseudonymLink } from '../ports/matching-run.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import type { AskedPair } from '../runs/found-pairs';
import { OfferPairs } from '../runs/offer-pairs';
import { readSnapshot } from '../runs/solve-snapshot';

/** A decision as somebody states it. */
export interface StatedDecision {
  readonly kind: DecisionKind;
  /** The mentoring request of the mentee. */
  readonly requestId: string;
  /** Person id. */
  readonly mentorId: string;
}

/** A decision that is possible, and the frozen input that it is about. */
export interface CheckedDecision {
  readonly decision: PairDecision;
  readonly snapshot: Snapshot;
  readonly links: readonly PseudonymLink[];
}

/** Finds out whether a decision about a pair of a solved run is possible. A hard rule can never be overridden. */
@Injectable()
export class CheckDecision {
  constructor(
    private readonly runs: MatchingRunRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly offerPairs: OfferPairs,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * Whoever asks holds the round.
   *
   * @param run that stands for the round
   * @throws Conflict `override.not-in-round`, `override.contradicts`, `override.already-decided`,
   *   `override.pair-not-eligible` with a line for each rule that is broken, `override.no-place`, and of a pin
   *   `override.pair-no-longer-eligible` where the round could not be published with it
   */
  async run(
    round: MatchingRound,
    run: MatchingRun,
    { kind, requestId, mentorId }: StatedDecision,
  ): Promise<CheckedDecision> {
    const { mentee, snapshot, links } = await this.mentee(run, requestId);
    const mentor = links.find((link) => link.personId === mentorId)?.pseudonym;
    if (mentor === undefined || !snapshot.mentors.some(({ id }) => id === mentor)) {
      throw new Conflict(
        'override.not-in-round',
        `Person ${mentorId} takes no part in this round as a mentor.`,
      );
    }
    const decision: PairDecision = { kind, mentee, mentor };
    refuseContradiction(snapshot.decided?.decisions ?? [], decision);
    this.#refuseIneligible(snapshot, decision);
    refuseWithoutPlace(snapshot, decision);
    if (kind === 'pin') {
      const menteeId = links.find(({ pseudonym }) => pseudonym === mentee)!.personId;
      await this.#refuseUnpublishable(
        round,
        { requestId, menteeId, mentorId },
        pinsOn(mentor, snapshot.decided?.decisions ?? []),
      );
    }
    return { decision, snapshot, links };
  }

  /** The mentee of a request, by pseudonym. @throws Conflict `override.not-in-round` */
  async mentee(
    run: MatchingRun,
    requestId: string,
  ): Promise<Omit<CheckedDecision, 'decision'> & { readonly mentee: string }> {
    const links = await this.runs.links(run.id);
    const snapshot = readSnapshot(await this.runs.snapshot(run.id), this.catalogue);
    const mentee = links.find((link) => link.requestId === requestId)?.pseudonym;
    if (mentee === undefined || !snapshot.mentees.some(({ id }) => id === mentee)) {
      throw new Conflict('override.not-in-round', `Request ${requestId} takes no part in this round.`);
    }
    return { mentee, snapshot, links };
  }

  /** A pin stays for good: one that cannot be offered today would keep the whole round from being published. */
  async #refuseUnpublishable(round: MatchingRound, pair: AskedPair, pinsBefore: number): Promise<void> {
    const requests = await this.requests.lock([pair.requestId]);
    const waiting = requests.filter(({ state, roundId }) => state === 'in_round' && roundId === round.id);
    const today = await this.offerPairs.judgeToday(round, [pair], waiting);
    const doubt =
      today.doubt(pair) ??
      (today.freePlaces(pair.mentorId) <= pinsBefore ? 'the mentor has no place left for it' : undefined);
    if (doubt !== undefined) {
      throw new Conflict(
        'override.pair-no-longer-eligible',
        `Since the round was frozen something has changed, and with this pair it could not be published: ${doubt}.`,
      );
    }
  }

  /** What somebody decided before is left out: whether the two decisions agree was asked already. */
  #refuseIneligible({ rules, ...people }: Snapshot, { mentee, mentor }: PairDecision): void {
    const isConcerned = ({ id }: { readonly id: string }): boolean => id === mentee || id === mentor;
    const others = [...people.mentees, ...people.mentors].filter((person) => !isConcerned(person));
    const judge = new PairJudge(
      {
        mentees: people.mentees.filter(({ id }) => id === mentee),
        mentors: people.mentors.filter(({ id }) => id === mentor),
        colleagues: [...people.colleagues, ...others.map(colleagueOf)],
        earlierPairs: new Set(people.earlierPairs.map(([one, other]) => pairKey(one, other))),
        catalogue: this.catalogue,
      },
      rules,
    );
    const broken = judge.brokenRules(0, 0);
    const problems = ELIGIBILITY_RULES.filter((rule) => (broken & ruleBit(rule)) !== 0).map(
      (rule) => `${rule} (${RULE_TEXTS[rule].title}): ${RULE_TEXTS[rule].sentence}`,
    );
    if (problems.length > 0) {
      throw new Conflict(
        'override.pair-not-eligible',
        `The two are no eligible pair, and no override can change that (${problems[0]!})`,
        problems,
      );
    }
  }
}

function refuseWithoutPlace(snapshot: Snapshot, { kind, mentor }: PairDecision): void {
  const { capacity } = snapshot.mentors.find(({ id }) => id === mentor)!;
  if (kind === 'pin' && pinsOn(mentor, snapshot.decided?.decisions ?? []) >= capacity) {
    throw new Conflict(
      'override.no-place',
      capacity === 0
        ? 'The mentor has no place in this round.'
        : `Every place that the mentor has in this round, ${capacity}, is pinned to somebody by an earlier override.`,
    );
  }
}

/** The people of a decision; somebody who was erased since is left out. */
export function personsOf(
  { mentee, mentor }: Partial<PairDecision>,
  links: readonly PseudonymLink[],
): readonly string[] {
  return links
    .filter(({ pseudonym }) => pseudonym === mentee || pseudonym === mentor)
    .map(({ personId }) => personId);
}
