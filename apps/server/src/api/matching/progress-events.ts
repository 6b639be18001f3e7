import type { MatchingRound, MatchingRun } from '@evenhand/matching';
import type { MessageEvent } from '@nestjs/common';
import { concat, defer, distinctUntilChanged, map, type Observable, of, repeat, takeWhile } from 'rxjs';

/** Where a round and its run stand. */
interface RoundNow {
  readonly round: MatchingRound;
  readonly run?: MatchingRun;
}

/** Progress is kept in the database, where any worker writes it, and looked up so often for whoever watches. */
const LOOK_EVERY_MS = 300;

/** An event for each change of a round, from where it stands now until it is neither queued nor running. */
export function progressEvents(look: () => Promise<RoundNow>, now: RoundNow): Observable<MessageEvent> {
  const later = defer(look).pipe(repeat({ delay: LOOK_EVERY_MS }));
  return concat(of(now), later).pipe(
    takeWhile(({ round }) => isUnderWay(round), true),
    map(({ round, run }) => ({
      state: round.state,
      ...(run === undefined ? {} : { progress: run.progress }),
      ...(round.failure === undefined ? {} : { failure: round.failure }),
    })),
    distinctUntilChanged((before, after) => JSON.stringify(before) === JSON.stringify(after)),
    map((data) => ({ type: isUnderWay(data) ? 'progress' : 'end', data })),
  );
}

function isUnderWay({ state }: Pick<MatchingRound, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}
