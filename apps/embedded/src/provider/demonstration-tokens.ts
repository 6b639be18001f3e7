import { importJWK, SignJWT } from 'jose';
import { DEMONSTRATION_PEOPLE } from './demonstration-people';
import type { SigningKey } from './kept-secrets';

/** Long enough to try things out in a terminal without signing in again and again. */
const GOOD_FOR = '30 days';

/**
 * An access token for the API of each of the people, by their role, as the provider would give it to a program that they
 * signed in to.
 */
export async function demonstrationTokens(
  issuer: string,
  audience: string,
  key: SigningKey,
): Promise<Record<string, string>> {
  const signer = await importJWK(key, 'RS256');
  const tokens = DEMONSTRATION_PEOPLE.map(async ({ role, subject, email }) => {
    const token = await new SignJWT({ email, email_verified: true })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(GOOD_FOR)
      .sign(signer);
    return [role, token] as const;
  });
  return Object.fromEntries(await Promise.all(tokens));
}
