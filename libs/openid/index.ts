/** The claims of a provider's token that count here; undefined where it names nobody. */
export { claimsOf } from './claims-of';
/** Reads bearer tokens by the keys of an OpenID provider. */
export { ProviderTokens, type TokenTerms } from './provider-tokens';
/** Signs people in at a provider. */
export { ProviderSignIn, type SignInTerms } from './provider-sign-in';
