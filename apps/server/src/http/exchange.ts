import type { Caller, Session } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as our own code sees it: what came over the wire, and what the steps before have found out. */
export interface Request extends IncomingMessage {
  /** The path without the query string. */
  readonly path: string;
  readonly originalUrl: string;
  /** Whether the caller has what the `ETag` stands for that the answer has by now. */
  readonly fresh?: boolean;
  /** The address of the caller, as far as proxies may be believed. */
  readonly ip?: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, string>>;
  /** Absent until the body is read, and where there is none. */
  body?: unknown;
  /** Who is signed in to the pages with this browser. Absent where nobody is, and outside of the pages. */
  session?: Session;
  /** Absent on public routes where no token came along. */
  caller?: Caller;
  /** How far the caller's word reaches on this route. Absent where `caller` is. */
  authority?: Authority;
}

/** The answer to a request. */
export type Response = ServerResponse;

/** The plain object that a DTO describes: what a controller answers with has the DTO's fields, and is no instance of it. */
export type AnswerOf<Dto> = Dto extends readonly (infer Item)[]
  ? readonly AnswerOf<Item>[]
  : Dto extends object
    ? { readonly [Field in keyof Dto]: AnswerOf<Dto[Field]> }
    : Dto;
