import type { Authority, Belonging } from './authority';

/**
 * Why an event is kept: a `read` of somebody's record, a `change` of one, a `decision` about people, an `export`, what
 * bears on `equity`, what bears on `security`.
 */
export const AUDITED_KINDS = ['read', 'change', 'decision', 'export', 'equity', 'security'] as const;
/** One of them. */
export type AuditedKind = (typeof AUDITED_KINDS)[number];

/** Something that was done, as its use case tells it to the log. */
export interface AuditedEvent extends Belonging {
  readonly kind: AuditedKind;
  /** What was done, `person.read` or `matching-round.published`: small letters, a dot, small letters with hyphens. */
  readonly action: string;
  readonly authority: Authority;
  /** What it was done to. */
  readonly thing?: { readonly kind: string; readonly id: string };
  /** What else a reader of the log needs. Never a name, an address or words that somebody wrote. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Where it is written down what was done with people's records and careers, so that it can be shown to them. An event is
 * written with the transaction that it tells of, or not at all. Somebody's reading of nobody but themselves is not kept.
 */
export abstract class AuditTrail {
  abstract record(event: AuditedEvent): Promise<void>;
}
