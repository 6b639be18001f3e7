/** What an OpenID provider vouches for of somebody who signed in there. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the provider says that it has verified it. */
  readonly verifiedEmail?: string;
  /** The employer's number for them, where the installation takes the provider's word for it. */
  readonly staffId?: string;
  /** Whether it is a program that signed in for itself, with no human behind it. */
  readonly machine: boolean;
}
