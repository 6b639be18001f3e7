import { type PublicKey, type Signature, type SignatureWorth, SigningKeys } from '@evenhand/kernel';
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Where the keys of an installation lie. */
export interface KeyFiles {
  /** PEM of an Ed25519 private key (PKCS #8). */
  readonly signingKeyFile?: string;
  /** PEM of Ed25519 public keys, one after the other. */
  readonly formerKeysFile?: string;
}

/** A key with what it is known by. */
interface KnownKey extends PublicKey {
  readonly key: KeyObject;
}

const PUBLIC_KEY = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g;

/** Signs with a key that was read from a file, and knows signatures by it and by keys that came before it. */
class KeysOfFiles extends SigningKeys {
  readonly #known: readonly KnownKey[];

  constructor(
    private readonly signingKey: KeyObject | undefined,
    formerKeys: readonly KeyObject[],
  ) {
    super();
    const present = signingKey === undefined ? [] : [known(createPublicKey(signingKey), false)];
    const former = formerKeys.map((key) => known(key, true));
    this.#known = [...present, ...former.filter(({ keyId }) => keyId !== present[0]?.keyId)];
  }

  override get publicKeys(): readonly PublicKey[] {
    return this.#known.map(({ keyId, pem, former }) => ({ keyId, pem, former }));
  }

  override sign(text: string): Signature | undefined {
    if (this.signingKey === undefined) return undefined;
    const signature = sign(null, Buffer.from(text, 'utf8'), this.signingKey).toString('base64');
    return { keyId: this.#known[0]!.keyId, signature };
  }

  override worthOf({ keyId, signature }: Signature, text: string): SignatureWorth {
    const key = this.#known.find((one) => one.keyId === keyId);
    if (key === undefined) return 'unknown-key';
    const fits = verify(null, Buffer.from(text, 'utf8'), key.key, Buffer.from(signature, 'base64'));
    return fits ? 'genuine' : 'forged';
  }
}

/**
 * Reads the keys of an installation; where a file is not named there is none.
 *
 * @throws Error where a file cannot be read or holds no Ed25519 key
 */
export function readKeyFiles({ signingKeyFile, formerKeysFile }: KeyFiles): SigningKeys {
  return new KeysOfFiles(
    signingKeyFile === undefined ? undefined : readSigningKey(signingKeyFile),
    formerKeysFile === undefined ? [] : readPublicKeys(formerKeysFile),
  );
}

/** Whether it holds what {@link readKeyFiles} reads as the key that signs. */
export function holdsSigningKey(file: string): boolean {
  return succeeds(() => readSigningKey(file));
}

/** Whether it holds what {@link readKeyFiles} reads as keys that signed before. */
export function holdsPublicKeys(file: string): boolean {
  return succeeds(() => readPublicKeys(file));
}

function readSigningKey(file: string): KeyObject {
  return ed25519(createPrivateKey(readFileSync(file, 'utf8')));
}

function readPublicKeys(file: string): readonly KeyObject[] {
  const pems = readFileSync(file, 'utf8').match(PUBLIC_KEY) ?? [];
  if (pems.length === 0) throw new Error('There is no public key in it.');
  return pems.map((pem) => ed25519(createPublicKey(pem)));
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('It is no Ed25519 key.');
  return key;
}

function known(key: KeyObject, former: boolean): KnownKey {
  const keyId = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { keyId, pem: key.export({ type: 'spki', format: 'pem' }) as string, former, key };
}

function succeeds(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
