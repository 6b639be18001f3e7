import { ProviderAway } from '@evenhand/identity';

/** As much of a provider's description (OpenID Connect Discovery 1.0) as is needed to read its tokens. */
export interface ProviderDescription {
  readonly issuer: string;
  readonly jwks_uri: string;
}

const ANSWER_WITHIN_MS = 5_000;

/**
 * What a provider says of itself. Asked for when it is first needed, so that a service starts without its provider, and
 * kept once it was had.
 */
export class DiscoveredProvider {
  private description?: Promise<ProviderDescription>;

  constructor(private readonly issuer: string) {}

  /** @throws ProviderAway */
  describe(): Promise<ProviderDescription> {
    this.description ??= this.ask().catch((error: unknown) => {
      delete this.description;
      throw error;
    });
    return this.description;
  }

  private async ask(): Promise<ProviderDescription> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const described = await fetch(address, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
      .then((answer) => answer.json() as Promise<Partial<ProviderDescription>>)
      .catch(() => {
        throw new ProviderAway();
      });
    const { issuer, jwks_uri } = described;
    // Whoever answers in another's name is not whom we were told to believe.
    if (issuer !== this.issuer || jwks_uri === undefined) {
      throw new ProviderAway();
    }
    return { issuer, jwks_uri };
  }
}
