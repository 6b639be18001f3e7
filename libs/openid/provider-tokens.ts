import { AccessTokens, type Claims, ProviderAway } from '@evenhand/identity';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { claimsOf } from './claims-of';
import { DiscoveredProvider } from './discovered-provider';

/** What a token must say to be good here. */
export interface TokenTerms {
  /** The provider, by its URL, to the letter. */
  readonly issuer: string;
  /** What the provider calls this service. */
  readonly audience: string;
  /** The claim that holds the employer's number of a person, where the installation takes the provider's word for it. */
  readonly staffIdClaim?: string;
}

/** Signatures with a private key alone: with a shared one, whoever checks a token could make one. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
/** How far two clocks may be apart. */
const CLOCK_SECONDS = 5;

/** Reads JWT access tokens (RFC 9068) by the keys that the provider publishes. */
export class ProviderTokens extends AccessTokens {
  private readonly provider: DiscoveredProvider;
  private keys?: JWTVerifyGetKey;

  constructor(private readonly terms: TokenTerms) {
    super();
    this.provider = new DiscoveredProvider(terms.issuer);
  }

  override async read(token: string): Promise<Claims | undefined> {
    const payload = await this.verified(token);
    return payload === undefined ? undefined : claimsOf(payload, this.terms.staffIdClaim);
  }

  private async verified(token: string): Promise<JWTPayload | undefined> {
    const { issuer, audience } = this.terms;
    this.keys ??= createRemoteJWKSet(new URL((await this.provider.describe()).jwks_uri));
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      return payload;
    } catch (error) {
      if (isRefusal(error)) {
        return undefined;
      }
      throw new ProviderAway();
    }
  }
}

/** No answer in time, no set of keys, or anything but a 200. */
const KEYS_AT_FAULT = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Whether the token is at fault, and not the way to the keys. */
function isRefusal(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEYS_AT_FAULT.has(error.code);
}
