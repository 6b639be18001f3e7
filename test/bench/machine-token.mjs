import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';

/** The client id of the machine that measures. */
export const MACHINE = 'bench';

/**
 * A provider of OpenID Connect as small as can be: it publishes a key, and signed one token, for the machine that measures.
 *
 * @returns {Promise<{ issuer: string, token: string, stop: () => void }>}
 */
export async function machineToken() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: MACHINE, alg: 'ES256', use: 'sig' }] };
  const server = createServer(({ url }, answer) => {
    answer.setHeader('Content-Type', 'application/json');
    answer.end(JSON.stringify(url === '/keys' ? keys : { issuer, jwks_uri: `${issuer}/keys` }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const token = await new SignJWT({ client_id: MACHINE })
    .setProtectedHeader({ alg: 'ES256', kid: MACHINE, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience('evenhand-api')
    .setSubject(MACHINE)
    .setExpirationTime('6h')
    .sign(privateKey);
  return {
    issuer,
    token,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
