/** A signature of a text, and by which key it was made. */
export interface Signature {
  /** SHA-256 of the public key (its SubjectPublicKeyInfo in DER), 64 lower-case hexadecimal digits. */
  readonly keyId: string;
  /** Ed25519 over the text's UTF-8 bytes (RFC 8032), in base64. */
  readonly signature: string;
}

/** A key with which anybody can check signatures. */
export interface PublicKey {
  readonly keyId: string;
  /** SubjectPublicKeyInfo as PEM. */
  readonly pem: string;
  /** Signs no more; what it signed stays signed. */
  readonly former: boolean;
}

/** What a signature is worth: made by a key that is known here, not made by it, or made by nobody who is known here. */
export type SignatureWorth = 'genuine' | 'forged' | 'unknown-key';

/** The keys of an installation, by which others can tell that a statement is its own. */
export abstract class SigningKeys {
  /** The present key first. */
  abstract readonly publicKeys: readonly PublicKey[];
  /** Undefined where the installation has no key. Of one text always the same. */
  abstract sign(text: string): Signature | undefined;
  abstract worthOf(signature: Signature, text: string): SignatureWorth;
}
