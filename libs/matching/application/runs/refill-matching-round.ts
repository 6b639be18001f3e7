import { type Job, Outbox, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { pairKey } from '../../domain/compiled-people';
import { decidedAgainst } from '../../domain/override/decided-pairs';
import { PairJudge } from '../../domain/pair-judge';
import type { Snapshot } from '../../domain/snapshot';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { lockProgramme } from '../programme-lock';
import { FreezeRound } from './freeze-round';

/** Places of a published round that are free again, and people of it who wait, make another run of it. */
@Injectable()
export class RefillMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly freeze: FreezeRound,
    private readonly catalogue: Catalogue,
    private readonly outbox: Outbox,
  ) {}

  run(job: Job): Promise<'queued' | 'nothing-to-fill'> {
    return this.transaction.run(async () => {
      const queued = await this.#queue(job);
      await this.outbox.settle(job);
      return queued ? 'queued' : 'nothing-to-fill';
    });
  }

  async #queue({ subject: roundId, attempt }: Job): Promise<boolean> {
    const known = await this.rounds.byId(roundId);
    if (known === undefined) {
      return false;
    }
    await lockProgramme(this.programmes, known.programmeId);
    const round = (await this.rounds.lock(roundId))!;
    const [latest] = await this.runs.ofRound(roundId);
    // A run of this attempt was frozen after whatever left the job. One that is under way looks again when it ends.
    const settledByNow = attempt <= (latest?.attempt ?? 0) || (await this.runs.underWay(roundId, 'refill'));
    if (round.state !== 'published' || settledByNow) {
      return false;
    }
    const { run, snapshot, text, links } = await this.freeze.refill(round);
    if (!this.#hasEligiblePair(snapshot)) {
      return false;
    }
    await this.runs.add(run, text, links);
    await this.outbox.leave({ kind: 'solve-run', subject: run.id, attempt: run.attempt });
    return true;
  }

  #hasEligiblePair({ mentees, mentors, colleagues, earlierPairs, rules, decided }: Snapshot): boolean {
    const pairs = new Set(earlierPairs.map(([mentee, mentor]) => pairKey(mentee, mentor)));
    const { catalogue } = this;
    const against = decidedAgainst(decided?.decisions ?? [], mentors);
    const people = { mentees, mentors, colleagues, catalogue };
    const judge = new PairJudge({ ...people, earlierPairs: pairs, decidedAgainst: against }, rules);
    const row = { mentors: new Int32Array(mentors.length), scores: new Int32Array(mentors.length) };
    return mentees.some((_, at) => judge.row(at, row.mentors, row.scores) > 0);
  }
}
