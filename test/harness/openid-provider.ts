import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What this provider calls the programming interface. */
export const AUDIENCE = 'evenhand-api';

/** A provider that publishes its keys and signs whatever a test asks for: what nobody may get elsewhere, too. */
export interface TokenProvider {
  readonly issuer: string;
  /** A good token for a subject, unless `claims` make it another. */
  token(subject: string, claims?: JWTPayload): Promise<string>;
  /** The same, signed with a key that is not the provider's. */
  forged(subject: string, claims?: JWTPayload): Promise<string>;
  /** A code for which the provider gives this ID token, once. */
  codeFor(idToken: string): string;
  /** Has it answer nobody, until it is told otherwise. */
  away: boolean;
}

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** For the `describe` (or file) that calls this. */
export function useTokenProvider(): TokenProvider {
  let server: Server;
  let key: Key;
  let stranger: Key;
  const running = { issuer: '', away: false };
  const codes = new Map<string, string>();

  beforeAll(async () => {
    const own = await generateKeyPair('ES256');
    key = own.privateKey;
    stranger = (await generateKeyPair('ES256')).privateKey;
    const keys = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256', use: 'sig' }] };
    const redeemed = (code: string) => {
      const idToken = codes.get(code);
      codes.delete(code);
      return idToken === undefined
        ? { status: 400, body: { error: 'invalid_grant' } }
        : { status: 200, body: { token_type: 'Bearer', access_token: 'opaque', id_token: idToken } };
    };
    server = createServer((request, answer) => {
      const answerWith = ({ status, body }: { status: number; body: object }) => {
        answer.statusCode = status;
        answer.setHeader('Content-Type', 'application/json');
        answer.end(JSON.stringify(body));
      };
      if (running.away) request.destroy();
      else if (request.url === '/keys') answerWith({ status: 200, body: keys });
      else if (request.url === '/token')
        void text(request).then((form) => answerWith(redeemed(new URLSearchParams(form).get('code') ?? '')));
      else answerWith({ status: 200, body: descriptionOf(running.issuer) });
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
    codeFor: (idToken: string) => {
      const code = randomUUID();
      codes.set(code, idToken);
      return code;
    },
  });
}

function descriptionOf(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/keys`,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/end`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  };
}
