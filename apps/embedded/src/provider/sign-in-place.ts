import { DomainError } from '@evenhand/kernel';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../postgres/free-port';
import { isFree } from '../service/require-free-port';
import { keptSecret } from './kept-secrets';

/** How far above the port of the pages the provider listens, so that nobody who moves the pages by one meets it. */
const ABOVE = 100;
const MOST_TRIES = 50;

/** Where people sign in to a demonstration, and by which names and secrets programs know each other there. */
export interface SignInPlace {
  readonly port: number;
  /** What the provider calls itself. Accounts are known by it, so it stays the same from start to start. */
  readonly issuer: string;
  readonly folder: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** A program that works with the API by itself. */
  readonly machine: { readonly id: string; readonly secret: string };
}

/**
 * @param folder where all of it is kept
 * @param pagesPort where the pages are
 * @throws DomainError `installation.port-taken`
 */
export async function signInPlace(folder: string, pagesPort: number): Promise<SignInPlace> {
  const port = await keptPort(join(folder, 'port'), pagesPort);
  return {
    port,
    issuer: `http://localhost:${port}`,
    folder,
    client: { id: 'evenhand-pages', secret: keptSecret(join(folder, 'pages-secret')) },
    machine: { id: 'evenhand-machine', secret: keptSecret(join(folder, 'machine-secret')) },
  };
}

async function keptPort(file: string, pagesPort: number): Promise<number> {
  if (!existsSync(file)) {
    const port = await firstFree(pagesPort + ABOVE);
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${port}\n`);
    return port;
  }
  const port = Number(readFileSync(file, 'utf8'));
  if (port === pagesPort || !(await isFree(port))) {
    throw new DomainError(
      'installation.port-taken',
      `Port ${port}, where people sign in, is taken: stop what listens there, and keep PORT off it.`,
    );
  }
  return port;
}

async function firstFree(from: number): Promise<number> {
  for (let port = from; port < Math.min(from + MOST_TRIES, 65_536); port++) {
    if (await isFree(port)) return port;
  }
  return freePort();
}
