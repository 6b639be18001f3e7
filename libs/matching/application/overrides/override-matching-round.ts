import {
  type Authority,
  canonicalJsonInParts,
  Clock,
  type JsonValue,
  Outbox,
  Random,
  sha256,
  Transaction,
} from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { withDecision } from '../../domain/override/overridden-snapshot';
import { checkedReason, type Decider } from '../../domain/override/pair-decision';
import { DecideAboutRound } from '../parts/decide-about-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { lockRoundOfOpenProgramme, refuseUnlessVersion, summaryOf } from '../rounds/find-round';
import { CheckDecision, personsOf, type StatedDecision } from './check-decision';
import { byPerson, type OverrideRun } from '../runs/overrides-of-round';
import { refuseWhileOverridden } from '../runs/refuse-while-overridden';
import type { ReadableOverride } from './read-override';

/** What a coordinator decides about one pair of a round. */
export interface NewOverride extends StatedDecision {
  /** 1 to 2,000 characters; who audits the round reads it. */
  readonly reason: string;
}

/**
 * Decides about one pair of a solved round that is not published, and leaves it to a worker to match the others anew. The
 * round is solved all the while: what stood for it stands until the override is solved, and also where it fails.
 */
@Injectable()
export class OverrideMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly check: CheckDecision,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly decide: DecideAboutRound,
  ) {}

  /**
   * @param expectedVersion of the round, as it was read: what was decided on is what is seen
   * @returns the override as it is left to a worker, with the run that carries it out
   * @throws NotFound, StaleVersion, Conflict `programme.closed`, `matching-round.cannot-override`,
   *   `matching-round.audited-by-you`, `matching-round.override-under-way`, InputRefused for the reason, and as {@link CheckDecision}
   */
  run(
    authority: Authority,
    roundId: string,
    expectedVersion: number,
    { reason: said, ...stated }: NewOverride,
  ): Promise<ReadableOverride> {
    return this.transaction.run(async () => {
      const reason = checkedReason(said);
      const { round } = await lockRoundOfOpenProgramme(authority, this.programmes, this.rounds, roundId);
      refuseUnlessVersion(round, expectedVersion);
      const overridden = moveRound(round, 'override');
      await refuseWhileOverridden(this.runs, roundId);
      const { run: standing, summary } = await summaryOf(round, this.runs);
      const { decision, snapshot, links } = await this.check.run(round, standing, stated);
      const [latest] = await this.runs.ofRound(roundId);
      const attempt = latest!.attempt + 1;
      // Interfaces have no index signature, which is all that keeps this plain data from being a JsonValue.
      const text = await canonicalJsonInParts(
        withDecision(snapshot, summary, decision, attempt) as unknown as Readonly<Record<string, JsonValue>>,
      );
      const run: OverrideRun = {
        ...{ id: this.random.uuid(), roundId, kind: 'override', attempt, state: 'queued', deliveries: 0 },
        progress: { stage: 'waiting', done: 0, total: 1 },
        override: { ...decision, reason, decidedBy: deciderOf(authority, round) },
        snapshotSha256: sha256(text),
        frozenAt: this.clock.now(),
      };
      await this.decide.run(authority, round, {
        action: 'matching-round.overridden',
        personIds: personsOf(decision, links),
        details: { override: run.id, decided: decision.kind },
      });
      await this.runs.add(run, text, links);
      await this.outbox.leave({ kind: 'solve-run', subject: run.id, attempt });
      await this.rounds.save(overridden);
      return { ...byPerson(run, links), run };
    });
  }
}

function deciderOf(authority: Authority, { programmeId }: MatchingRound): Decider {
  const personId = authority.personIn(programmeId);
  return { role: authority.over({ programmeId })!.role, ...(personId === undefined ? {} : { personId }) };
}
