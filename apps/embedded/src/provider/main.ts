import { createLogger, sayReady, stopWhenTold } from '@evenhand/observability';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { demonstrationProvider } from './demonstration-provider';
import { demonstrationTokens } from './demonstration-tokens';
import { keptSecret, keptSigningKey } from './kept-secrets';

const WRONG_USE = 2;
/** Sooner than whoever started this insists. */
const STOP_WITHIN_MS = 5_000;

/** Ends with 2, and one line that says why, where it cannot be started like this. */
function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(WRONG_USE);
}

function told(name: string): string {
  const value = process.env[name] ?? '';
  return value === '' ? refuse(`${name} is not set.`) : value;
}

/** Tells whoever started it, and nobody else, tokens with which the people of the demonstration use the API. */
async function main(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') {
    refuse(
      'The demonstration of signing in does not run where NODE_ENV is production: it asks nobody for a password.',
    );
  }
  const logger = createLogger('info');
  const port = Number(told('PROVIDER_PORT'));
  const folder = told('PROVIDER_FOLDER');
  const issuer = told('OIDC_ISSUER');
  const audience = told('OIDC_AUDIENCE');
  const signingKey = keptSigningKey(join(folder, 'signing-key.json'));
  const { provider, listener } = demonstrationProvider(issuer, {
    pagesUrl: told('PUBLIC_URL'),
    audience,
    client: { id: told('OIDC_CLIENT_ID'), secret: told('OIDC_CLIENT_SECRET') },
    machine: { id: told('MACHINE_CLIENT_ID'), secret: told('MACHINE_CLIENT_SECRET') },
    signingKey,
    cookieKey: keptSecret(join(folder, 'cookie-key')),
  });
  provider.on('server_error', (_, error) => logger.error({ error }, 'the provider failed'));
  const server = createServer(listener);
  stopWhenTold(logger, STOP_WITHIN_MS, () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  server.once('error', ({ message }) => refuse(`Nobody can be signed in on port ${port}: ${message}.`));
  const tokens = await demonstrationTokens(issuer, audience, signingKey);
  server.listen(port, '127.0.0.1', () => {
    logger.info({ port }, 'listening');
    sayReady(tokens);
  });
}

void main();
