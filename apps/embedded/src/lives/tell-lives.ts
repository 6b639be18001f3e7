import { BaselineRepository, GiveEqualityAnswers, SetBaseline } from '@evenhand/equity';
import { Clock, Transaction } from '@evenhand/kernel';
import {
  AcceptProposal,
  DeclineProposal,
  MatchingRunRepository,
  type MentoringRequest,
  MentoringRequestRepository,
  OpenJobs,
  type Proposal,
  ProposalRepository,
  WithdrawMentoringRequest,
} from '@evenhand/matching';
import {
  GiveMentoringFeedback,
  type MentoringRelationship,
  MentoringRelationshipRepository,
  MoveMentoring,
  RecordFirstMeeting,
} from '@evenhand/mentoring';
import { PersonRepository, type PersonInput, RegisterPerson, type Table } from '@evenhand/people';
import type { INestApplicationContext } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { inventCharacteristics } from '../demonstration/invent-characteristics';
import { STAGES } from '../demonstration/workforce-shape';
import { DEMONSTRATION, onTheWordOf, wordOfAccount, wordOfPerson } from '../service/on-the-word-of';
import {
  answersEqualityQuestions,
  answerTo,
  type Answer,
  type Invented,
  mentoringOf,
  reasonOf,
  withdraws,
} from './lives';

/** Where lives are told, and of whom. */
export interface LivesPlace {
  readonly programmeId: string;
  /** The round of which they answer what it proposed. */
  readonly roundId: string;
  /** The account of the coordinator, who brings in who does not ask, and the counts of the workforce. */
  readonly coordinatorAccount: string;
  /** Seed of what people say of themselves. */
  readonly seed: string;
  /** Addresses of those for whom nobody acts. */
  readonly left: readonly string[];
  readonly colleagues: readonly PersonInput[];
  readonly workforce: Table;
  readonly characteristics: Table;
}

/** Somebody as they are registered. */
interface Known extends Invented {
  readonly id: string;
  /** Rank of the stage of their post. */
  readonly rank: number;
}

/** So many in one transaction: quick, and nobody else has to wait for long. */
const AT_A_TIME = 100;
const ALL = { limit: 10_000 };
const LOOK_EVERY_MS = 200;
const REFILLED_WITHIN_MS = 120_000;

/**
 * What becomes of everybody once a round is published: those come to be known who did not ask, people say who they are,
 * answer what was proposed to them, take their request back or meet. All of it by the use cases that the API has, on the
 * word of each of them. What an earlier start did is not done again.
 */
export class TellLives {
  private readonly transaction: Transaction;
  private persons = new Map<string, Known>();

  constructor(
    private readonly service: INestApplicationContext,
    private readonly place: LivesPlace,
  ) {
    this.transaction = service.get(Transaction);
  }

  /** @throws Error where the places that were declined are not filled again */
  async run(): Promise<void> {
    await this.registerColleagues();
    await this.setBaseline();
    await this.readPersons();
    await this.answerEqualityQuestions();
    await this.acceptProposals();
    await this.turnAway();
    await this.untilRefilled();
    await this.meet();
  }

  private async registerColleagues(): Promise<void> {
    const { service, place } = this;
    const coordinator = this.coordinator();
    await this.someAtATime(
      async () => {
        const references = place.colleagues.map(({ reference }) => reference);
        const known = await service.get(PersonRepository).byReferences(place.programmeId, references);
        const there = new Set(known.map(({ reference }) => reference));
        return place.colleagues.filter(({ reference }) => !there.has(reference));
      },
      (colleague) => service.get(RegisterPerson).run(coordinator, place.programmeId, colleague),
    );
  }

  private async setBaseline(): Promise<void> {
    const { service, place } = this;
    const { programmeId, workforce, characteristics } = place;
    const coordinator = this.coordinator();
    await onTheWordOf(coordinator, async () => {
      if ((await service.get(BaselineRepository).read(programmeId)) !== undefined) return;
      await service.get(SetBaseline).run(coordinator, programmeId, { workforce, characteristics });
    });
  }

  /** Everybody for whom somebody acts. */
  private async readPersons(): Promise<void> {
    const { programmeId, left } = this.place;
    const everybody = await onTheWordOf(DEMONSTRATION, () =>
      this.service.get(PersonRepository).ofProgramme(programmeId),
    );
    this.persons = new Map(
      everybody
        .filter(({ email }) => email === undefined || !left.includes(email))
        .map(({ id, reference, background: { group }, posts: [{ stage }] }) => [
          id,
          { id, reference, group, rank: STAGES.indexOf(stage as (typeof STAGES)[number]) },
        ]),
    );
  }

  /** On the word of each alone: nothing else reaches what somebody said of themselves. */
  private async answerEqualityQuestions(): Promise<void> {
    const { programmeId, seed } = this.place;
    for (const person of this.persons.values()) {
      if (!answersEqualityQuestions(person)) continue;
      const { id, reference, group, rank } = person;
      const answers = inventCharacteristics(seed, reference, group, rank);
      const self = wordOfPerson(programmeId, id, 'aspiring_leader');
      const given = { consent: true, answers };
      await onTheWordOf(self, () => this.service.get(GiveEqualityAnswers).run(self, given, programmeId));
    }
  }

