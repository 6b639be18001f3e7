import { DomainError } from '@evenhand/kernel';

/** The OpenID provider does not answer, which passes. */
export class ProviderAway extends DomainError {
  constructor() {
    super(
      'identity.provider-away',
      'The sign-in service does not answer at the moment: try again in a few seconds.',
    );
  }
}
