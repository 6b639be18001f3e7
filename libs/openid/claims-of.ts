import type { Claims } from '@evenhand/identity';
import type { JWTPayload } from 'jose';

/**
 * What is taken from a token. An address counts only where the provider says that it has verified it, and roles that it
 * may name are no roles here.
 */
export function claimsOf(payload: JWTPayload, staffIdClaim: string | undefined): Claims | undefined {
  const { iss: issuer, sub: subject, email, email_verified: verified, client_id: client, idtyp } = payload;
  if (issuer === undefined || subject === undefined) {
    return undefined;
  }
  const staffId = staffIdClaim === undefined ? undefined : payload[staffIdClaim];
  return {
    issuer,
    subject,
    machine: client === subject || idtyp === 'app',
    ...(typeof email === 'string' && verified === true ? { verifiedEmail: email } : {}),
    ...(typeof staffId === 'string' ? { staffId } : {}),
  };
}
