import type { AuditedKind } from '@evenhand/kernel';

/** What an event says: its payload, read. */
export interface ToldEvent {
  readonly kind: AuditedKind;
  readonly action: string;
  readonly actor: {
    readonly kind: 'account' | 'program';
    /** An account's pseudonym, a program's name. */
    readonly id: string;
    readonly role?: string;
  };
  /** Pseudonyms of those whom it is about. */
  readonly subjects: readonly string[];
  /** Id of the programme. */
  readonly programme?: string;
  readonly thing?: { readonly kind: string; readonly id: string };
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** What stands beside a payload so that it can be found. */
export interface SearchedColumns {
  readonly kind: string;
  readonly action: string;
  readonly programme?: string;
  readonly actorRole?: string;
  /** The actor's pseudonym; absent where a program acted by itself. */
  readonly actor?: string;
  readonly subjects: readonly string[];
}

/** An event as it lies in the log. */
export interface ChainedEvent {
  /** From 1 on, without gaps. */
  readonly seq: number;
  /** To the millisecond, in UTC: `2026-12-01T09:00:00.000Z`. */
  readonly at: string;
  /** Canonical JSON. */
  readonly payload: string;
  /** SHA-256 of the event before, 64 zeros for the first. */
  readonly previousSha256: string;
  readonly sha256: string;
  readonly columns: SearchedColumns;
}

/** Reads a payload that was written by this program. */
export function toldIn(payload: string): ToldEvent {
  return JSON.parse(payload) as ToldEvent;
}

/** The columns that belong beside a payload. */
export function columnsOf({ kind, action, programme, actor, subjects }: ToldEvent): SearchedColumns {
  return {
    kind,
    action,
    ...(programme === undefined ? {} : { programme }),
    ...(actor.role === undefined ? {} : { actorRole: actor.role }),
    ...(actor.kind === 'account' ? { actor: actor.id } : {}),
    subjects,
  };
}
