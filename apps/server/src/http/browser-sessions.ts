import type { OpenSession } from '@evenhand/identity';
import type { Request } from './exchange';

/** Tells who is signed in with the browser that makes a request. */
export abstract class BrowserSessions {
  /** Undefined where nobody is. */
  abstract of(request: Request): Promise<OpenSession | undefined>;
  /** The origin at which signing out ends, beside our own: forms of whoever is signed in may lead there. */
  abstract readonly endAt: string;
}
