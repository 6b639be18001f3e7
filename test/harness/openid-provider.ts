import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What this provider calls the programming interface. */
export const AUDIENCE = 'evenhand-api';

/** A provider that publishes its keys and signs whatever a test asks for: what nobody may get elsewhere, too. */
export interface TokenProvider {
  readonly issuer: string;
  /** A good token for a subject, unless `claims` make it another. */
  token(subject: string, claims?: JWTPayload): Promise<string>;
  /** The same, signed with a key that is not the provider's. */
  forged(subject: string, claims?: JWTPayload): Promise<string>;
}

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** For the `describe` (or file) that calls this. */
export function useTokenProvider(): TokenProvider {
  let server: Server;
  let key: Key;
  let stranger: Key;
  const running = { issuer: '' };

  beforeAll(async () => {
    const own = await generateKeyPair('ES256');
    key = own.privateKey;
    stranger = (await generateKeyPair('ES256')).privateKey;
    const keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256', use: 'sig' }] };
    server = createServer(({ url }, answer) => {
      const description = { issuer: running.issuer, jwks_uri: `${running.issuer}/keys` };
      answer.setHeader('Content-Type', 'application/json');
      answer.end(JSON.stringify(url === '/keys' ? keys : description));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    running.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const signed = (by: Key, subject: string, claims: JWTPayload = {}) =>
    new SignJWT({
      iss: running.issuer,
      aud: AUDIENCE,
      sub: subject,
      exp: Math.floor(Date.now() / 1000) + 3600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'own', typ: 'at+jwt' })
      .setIssuedAt()
      .sign(by);

  return Object.assign(running, {
    token: (subject: string, claims?: JWTPayload) => signed(key, subject, claims),
    forged: (subject: string, claims?: JWTPayload) => signed(stranger, subject, claims),
  });
}
