import type { Certificate } from '@evenhand/allocation';
import { type Authority, Conflict, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { RunVerdict } from '../../domain/run-outcome';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { type OverrideRun, overridesHeldBy } from '../runs/overrides-of-round';
import { findRound, summaryOf } from './find-round';

/** What proves the result of a round the best one, and that it was verified. It counts people: it is for those who audit. */
export interface RoundCertificate {
  readonly round: MatchingRound;
  readonly run: MatchingRun;
  readonly verdict: RunVerdict;
  readonly certificate: Certificate;
  /**
   * What people decided about single pairs, under pseudonyms and for an auditor without who decided, and whether every group and profession kept its number of
   * matches; absent where nothing was decided.
   */
  readonly given?: {
    readonly overrides: readonly OverrideRun[];
    readonly countsKept: boolean;
  };
}

/** Reads the certificate of a round. */
@Injectable()
export class ReadCertificate {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /**
   * @throws NotFound, Conflict `matching-round.not-solved`, `matching-round.not-verified`, `matching-round.ran-by-you`
   *   where an auditor ran it
   */
  run(authority: Authority, id: string): Promise<RoundCertificate> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, id);
      const { run, summary } = await summaryOf(round, this.runs);
      if (summary.verdict === undefined) {
        throw new Conflict(
          'matching-round.not-verified',
          `The round was solved by ${summary.engine}, before results had certificates.`,
        );
      }
      const { audits } = await this.look.run(authority, round, { action: 'matching-round.certificate-read' });
      const { certificate } = JSON.parse((await this.runs.result(run.id))!) as { certificate: Certificate };
      const proven = { round, run, verdict: summary.verdict, certificate };
      if (summary.given === undefined) {
        return proven;
      }
      const overrides = overridesHeldBy(run, await this.runs.ofRound(id));
      return {
        ...proven,
        given: {
          overrides: audits ? overrides.map(withoutPerson) : overrides,
          countsKept: summary.given.countsKept,
        },
      };
    });
  }
}

/** Who audits reads in which role a decision was made, and not by whom. */
function withoutPerson({ override, ...run }: OverrideRun): OverrideRun {
  return { ...run, override: { ...override, decidedBy: { role: override.decidedBy.role } } };
}
