import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecret, keptSigningKey } from './kept-secrets';

describe('what is kept from start to start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-kept-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is the same the next time, unlike any other, and read by its owner alone', () => {
    const one = join(folder, 'inner', 'one');
    const secret = keptSecret(one);
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(keptSecret(one)).toBe(secret);
    expect(keptSecret(join(folder, 'other'))).not.toBe(secret);
    expect(statSync(one).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'inner')).mode & 0o777).toBe(0o700);
  });

  it('is a key that signs, named so that it can be told from the next one', () => {
    const file = join(folder, 'key.json');
    const key = keptSigningKey(file);
    expect(key).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256' });
    expect(key.kid).not.toBe('');
    expect(
      createPublicKey({ key: key as JsonWebKey, format: 'jwk' }).asymmetricKeyDetails?.modulusLength,
    ).toBe(2048);
    expect(keptSigningKey(file)).toEqual(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
