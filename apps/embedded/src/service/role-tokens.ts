import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './program';
import { ServiceClient } from './service-client';

/** The person for whom a token is made, who sees their own with it. */
export interface TokenOwner {
  readonly programme: string;
  /** The person's reference in it. */
  readonly person: string;
}

/** A token for each role, in files that their owner alone can read. */
export class RoleTokens {
  constructor(
    readonly folder: string,
    private readonly address: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** The service as somebody of a role uses it. */
  client(role: string): ServiceClient {
    const file = join(this.folder, role);
    return new ServiceClient(this.address, existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
  }

  /** Makes what is missing. Tokens that work stay as they are, in the scripts of those who use them. */
  async issue(roles: readonly string[], owner?: TokenOwner): Promise<void> {
    const known = await Promise.all(roles.map((role) => this.client(role).isKnown()));
    const missing = roles.filter((_, at) => !known[at]);
    if (missing.length > 0) {
      const own = owner === undefined ? [] : ['--programme', owner.programme, '--person', owner.person];
      await command(['tokens', '--out', this.folder, '--role', ...missing, ...own], this.environment);
    }
  }
}
