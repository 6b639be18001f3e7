import type { PagesRefusal } from '@evenhand/identity';
import { HttpProblem } from '../../http/problem';

const REFUSALS: Readonly<Record<PagesRefusal, { readonly status: number; readonly detail: string }>> = {
  unasked: {
    status: 401,
    detail: 'This browser did not ask to sign in, or it is too long ago: sign in again.',
  },
  untrue: {
    status: 401,
    detail: 'What the sign-in service said cannot be believed, or was said before: sign in again.',
  },
  declined: { status: 401, detail: 'The sign-in was declined at the sign-in service.' },
  unknown: {
    status: 403,
    detail:
      'Nobody of that name is in a programme here, or has a role: ask the coordinator of your programme.',
  },
  disabled: { status: 403, detail: 'This account is switched off: ask an administrator.' },
};

/** Nobody is signed in, and why. */
export class SignInRefused extends HttpProblem {
  constructor(why: PagesRefusal) {
    const { status, detail } = REFUSALS[why];
    super(status, `sign-in.${why}`, detail);
  }
}
