import type { Request } from './exchange';
import { HttpProblem } from './problem';

/** A page for people who are signed in: whoever is not goes there first, and comes back. */
export class SignInNeeded extends HttpProblem {
  constructor({ method, originalUrl }: Request) {
    // What a form sent is not sent again: its page is gone with the session.
    const to = method === 'GET' ? `?to=${encodeURIComponent(originalUrl)}` : '';
    super(303, 'access.sign-in-needed', 'This page is for people who are signed in.', {
      headers: { Location: `/sign-in${to}` },
    });
  }
}