  private async acceptProposals(): Promise<void> {
    const accept = this.service.get(AcceptProposal);
    const isToAccept = ({ answer, proposal }: Answered): boolean =>
      answer === 'both-accept' || (answer === 'mentee-accepts' && proposal.menteeAcceptedAt === undefined);
    await this.someAtATime(
      async () => (await this.openProposals()).filter(isToAccept),
      async ({ answer, proposal }) => {
        const { id, menteeId, mentorId, menteeAcceptedAt } = proposal;
        if (menteeAcceptedAt === undefined) await accept.run(this.mentee(menteeId), { id });
        if (answer === 'both-accept') await accept.run(this.mentor(mentorId), { id });
      },
    );
  }

  /**
   * Who declines does so, and who is left without a mentor takes their request back or waits. All in one go, so that places
   * are filled again together: one after the other, it would depend on the worker whom they are offered to.
   */
  private turnAway(): Promise<void> {
    return this.allOrNothing(async () => {
      const decline = this.service.get(DeclineProposal);
      const withdraw = this.service.get(WithdrawMentoringRequest);
      for (const { answer, mentee, proposal } of await this.openProposals()) {
        if (answer !== 'mentee-declines' && answer !== 'mentor-declines') continue;
        const { id, menteeId, mentorId } = proposal;
        const self = answer === 'mentee-declines' ? this.mentee(menteeId) : this.mentor(mentorId);
        await decline.run(self, { id, reason: reasonOf(answer, mentee) });
      }
      for (const { id, personId } of await this.requestsToWithdraw()) {
        await withdraw.run(this.mentee(personId), id);
      }
    });
  }

  private async untilRefilled(): Promise<void> {
    const jobs = this.service.get(OpenJobs);
    const isBeingFilled = async (): Promise<boolean> => {
      const { items } = await onTheWordOf(DEMONSTRATION, () => jobs.list(ALL));
      return items.some(({ kind }) => kind === 'refill-round' || kind === 'solve-run');
    };
    for (const end = Date.now() + REFILLED_WITHIN_MS; await isBeingFilled();) {
      if (Date.now() > end) throw new Error('The places that were declined are still being filled again.');
      await pause(LOOK_EVERY_MS);
    }
  }

  private async requestsToWithdraw(): Promise<readonly MentoringRequest[]> {
    const filter = { programmeId: this.place.programmeId, state: 'submitted' } as const;
    const { items } = await this.service.get(MentoringRequestRepository).list(undefined, filter, ALL);
    return items.filter(({ personId }) => {
      const mentee = this.persons.get(personId);
      return mentee !== undefined && withdraws(mentee);
    });
  }

  private async meet(): Promise<void> {
    const { service } = this;
    const today = service.get(Clock).today();
    await this.someAtATime(
      () => this.relationshipsThatMeet(),
      async ({ id, menteeId }) => {
        const self = this.mentee(menteeId);
        const { helped, completes } = mentoringOf(this.persons.get(menteeId)!);
        await service.get(RecordFirstMeeting).run(self, id, today);
        if (helped !== undefined) await service.get(GiveMentoringFeedback).run(self, id, helped);
        if (completes) await service.get(MoveMentoring).run(self, id, 'complete');
      },
    );
  }

  private async relationshipsThatMeet(): Promise<readonly MentoringRelationship[]> {
    const filter = { programmeId: this.place.programmeId, state: 'starting' } as const;
    const { items } = await this.service.get(MentoringRelationshipRepository).list(undefined, filter, ALL);
    return items.filter(({ menteeId, mentorId }) => {
      const mentee = this.persons.get(menteeId);
      return mentee !== undefined && this.persons.has(mentorId) && mentoringOf(mentee).meets;
    });
  }

  /** What the round itself proposed and is open, but for what fills a place again: that has just been offered. */
  private async openProposals(): Promise<readonly Answered[]> {
    const { roundId } = this.place;
    const runs = await this.service.get(MatchingRunRepository).ofRound(roundId);
    const refills = new Set(runs.filter(({ kind }) => kind === 'refill').map(({ id }) => id));
    const proposals = await this.service.get(ProposalRepository).ofRound(roundId);
    return proposals
      .filter(({ state, runId }) => state === 'offered' && !refills.has(runId))
      .flatMap((proposal) => {
        const mentee = this.persons.get(proposal.menteeId);
        if (mentee === undefined || !this.persons.has(proposal.mentorId)) return [];
        return [{ proposal, mentee, answer: answerTo(mentee) }];
      });
  }

  /** Does something for everybody who is left, some at a time; whoever it was done for is no longer left. */
  private async someAtATime<Thing>(
    left: () => Promise<readonly Thing[]>,
    work: (thing: Thing) => Promise<unknown>,
  ): Promise<void> {
    let done: number;
    do {
      done = await this.allOrNothing(async () => {
        const some = (await left()).slice(0, AT_A_TIME);
        for (const thing of some) await work(thing);
        return some.length;
      });
    } while (done === AT_A_TIME);
  }

  /** Reaches everybody, since many act in it; what each of them may do is held to their own word. */
  private allOrNothing<Result>(work: () => Promise<Result>): Promise<Result> {
    return onTheWordOf(DEMONSTRATION, () => this.transaction.run(work));
  }

  private coordinator() {
    return wordOfAccount(this.place.programmeId, this.place.coordinatorAccount, 'coordinator');
  }

  private mentee(personId: string) {
    return wordOfPerson(this.place.programmeId, personId, 'aspiring_leader');
  }

  private mentor(personId: string) {
    return wordOfPerson(this.place.programmeId, personId, 'mentor');
  }
}

/** A proposal with what is said to it. */
interface Answered {
  readonly proposal: Proposal;
  readonly mentee: Known;
  readonly answer: Answer;
}
