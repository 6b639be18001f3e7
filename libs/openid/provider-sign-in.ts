import {
  ProviderAway,
  type ProvenSignIn,
  type SignInAttempt,
  type SignInBegun,
  SignInProvider,
  type UnprovenSignIn,
} from '@evenhand/identity';
import * as openid from 'openid-client';
import { claimsOf } from './claims-of';

/** What the pages are to the provider. */
export interface SignInTerms {
  /** The provider, by its URL, to the letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to who have signed in; the query string is its answer. */
  readonly callback: string;
  /** Where it sends people who have signed out. */
  readonly signedOut: string;
  /** The claim that holds the employer's number of a person, where the installation takes the provider's word for it. */
  readonly staffIdClaim?: string;
}

const ANSWER_WITHIN_SECONDS = 5;
/** What the provider was asked to say of whoever signs in. */
const SCOPE = 'openid email profile';

/** Signs people in at an OpenID provider, which is asked about itself when that is first needed. */
export class ProviderSignIn extends SignInProvider {
  private described?: Promise<openid.Configuration>;
  private endsSessionsAt: string;

  constructor(private readonly terms: SignInTerms) {
    super();
    this.endsSessionsAt = new URL(terms.issuer).origin;
  }

  override get origin(): string {
    return this.endsSessionsAt;
  }

  override async begin(anew: boolean): Promise<SignInBegun> {
    const provider = await this.provider();
    const attempt = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
    };
    const address = openid.buildAuthorizationUrl(provider, {
      redirect_uri: this.terms.callback,
      scope: SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(anew ? { prompt: 'login' } : {}),
    });
    return { address: address.href, attempt };
  }

  override async complete(
    query: string,
    { state, nonce, verifier }: SignInAttempt,
  ): Promise<ProvenSignIn | UnprovenSignIn> {
    const provider = await this.provider();
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    };
    try {
      const answer = Object.assign(new URL(this.terms.callback), { search: query });
      return this.proven(await openid.authorizationCodeGrant(provider, answer, checks));
    } catch (error) {
      return refusalBy(error);
    }
  }

  override async signOutAddress(idToken: string): Promise<string> {
    const provider = await this.provider();
    // A provider may have nothing of the kind: then being signed out here is all there is.
    if (provider.serverMetadata().end_session_endpoint === undefined) return this.terms.signedOut;
    return openid.buildEndSessionUrl(provider, {
      id_token_hint: idToken,
      post_logout_redirect_uri: this.terms.signedOut,
    }).href;
  }

  private proven(
    answer: Awaited<ReturnType<typeof openid.authorizationCodeGrant>>,
  ): ProvenSignIn | UnprovenSignIn {
    const payload = answer.claims();
    const claims = payload === undefined ? undefined : claimsOf(payload, this.terms.staffIdClaim);
    if (payload === undefined || claims === undefined || answer.id_token === undefined) {
      return 'untrue';
    }
    const named = [payload['name'], payload['email']].find(
      (text): text is string => typeof text === 'string' && text !== '',
    );
    return { claims, name: named ?? payload.sub, idToken: answer.id_token };
  }

  private provider(): Promise<openid.Configuration> {
    this.described ??= this.discover().catch(() => {
      delete this.described;
      throw new ProviderAway();
    });
    return this.described;
  }

  private async discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.terms;
    const found = await openid.discovery(
      new URL(issuer),
      clientId,
      undefined,
      openid.ClientSecretBasic(clientSecret),
      {
        timeout: ANSWER_WITHIN_SECONDS,
        // Signatures count even where a token came straight from the provider: plain http can lead to anybody.
        execute: [
          openid.enableNonRepudiationChecks,
          // Marked as deprecated so that it is noticed. The configuration lets http stay on this machine.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    this.endsSessionsAt = new URL(found.serverMetadata().end_session_endpoint ?? issuer).origin;
    return found;
  }
}

/** Errors of the library that say that the provider could not be asked, or had nothing sensible to say. */
const AWAY = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);
/** What a provider says where it is not the fault of whoever tries that we cannot sign them in. */
const NOT_THEIR_FAULT = new Set([
  ...['invalid_client', 'unauthorized_client', 'unsupported_grant_type'],
  ...['server_error', 'temporarily_unavailable'],
]);

/** @throws ProviderAway where the answer could not be checked */
function refusalBy(error: unknown): UnprovenSignIn {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError) {
    if (NOT_THEIR_FAULT.has(error.error)) throw new ProviderAway();
    return error.error === 'access_denied' ? 'declined' : 'untrue';
  }
  if (error instanceof openid.ClientError && !AWAY.has(error.code ?? '')) {
    return 'untrue';
  }
  throw new ProviderAway();
}
