import type { Request } from '../http/exchange';

/** Whoever reads a page, as its frame shows them. */
export interface Reader {
  readonly name: string;
  /** What every form on the page must bring along. */
  readonly formToken: string;
}

/** Undefined where nobody is signed in. */
export function readerOf({ session }: Request): Reader | undefined {
  return session === undefined ? undefined : { name: session.holderName, formToken: session.formToken };
}
