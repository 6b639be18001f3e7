import { readConfiguration } from '@evenhand/config';
import { GiveRole, type GrantedRole, GRANTED_ROLES, type RoleReceiver } from '@evenhand/identity';
import { InputRefused } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import type { INestApplicationContext } from '@nestjs/common';
import type { CommandOutput } from './command-output';
import { withService } from './service';

export interface GrantCommandOptions {
  readonly role: string;
  /** The address of who is to have it. */
  readonly email?: string;
  /** Or the client id of a machine. */
  readonly client?: string;
  /** Name of the programme; every one without. */
  readonly programme?: string;
  readonly json?: boolean;
}

/** Gives a role to somebody, or to a machine, by the word of whoever operates the service. */
export async function grantCommand(options: GrantCommandOptions, output: CommandOutput): Promise<void> {
  const role = roleNamed(options.role);
  const receiver = receiverOf(options);
  const accountId = await withService(async (service) =>
    service.get(GiveRole).run(receiver, role, await programmeNamed(options.programme, service)),
  );
  output.out.write(
    options.json === true
      ? `${JSON.stringify({ accountId, role })}\n`
      : `${options.email ?? options.client ?? ''} is ${role} ${options.programme === undefined ? 'of every programme' : `of ${options.programme}`} from now on.\n`,
  );
}

function roleNamed(name: string): GrantedRole {
  const role = GRANTED_ROLES.find((known) => known === name);
  if (role === undefined) {
    throw new InputRefused([`--role: "${name}" is none of ${GRANTED_ROLES.join(', ')}`]);
  }
  return role;
}

function receiverOf({ email, client }: GrantCommandOptions): RoleReceiver {
  if ((email === undefined) === (client === undefined)) {
    throw new InputRefused(['give either --email or --client, of who is to have the role']);
  }
  if (client === undefined) {
    InputRefused.ifAny(/^[^\s@]+@[^\s@]+$/.test(email!) ? [] : ['--email: this is no e-mail address']);
    return { email: email! };
  }
  const { issuer } = readConfiguration(process.env).openId;
  if (issuer === undefined) {
    throw new InputRefused(['--client: OIDC_ISSUER must say at which provider the machine signs in']);
  }
  return { client: { issuer, subject: client } };
}

async function programmeNamed(
  name: string | undefined,
  service: INestApplicationContext,
): Promise<string | undefined> {
  if (name === undefined) {
    return undefined;
  }
  const programme = await service.get(ProgrammeRepository).byName(name);
  if (programme === undefined) {
    throw new InputRefused([`--programme: there is no programme "${name}"`]);
  }
  return programme.id;
}
