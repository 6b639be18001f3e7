import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationRefused, readConfiguration } from './configuration';
import { readKeyFiles } from './key-files';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, ...keys: readonly KeyObject[]): string {
  const file = join(folder, name);
  const pems = keys.map((key) =>
    key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' } as never),
  );
  writeFileSync(file, pems.join('\n'));
  return file;
}

const present = generateKeyPairSync('ed25519');
const former = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const signingKeyFile = write('present.pem', present.privateKey);
const formerKeysFile = write('former.pem', former.publicKey, present.publicKey);

describe('The keys of an installation', () => {
  it('sign what anybody can check with the public key alone', () => {
    const keys = readKeyFiles({ signingKeyFile });
    const { keyId, signature } = keys.sign('Ünder seal')!;
    const [published] = keys.publicKeys;
    expect(published).toMatchObject({ keyId, former: false });
    expect(keyId).toMatch(/^[0-9a-f]{64}$/);
    const fits = verify(null, Buffer.from('Ünder seal'), published!.pem, Buffer.from(signature, 'base64'));
    expect(fits).toBe(true);
  });

  it('tell what a signature is worth', () => {
    const keys = readKeyFiles({ signingKeyFile, formerKeysFile });
    const signed = keys.sign('this')!;
    expect(keys.worthOf(signed, 'this')).toBe('genuine');
    expect(keys.worthOf(signed, 'that')).toBe('forged');
    expect(keys.worthOf({ ...signed, signature: 'not base64 at all' }, 'this')).toBe('forged');
    const before = readKeyFiles({ signingKeyFile: write('before.pem', former.privateKey) }).sign('this')!;
    expect(keys.worthOf(before, 'this')).toBe('genuine');
    const foreign = readKeyFiles({ signingKeyFile: write('foreign.pem', stranger.privateKey) }).sign('this')!;
    expect(keys.worthOf(foreign, 'this')).toBe('unknown-key');
    expect(keys.worthOf({ ...foreign, keyId: signed.keyId }, 'this')).toBe('forged');
  });

  it('are published with those that came before, each once, and no private one', () => {
    const { publicKeys } = readKeyFiles({ signingKeyFile, formerKeysFile });
    expect(publicKeys.map((key) => key.former)).toEqual([false, true]);
    expect(JSON.stringify(publicKeys)).not.toContain('PRIVATE');
  });

  it('may be none: then nothing is signed', () => {
    const keys = readKeyFiles({});
    expect(keys.sign('this')).toBeUndefined();
    expect(keys.publicKeys).toEqual([]);
  });
});

describe('The configuration', () => {
  const DATABASE_URL = 'postgres://evenhand:hush@db:5432/evenhand';
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const refused = (env: Record<string, string>) => () => readConfiguration({ DATABASE_URL, ...env });

  it('takes files that hold keys', () => {
    const read = readConfiguration({
      DATABASE_URL,
      SIGNING_KEY_FILE: signingKeyFile,
      FORMER_KEYS_FILE: formerKeysFile,
      AUDIT_HEADS_FOLDER: folder,
    });
    expect(read).toMatchObject({ signingKeyFile, formerKeysFile, auditHeadsFolder: folder });
  });

  it.each([
    ['is not there', join(folder, 'none.pem')],
    ['holds another kind of key', write('rsa.pem', rsa.privateKey)],
    ['holds no private key', write('public.pem', present.publicKey)],
    ['is not named in full', 'present.pem'],
  ])('refuses a file for the key that signs which %s', (_, file) => {
    expect(refused({ SIGNING_KEY_FILE: file })).toThrow(ConfigurationRefused);
    expect(refused({ SIGNING_KEY_FILE: file })).toThrow('SIGNING_KEY_FILE cannot be used: expected');
  });

  it('refuses a folder for heads that nothing would sign', () => {
    expect(refused({ AUDIT_HEADS_FOLDER: folder })).toThrow('SIGNING_KEY_FILE is not set: expected');
  });

  it('refuses a file of former keys that holds the private one', () => {
    expect(refused({ FORMER_KEYS_FILE: signingKeyFile })).toThrow('FORMER_KEYS_FILE cannot be used');
  });
});
