import { type Authority, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { type AccessComparison, compareAccess } from '../../domain/outcome-comparison';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound } from '../rounds/find-round';
import {
  byPerson,
  isOverride,
  type OverrideRun,
  overridesIn,
  type PairOverride,
} from '../runs/overrides-of-round';
import { personsOf } from './check-decision';

/** An override and what became of it. */
export interface ReadableOverride extends PairOverride {
  readonly run: MatchingRun;
  /** What it changed against the run before it, once it is solved. */
  readonly change?: AccessComparison & { readonly countsKept: boolean };
}

/** Reads overrides for those who run the programme. */
@Injectable()
export class ReadOverride {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /** @throws NotFound also where it is one of another round */
  run(authority: Authority, roundId: string, id: string): Promise<ReadableOverride> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, roundId);
      const runs = await this.runs.ofRound(round.id);
      const run = runs.find((one) => one.id === id);
      if (run === undefined || !isOverride(run)) {
        throw new NotFound('override', id);
      }
      const links = await this.runs.links(id);
      await this.look.run(authority, round, {
        ...{ action: 'override.read', thing: { kind: 'override', id } },
        personIds: personsOf(run.override, links),
      });
      const change = run.state === 'solved' ? await this.#change(run, runs) : undefined;
      return { ...byPerson(run, links), run, ...(change === undefined ? {} : { change }) };
    });
  }

  /** All of a round, in the order in which they were decided. @throws NotFound */
  ofRound(authority: Authority, roundId: string): Promise<readonly PairOverride[]> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, roundId);
      const overrides = overridesIn(await this.runs.ofRound(round.id));
      const last = overrides.at(-1);
      const links = last === undefined ? [] : await this.runs.links(last.id);
      await this.look.run(authority, round, {
        action: 'matching-round.overrides-read',
        personIds: overrides.flatMap(({ override }) => personsOf(override, links)),
      });
      return overrides.map((run) => byPerson(run, links));
    });
  }

  async #change(run: OverrideRun, runs: readonly MatchingRun[]): Promise<ReadableOverride['change']> {
    const before = runs.find(({ state, attempt }) => state === 'solved' && attempt < run.attempt)!;
    const [from, to] = [await this.runs.summary(before.id), await this.runs.summary(run.id)];
    return { ...compareAccess(from!, to!), countsKept: to!.given!.countsKept };
  }
}
