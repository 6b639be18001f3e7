import { join } from 'node:path';
import { freePort } from './free-port';
import { useProcesses } from './processes';
import { runFolder } from './run-folder';
import { SERVER_START_MILLISECONDS } from './postgres';

const MAIN = join(__dirname, '..', '..', 'dist', 'apps', 'embedded', 'src', 'provider', 'main.js');

/** The provider of the demonstration, compiled, for pages at an address that is known beforehand. */
export interface DemonstrationProvider {
  readonly issuer: string;
  readonly pagesUrl: string;
  readonly pagesPort: number;
  readonly client: { readonly id: string; readonly secret: string };
}

/** For the `describe` (or file) that calls this, before it uses a service that is to know it. */
export function useDemonstrationProvider(): DemonstrationProvider {
  const processes = useProcesses();
  const running = {
    issuer: '',
    pagesUrl: '',
    pagesPort: 0,
    client: { id: 'evenhand-pages', secret: 'hush' },
  };
  beforeAll(async () => {
    running.pagesPort = await freePort();
    const port = await freePort();
    running.issuer = `http://localhost:${port}`;
    running.pagesUrl = `http://localhost:${running.pagesPort}`;
    const started = processes.start(process.execPath, [MAIN], {
      env: {
        NODE_ENV: 'test',
        PROVIDER_PORT: String(port),
        PROVIDER_FOLDER: join(runFolder(), `provider-${port}`),
        PUBLIC_URL: running.pagesUrl,
        OIDC_ISSUER: running.issuer,
        OIDC_CLIENT_ID: running.client.id,
        OIDC_CLIENT_SECRET: running.client.secret,
        OIDC_AUDIENCE: 'evenhand-api',
        MACHINE_CLIENT_ID: 'evenhand-machine',
        MACHINE_CLIENT_SECRET: 'hush',
      },
    });
    await started.line(/"listening"/);
  }, SERVER_START_MILLISECONDS);
  return running;
}
