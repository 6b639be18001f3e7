import { canonicalJsonInParts, Clock, type JsonValue, Random, sha256, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { moveRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { withDecision } from '../../domain/override/overridden-snapshot';
import { checkedReason, type Decider } from '../../domain/override/pair-decision';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { Outbox } from '../ports/outbox';
import { lockRoundOfOpenProgramme, refuseUnlessVersion, summaryOf } from '../rounds/find-round';
import { CheckDecision, type StatedDecision } from './check-decision';
import { refuseWhileOverridden } from '../runs/refuse-while-overridden';

/** What a coordinator decides about one pair of a round. */
export interface NewOverride extends StatedDecision {
  /** 1 to 2,000 characters; who audits the round reads it. */
  readonly reason: string;
  readonly decidedBy: Decider;
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
  ) {}

  /**
   * @param expectedVersion of the round, as it was read: what was decided on is what is seen
   * @returns the run that carries it out
   * @throws NotFound, StaleVersion, Conflict `programme.closed`, `matching-round.cannot-override`,
   *   `matching-round.override-under-way`, InputRefused for the reason, and as {@link CheckDecision}
   */
  run(roundId: string, expectedVersion: number, override: NewOverride): Promise<MatchingRun> {
    const { decidedBy, ...stated } = override;
    return this.transaction.run(async () => {
      const reason = checkedReason(override.reason);
      const { round } = await lockRoundOfOpenProgramme(this.programmes, this.rounds, roundId);
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
      const run: MatchingRun = {
        ...{ id: this.random.uuid(), roundId, kind: 'override', attempt, state: 'queued', deliveries: 0 },
        progress: { stage: 'waiting', done: 0, total: 1 },
        override: { ...decision, reason, decidedBy },
        snapshotSha256: sha256(text),
        frozenAt: this.clock.now(),
      };
      await this.runs.add(run, text, links);
      await this.outbox.leave({ kind: 'solve-run', subject: run.id, attempt });
      await this.rounds.save(overridden);
      return run;
    });
  }
}
