import { type KeyFiles, readConfiguration, readKeyFiles } from '@evenhand/config';
import { AuditHeadsFolder } from '@evenhand/files';
import { type AuditLogVerdict, type FoundHead, VerifyAuditLog } from '@evenhand/governance';
import { InputRefused, type SigningKeys } from '@evenhand/kernel';
import { statSync } from 'node:fs';
import type { CommandOutput } from './command-output';
import { withService } from './service';

export interface VerifyLogCommandOptions {
  /** The folder with heads of the log; the one that AUDIT_HEADS_FOLDER names without. */
  readonly heads?: string;
  /** A file with public keys, for whoever does not have the key that signs. */
  readonly keys?: string;
  readonly json?: boolean;
}

/**
 * Looks at the whole audit log, compares it with the heads that were kept of it, and says so, or the first thing that is
 * wrong.
 *
 * @returns whether it is whole
 */
export async function verifyLogCommand(
  options: VerifyLogCommandOptions,
  { out }: CommandOutput,
): Promise<boolean> {
  const { auditHeadsFolder, ...files } = readConfiguration(process.env);
  const heads = await headsIn(options.heads ?? auditHeadsFolder);
  const keys = keysOf(options.keys === undefined ? files : { formerKeysFile: options.keys });
  if (heads.length > 0 && keys.publicKeys.length === 0) {
    throw new InputRefused(['--keys: name a file with the public keys by which the heads are checked']);
  }
  const verdict = await withService((service) => service.get(VerifyAuditLog).run(heads, keys));
  out.write(options.json === true ? `${JSON.stringify(verdict)}\n` : told(verdict));
  return verdict.whole;
}

async function headsIn(folder: string | undefined): Promise<readonly FoundHead[]> {
  if (folder === undefined) return [];
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new InputRefused([`--heads: ${folder} is no folder`]);
  }
  return new AuditHeadsFolder(folder).all();
}

function keysOf(files: KeyFiles): SigningKeys {
  try {
    return readKeyFiles(files);
  } catch {
    throw new InputRefused([`--keys: ${files.formerKeysFile ?? ''}: it holds no Ed25519 public key in PEM`]);
  }
}

function told({ fault, events, heads }: AuditLogVerdict): string {
  if (fault !== undefined) return `not whole: ${fault}\n`;
  const compared =
    heads === 0
      ? 'compared with no head, so that nothing shows whether its end was cut off'
      : `as ${heads === 1 ? 'one head has' : `${heads} heads have`} seen it`;
  return `whole: ${events === 1 ? 'one event' : `${events} events`}, each as it was written; ${compared}\n`;
}
