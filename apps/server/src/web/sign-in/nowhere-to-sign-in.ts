import { type ProvenSignIn, type SignInBegun, SignInProvider, type UnprovenSignIn } from '@evenhand/identity';
import { HttpProblem } from '../../http/problem';

/** Stands in for a provider in an installation that nobody can sign in to. */
export class NowhereToSignIn extends SignInProvider {
  override readonly origin = '';

  override begin(): Promise<SignInBegun> {
    return this.refuse();
  }

  override complete(): Promise<ProvenSignIn | UnprovenSignIn> {
    return this.refuse();
  }

  override signOutAddress(): Promise<string> {
    return Promise.resolve('/');
  }

  private refuse(): Promise<never> {
    return Promise.reject(
      new HttpProblem(
        503,
        'sign-in.not-set-up',
        'Nobody can sign in to these pages yet: OIDC_CLIENT_ID and what goes with it are not set.',
      ),
    );
  }
}
