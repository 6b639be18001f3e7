import { AuditTrail, type Authority, Clock, type Job, Outbox, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound, type RoundFailure } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { SolvedRun } from '../../domain/run-outcome';
import { namedInLog } from '../named-in-log';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { SolveRunner } from '../ports/solve-runner';
import { lockProgramme } from '../programme-lock';
import { roundEvent } from '../rounds/round-event';
import { FailMatchingRun } from './fail-matching-run';
import { finishOnce, type SolverWork } from './finish-once';
import { foundPairs } from './found-pairs';
import { OfferPairs } from './offer-pairs';
import { RefillAgain } from './refill-again';

/** A worker solves a run. Whoever else worked on it before, it is finished once. */
@Injectable()
export class SolveMatchingRun {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly runner: SolveRunner,
    private readonly offerPairs: OfferPairs,
    private readonly refillAgain: RefillAgain,
    private readonly failRun: FailMatchingRun,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @param signal aborted when the worker has to stop: the run is then left for another one
   * @returns `stale` where the run was over, or ended meanwhile: nothing was written then. `failed` where nobody could
   *   ever solve it
   * @throws the signal's reason when it is aborted
   */
  async run(authority: Authority, job: Job, signal: AbortSignal): Promise<'solved' | 'stale' | 'failed'> {
    const work: SolverWork<MatchingRun, SolvedRun> = {
      begin: () => this.#begin(job),
      solve: async ({ id, kind }, solver, watch) => solver.solve(await this.runs.snapshot(id), kind, watch),
      reportProgress: ({ id }, progress) => this.runs.reportProgress(id, progress),
      finish: (run, solved) => this.#finish(authority, job, run, solved),
      killsWorkers,
      fail: (failure) => this.failRun.run(job, failure),
      giveBack: ({ id }) => this.runs.giveBack(id),
      settle: () => this.outbox.settle(job),
    };
    const came = await finishOnce(work, { runner: this.runner, clock: this.clock }, signal);
    return came === 'finished' ? 'solved' : came;
  }

  #begin(job: Job): Promise<MatchingRun | undefined> {
    return this.transaction.run(async () => {
      const known = await this.runs.byId(job.subject);
      const round = known && (await this.rounds.lock(known.roundId));
      const run = known && (await this.runs.begin(known.id));
      if (round === undefined || run === undefined) {
        await this.outbox.settle(job);
        return undefined;
      }
      if (run.kind === 'whole') {
        await this.rounds.save(moveRound(round, 'start'));
      }
      return run;
    });
  }

  #finish(authority: Authority, job: Job, run: MatchingRun, solved: SolvedRun): Promise<boolean> {
    return this.transaction.run(async () => {
      const { programmeId } = (await this.rounds.byId(run.roundId))!;
      await lockProgramme(this.programmes, programmeId);
      const round = (await this.rounds.lock(run.roundId))!;
      const finished = await this.runs.finish(run.id, solved, this.clock.now());
      if (finished && run.kind === 'whole') {
        await this.rounds.save(moveRound(round, 'solve'));
      } else if (finished && run.kind === 'override') {
        await this.rounds.save({ ...moveRound(round, 'override'), runId: run.id });
      } else if (finished) {
        await this.refillAgain.after(run, await this.#offer(authority, round, run, solved));
      }
      if (finished) {
        const details = { run: run.id, kind: run.kind };
        await this.trail.record(roundEvent(authority, round, 'decision', 'solved', details));
      }
      await this.outbox.settle(job);
      return finished;
    });
  }

  /**
   * Nobody waits for a refill to be published, so what became impossible since it was frozen is passed over.
   *
   * @returns whether anything was offered
   */
  async #offer(
    authority: Authority,
    round: MatchingRound,
    run: MatchingRun,
    { outcome }: SolvedRun,
  ): Promise<boolean> {
    const { found } = foundPairs(outcome, await this.runs.links(run.id));
    const held = await this.requests.lock(found.map(({ requestId }) => requestId).sort());
    const waiting = held.filter(({ state }) => state === 'submitted');
    const today = await this.offerPairs.judgeToday(round, found, waiting);
    const taken = new Map<string, number>();
    const possible = found.filter((pair) => {
      const before = taken.get(pair.mentorId) ?? 0;
      if (today.doubt(pair) !== undefined || before >= today.freePlaces(pair.mentorId)) {
        return false;
      }
      taken.set(pair.mentorId, before + 1);
      return true;
    });
    await this.offerPairs.offer(round, run, possible, waiting);
    if (possible.length === 0) return false;
    for (const named of namedInLog(possible.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))) {
      await this.trail.record({
        ...roundEvent(authority, round, 'decision', 'offered-again', { run: run.id }),
        ...named,
      });
    }
    return true;
  }
}

function killsWorkers(workers: number, { kind }: MatchingRun): RoundFailure {
  return {
    code: 'run.kills-workers',
    sentence:
      kind === 'whole'
        ? `${workers} workers began this round and every one of them was stopped before it was done. The round may need ` +
          'more memory than a worker has: give workers more and run it again, or reopen it and narrow its scope.'
        : `${workers} workers began to match this round anew and every one of them was stopped before it was done. The ` +
          'round stands as before. It may need more memory than a worker has: give workers more, and try again.',
  };
}
