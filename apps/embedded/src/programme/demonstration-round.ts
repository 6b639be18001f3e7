import type { AccessRow, MatchOutcome } from '@evenhand/matching';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION_DAY } from '../demonstration/demonstration-files';
import type { ServiceClient } from '../service/service-client';

/** What the demonstration is called: nobody should take it for a real programme. */
export const DEMONSTRATION_NAME = 'Demonstration (everybody is invented)';
const ROUND = 'First demonstration round';
const LOOK_EVERY_MS = 150;

/** What the service says of a round; only what is needed here. */
interface Round {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly failure?: { readonly sentence: string };
  readonly run?: {
    readonly progress: { readonly stage: string; readonly done: number; readonly total: number };
  };
}

interface List<Item> {
  readonly items: readonly Item[];
}

/** What came of the round, for the table. */
export interface RoundAccess {
  readonly totals: MatchOutcome['totals'];
  readonly groups: readonly AccessRow[];
}

/** What came of the round, and whether it was shown to be the best that the rules allow. */
export interface DemonstratedRound {
  readonly programmeId: string;
  readonly roundId: string;
  readonly access: RoundAccess;
  readonly certificateValid: boolean;
}

/** Is told what goes on; the same stage again with another share done. */
export type Watcher = (stage: string, done: number, total: number) => void;

/**
 * Sees to it that the demonstration programme is there and its round is published, going on from wherever an earlier
 * start was cut off: people are imported once, the round is run through the queue once.
 */
export async function demonstrationRound(
  service: ServiceClient,
  people: string,
  watch: Watcher,
): Promise<DemonstratedRound> {
  const programmeId = await programme(service);
  const round = await ranRound(service, programmeId, people, watch);
  if (round.state === 'solved') {
    watch('publishing', 0, 1);
    await service.post(`matching-rounds/${round.id}/publish`);
  }
  const access = await service.get<RoundAccess>(`matching-rounds/${round.id}/access`);
  // Data of an earlier version holds a round that was solved before results had certificates.
  const { verdict } = await service.get<{ verdict?: { valid: boolean } }>(`transparency/rounds/${round.id}`);
  return { programmeId, roundId: round.id, access, certificateValid: verdict?.valid === true };
}

async function programme(service: ServiceClient): Promise<string> {
  const { items } = await service.get<List<{ id: string; name: string }>>('programmes?limit=200');
  const known = items.find(({ name }) => name === DEMONSTRATION_NAME);
  return (known ?? (await service.post<{ id: string }>('programmes', { name: DEMONSTRATION_NAME }))).id;
}

/**
 * Moves the days since which people wait, so that they have waited as long as on the day that the files were made for:
 * the round then comes out the same on every machine, whatever its calendar says.
 */
export function waitingUpTo(day: string, mentees: string): string {
  const moved = Date.parse(day) - Date.parse(DEMONSTRATION_DAY);
  return mentees.replace(/(?<=,)\d{4}-\d{2}-\d{2}(?=,)/g, (since) => dayOf(Date.parse(since) + moved));
}

/** In Greenwich, which is never ahead of the programme's day. */
function today(): string {
  return dayOf(Date.now());
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

async function ranRound(
  service: ServiceClient,
  programmeId: string,
  people: string,
  watch: Watcher,
): Promise<Round> {
  const { items } = await service.get<List<Round>>(`matching-rounds?programme=${programmeId}&limit=200`);
  // Whoever tries rounds of their own may discard this one, too: it is then run anew.
  let round = items.findLast(({ name, state }) => name === ROUND && state !== 'discarded');
  if (round === undefined) {
    watch('importing', 0, 1);
    const file = (name: string): string => readFileSync(join(people, name), 'utf8');
    await service.post('imports', {
      programmeId,
      mentees: waitingUpTo(today(), file('mentees.csv')),
      mentors: file('mentors.csv'),
      workforce: file('workforce.csv'),
    });
    round = await service.post<Round>('matching-rounds', { programmeId, name: ROUND });
  }
  if (round.state === 'draft' || round.state === 'failed') {
    round = await service.post<Round>(`matching-rounds/${round.id}/run`);
  }
  while (round.state === 'queued' || round.state === 'running') {
    const { stage = 'waiting', done = 0, total = 1 } = round.run?.progress ?? {};
    watch(stage, done, total);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    round = await service.get<Round>(`matching-rounds/${round.id}`);
  }
  if (round.state !== 'solved' && round.state !== 'published') {
    throw new Error(`The demonstration round is ${round.state}. ${round.failure?.sentence ?? ''}`.trim());
  }
  return round;
}
