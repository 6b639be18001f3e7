import type { Claims } from '../../domain/claims';

/** What ties an answer of the provider to the browser that asked. It stays with the browser until the answer comes. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  /** What proves that whoever brings the code is who asked for it (PKCE). */
  readonly verifier: string;
}

/** Where a browser is sent to sign in. */
export interface SignInBegun {
  readonly address: string;
  readonly attempt: SignInAttempt;
}

/** Whom the provider vouches for. */
export interface ProvenSignIn {
  readonly claims: Claims;
  /** How the provider names them, to be shown to them. */
  readonly name: string;
  /** With what it is asked to end its own session. */
  readonly idToken: string;
}

/**
 * Why an answer of the provider counts for nothing: somebody `declined` there, or it is not what this browser asked for,
 * not in time, not the provider's, or was used before (`untrue`).
 */
export type UnprovenSignIn = 'declined' | 'untrue';

/** Signs people in at an OpenID provider, by the code flow with PKCE. */
export abstract class SignInProvider {
  /**
   * @param anew whether the provider is to ask again who it is, even of somebody whom it knows
   * @throws ProviderAway
   */
  abstract begin(anew: boolean): Promise<SignInBegun>;
  /**
   * Checks the answer that a browser brings back.
   *
   * @param query the query string with which it came back
   * @throws ProviderAway
   */
  abstract complete(query: string, attempt: SignInAttempt): Promise<ProvenSignIn | UnprovenSignIn>;
  /** Where a browser is sent for the provider to end its session. @throws ProviderAway */
  abstract signOutAddress(idToken: string): Promise<string>;
  /** The origin of that address: forms that sign out may lead there. */
  abstract readonly origin: string;
}
