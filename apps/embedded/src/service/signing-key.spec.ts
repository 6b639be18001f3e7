import { readConfiguration } from '@evenhand/config';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSigningKey } from './signing-key';

describe('The key of an installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-key-'));
  const file = join(folder, 'data', 'signing-key.pem');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, is what the programs ask for, and is for nobody else to read', () => {
    makeSigningKey(file);
    const first = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const environment = { DATABASE_URL: 'postgres://localhost/evenhand', SIGNING_KEY_FILE: file };
    expect(readConfiguration(environment)).toMatchObject({ signingKeyFile: file });
    makeSigningKey(file);
    expect(readFileSync(file, 'utf8')).toBe(first);
  });
});
