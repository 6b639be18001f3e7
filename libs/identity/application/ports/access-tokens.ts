import type { Claims } from '../../domain/claims';

/** Reads bearer tokens. */
export abstract class AccessTokens {
  /**
   * What a token vouches for; undefined where it is not one of the provider's, not for this service, or not good now.
   *
   * @throws ProviderAway where the provider's keys cannot be had
   */
  abstract read(token: string): Promise<Claims | undefined>;
}
