import { canonicalJson, type Signature } from '@evenhand/kernel';

/** Where a chain ends. */
export interface ChainHead {
  /** Number of its last event; 0 where there is none. */
  readonly seq: number;
  /** SHA-256 of that event, 64 hexadecimal digits; all zeros where there is none. */
  readonly sha256: string;
}

/** Where the log ended at a moment. */
export interface AuditHead extends ChainHead {
  readonly format: 'evenhand.audit-head/1';
  /** When that was so, in UTC. */
  readonly at: string;
}

/** The same with a signature, so that it proves something wherever it is kept. */
export type SignedHead = AuditHead & Signature;

/** A chain nothing was written into. */
export const NO_EVENT: ChainHead = { seq: 0, sha256: '0'.repeat(64) };

/** The head of the log at a moment. */
export function headAt({ seq, sha256 }: ChainHead, at: Date): AuditHead {
  return { format: 'evenhand.audit-head/1', seq, sha256, at: at.toISOString() };
}

/** The text that is signed: the head without its signature, as canonical JSON. */
export function headText({ format, seq, sha256, at }: AuditHead): string {
  return canonicalJson({ format, seq, sha256, at });
}

const HEX = /^[0-9a-f]{64}$/;

/** Reads a head that somebody kept; undefined where the text is none. */
export function readHead(text: string): SignedHead | undefined {
  let head: Partial<Record<keyof SignedHead, unknown>> | null;
  try {
    head = JSON.parse(text) as typeof head;
  } catch {
    return undefined;
  }
  const fits =
    typeof head === 'object' &&
    head !== null &&
    head.format === 'evenhand.audit-head/1' &&
    Number.isSafeInteger(head.seq) &&
    [head.sha256, head.keyId].every((value) => typeof value === 'string' && HEX.test(value)) &&
    [head.at, head.signature].every((value) => typeof value === 'string');
  return fits ? (head as SignedHead) : undefined;
}
