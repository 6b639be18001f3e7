import type { DisclosurePolicy } from '@evenhand/disclosure';
import { type Authority, Transaction } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { sampleExplanations, type SampledExplanation, USUAL_SAMPLE } from '../../domain/explanation-sample';
import type { Snapshot } from '../../domain/snapshot';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound, outcomeOf } from './find-round';

/** Some explanations of a round, with the hash that chose them. */
export interface ExplanationSample {
  readonly roundId: string;
  readonly snapshotSha256: string;
  /** By which their counts are told. */
  readonly policy: DisclosurePolicy;
  readonly explanations: readonly SampledExplanation[];
}

/** Shows an auditor how a round explains itself, about nobody. */
@Injectable()
export class SampleExplanations {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly look: LookAtOutcome,
    private readonly catalogue: Catalogue,
  ) {}

  /**
   * @param size 1 to 50
   * @throws NotFound, Conflict `matching-round.not-solved`, `matching-round.ran-by-you` where an auditor ran it
   */
  run(authority: Authority, roundId: string, size = USUAL_SAMPLE): Promise<ExplanationSample> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, roundId);
      const { run, outcome } = await outcomeOf(round, this.runs);
      await this.look.run(authority, round, { action: 'matching-round.explanations-sampled' });
      const { snapshotSha256 } = run;
      const snapshot = JSON.parse(await this.runs.snapshot(run.id)) as Snapshot;
      const explanations = sampleExplanations(
        ...([snapshot, outcome, this.catalogue, snapshotSha256, size, round.policy] as const),
      );
      return { roundId, snapshotSha256, policy: round.policy, explanations };
    });
  }
}
