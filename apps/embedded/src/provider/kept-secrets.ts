import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is in a file that its owner alone can read; made the first time that it is asked for. */
function kept(file: string, make: () => string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Whole or not at all for whoever starts at the same moment: the second one does not write, and reads.
    try {
      writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8');
}

/** 256 random bits in base64url, the same at every start. */
export function keptSecret(file: string): string {
  return kept(file, () => randomBytes(32).toString('base64url'));
}

/** A key for signatures, the same at every start: what it signed yesterday is still good today. */
export interface SigningKey {
  readonly kid: string;
  readonly [member: string]: unknown;
}

/** An RSA key as a JSON Web Key, private part included. RS256 is what every client of OpenID Connect understands. */
export function keptSigningKey(file: string): SigningKey {
  const written = kept(file, () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const kid = randomBytes(8).toString('base64url');
    return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' });
  });
  return JSON.parse(written) as SigningKey;
}
