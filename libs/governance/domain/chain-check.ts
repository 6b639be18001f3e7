import { canonicalJson, sha256 } from '@evenhand/kernel';
import { type ChainedEvent, columnsOf, type SearchedColumns, toldIn } from './chained-event';
import { type ChainHead, NO_EVENT } from './signed-head';

/** Where the log ended when somebody looked. */
export interface SeenHead extends ChainHead {
  /** How whoever kept it calls it: the name of a file. */
  readonly name: string;
}

/** SHA-256 of an event: over its number, its time, the hash before and its payload, a line each. */
export function eventSha256({ seq, at, previousSha256, payload }: Omit<ChainedEvent, 'columns'>): string {
  return sha256([seq, at, previousSha256, payload].join('\n'));
}

/** Goes along the chain once and says in words the first thing that is wrong with it. */
export class ChainCheck {
  #last: ChainHead & { readonly at: string } = { ...NO_EVENT, at: '' };
  readonly #heads = new Map<number, SeenHead[]>();
  #farthest: SeenHead | undefined;

  /** @param heads that were seen, and whose signatures are genuine */
  constructor(heads: readonly SeenHead[]) {
    for (const head of heads) {
      this.#heads.set(head.seq, [...(this.#heads.get(head.seq) ?? []), head]);
      if (head.seq > (this.#farthest?.seq ?? 0)) this.#farthest = head;
    }
  }

  /** How many events were looked at and found as they should be. */
  get events(): number {
    return this.#last.seq;
  }

  /** Looks at the next event. @returns what is wrong with it; undefined where nothing is */
  take(event: ChainedEvent): string | undefined {
    const fault =
      this.#faultOfPlace(event) ??
      faultOfContent(event) ??
      this.#faultOfTime(event) ??
      this.#faultByHeads(event);
    if (fault === undefined) this.#last = event;
    return fault;
  }

  /** To be asked after the last event. @returns what is wrong with the end */
  end(): string | undefined {
    const head = this.#farthest;
    return head === undefined || head.seq <= this.#last.seq
      ? undefined
      : `The log ends with event ${this.#last.seq}, but ${head.name} has seen event ${head.seq}: its end was cut off.`;
  }

  #faultOfPlace({ seq, previousSha256 }: ChainedEvent): string | undefined {
    const { seq: last, sha256: expected } = this.#last;
    if (seq !== last + 1) {
      const missing = seq === last + 2 ? `Event ${last + 1} is` : `Events ${last + 1} to ${seq - 1} are`;
      return `${missing} missing: ${last === 0 ? 'the log begins with' : `after event ${last} comes`} event ${seq}.`;
    }
    if (previousSha256 !== expected) {
      return last === 0
        ? 'Event 1 does not begin the chain: what came before it was taken away.'
        : `Event ${seq} does not follow event ${last} as it is now: one of them was exchanged, moved or altered.`;
    }
    return undefined;
  }

  #faultOfTime({ seq, at }: ChainedEvent): string | undefined {
    return at < this.#last.at ? `Event ${seq} is dated before event ${this.#last.seq}.` : undefined;
  }

  #faultByHeads({ seq, sha256: found }: ChainedEvent): string | undefined {
    const contradicted = this.#heads.get(seq)?.find((head) => head.sha256 !== found);
    return contradicted === undefined
      ? undefined
      : `Event ${seq} is not the one that ${contradicted.name} has seen: the log was written anew up to there.`;
  }
}

function faultOfContent(event: ChainedEvent): string | undefined {
  if (eventSha256(event) !== event.sha256) {
    return `Event ${event.seq} was altered: its hash is not that of what it says.`;
  }
  const expected = columnsBeside(event.payload);
  if (expected === undefined) {
    return `Event ${event.seq} says nothing that can be read.`;
  }
  const names = ['kind', 'action', 'programme', 'actorRole', 'actor', 'subjects'] as const;
  const wrong = names.find((name) => text(event.columns, name) !== text(expected, name));
  return wrong === undefined
    ? undefined
    : `Event ${event.seq} would be found wrongly: the column for its ${COLUMNS[wrong]} is not what it says.`;
}

const COLUMNS: Readonly<Record<keyof SearchedColumns, string>> = {
  kind: 'kind',
  action: 'action',
  programme: 'programme',
  actorRole: 'actor’s role',
  actor: 'actor',
  subjects: 'subjects',
};

function columnsBeside(payload: string): SearchedColumns | undefined {
  try {
    return columnsOf(toldIn(payload));
  } catch {
    return undefined;
  }
}

function text(columns: SearchedColumns, name: keyof SearchedColumns): string {
  return canonicalJson(columns[name] ?? null);
}
