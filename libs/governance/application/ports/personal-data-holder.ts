import type { JsonValue } from '@evenhand/kernel';

/** Whom data is about: the people whom somebody is in the programmes, and the account with which they sign in. */
export interface DataSubject {
  readonly persons: readonly { readonly personId: string; readonly programmeId: string }[];
  /** Absent where nobody has signed in as any of them. */
  readonly accountId?: string;
}

/** A row of a table that is about somebody, or as much of it as is. */
export interface HeldRow {
  /** As the inventory names the table. */
  readonly table: string;
  /** By column; the inventory says which of them are told. */
  readonly values: Readonly<Record<string, JsonValue>>;
}

/** What became of things of others when somebody was erased. */
export interface TouchedThing {
  /** As the log says it: `proposal.ended`. */
  readonly action: string;
  readonly programmeId: string;
  /** Others whose own it was. */
  readonly personIds: readonly string[];
  readonly thing: { readonly kind: string; readonly id: string };
}

/** What an erasure did in one context. */
export interface Erased {
  /** Persons and accounts that are no longer there. */
  readonly gone: readonly string[];
  readonly touched: readonly TouchedThing[];
}

/** Answers for what one context holds on people. */
export abstract class PersonalDataHolder {
  /** Every row about somebody, in an order that does not change by itself. */
  abstract held(subject: DataSubject): Promise<readonly HeldRow[]>;
  /**
   * Removes what is about somebody, or what leads from it to them, as the inventory says; within the current transaction,
   * in which their programmes are held.
   */
  abstract erase(subject: DataSubject): Promise<Erased>;
}

/** Everybody who holds something on people. */
export abstract class PersonalDataHolders {
  /** In the order in which they let go of it. */
  abstract readonly all: readonly PersonalDataHolder[];
}
