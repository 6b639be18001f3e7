import { NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { type AccessComparison, compareAccess } from '../../domain/outcome-comparison';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound } from '../rounds/find-round';
import { byPerson, isOverride, type OverrideRun, type PairOverride } from '../runs/overrides-of-round';

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
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
  ) {}

  /** @throws NotFound also where it is one of another round */
  async run(roundId: string, id: string): Promise<ReadableOverride> {
    const round = await findRound(this.rounds, roundId);
    const runs = await this.runs.ofRound(round.id);
    const run = runs.find((one) => one.id === id);
    if (run === undefined || !isOverride(run)) {
      throw new NotFound('override', id);
    }
    const decided = byPerson(run, await this.runs.links(id));
    const change = run.state === 'solved' ? await this.#change(run, runs) : undefined;
    return { ...decided, run, ...(change === undefined ? {} : { change }) };
  }

  /** All of a round, in the order in which they were decided. @throws NotFound */
  async ofRound(roundId: string): Promise<readonly PairOverride[]> {
    const round = await findRound(this.rounds, roundId);
    const overrides = (await this.runs.ofRound(round.id)).filter(isOverride).reverse();
    const [last] = overrides.slice(-1);
    const links = last === undefined ? [] : await this.runs.links(last.id);
    return overrides.map((run) => byPerson(run, links));
  }

  async #change(run: OverrideRun, runs: readonly MatchingRun[]): Promise<ReadableOverride['change']> {
    const before = runs.find(({ state, attempt }) => state === 'solved' && attempt < run.attempt)!;
    const [from, to] = [await this.runs.summary(before.id), await this.runs.summary(run.id)];
    return { ...compareAccess(from!, to!), countsKept: to!.given!.countsKept };
  }
}
