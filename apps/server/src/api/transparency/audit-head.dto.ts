import {
  ChoiceField,
  FlagField,
  ListField,
  TextField,
  TimeField,
  WholeNumberField,
} from '../../http/fields/fields';

const SHA256 = { min: 64, max: 64 } as const;

/** Where the audit log ends. */
export class AuditHeadAnswer {
  @ChoiceField(['evenhand.audit-head/1'], { description: 'What this is.' })
  format!: 'evenhand.audit-head/1';

  @WholeNumberField({
    description: 'Number of the last event; 0 where there is none.',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
  })
  seq!: number;

  @TextField({ description: 'SHA-256 of that event, hexadecimal; zeros where there is none.', ...SHA256 })
  sha256!: string;

  @TimeField({ description: 'When that was so.' })
  at!: string;

  @TextField({
    description: 'The key that signed; absent where the installation has none.',
    ...SHA256,
    optional: true,
  })
  keyId?: string;

  @TextField({
    description:
      'Ed25519, in base64, over the other members but keyId as canonical JSON; absent where there is no key.',
    min: 88,
    max: 88,
    optional: true,
  })
  signature?: string;
}

/** A key with which anybody can check what the installation signed. */
export class SigningKeyAnswer {
  @TextField({ description: 'SHA-256 of the key (SubjectPublicKeyInfo in DER), hexadecimal.', ...SHA256 })
  keyId!: string;

  @TextField({ description: 'The public key (Ed25519, SubjectPublicKeyInfo) as PEM.', max: 1000 })
  pem!: string;

  @FlagField({ description: 'It signs no more.' })
  former!: boolean;
}

/** Every key that signs or signed. */
export class SigningKeysAnswer {
  @ListField(() => SigningKeyAnswer, { description: 'The one that signs now comes first.', max: 1000 })
  items!: readonly SigningKeyAnswer[];
}
