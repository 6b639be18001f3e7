import { readConfiguration } from '@evenhand/config';
import {
  GiveRole,
  type GrantedRole,
  GRANTED_ROLES,
  type RolePlace,
  type RoleReceiver,
} from '@evenhand/identity';
import { InputRefused } from '@evenhand/kernel';
import { OrganisationRepository, ProgrammeRepository } from '@evenhand/people';
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
  /** Name or id of the organisation of that programme whose own auditor it makes. */
  readonly organisation?: string;
  readonly json?: boolean;
}

/** Gives a role to somebody, or to a machine, by the word of whoever operates the service. */
export async function grantCommand(options: GrantCommandOptions, output: CommandOutput): Promise<void> {
  const role = roleNamed(options.role);
  const receiver = receiverOf(options);
  const accountId = await withService(async (service) =>
    service.get(GiveRole).run(receiver, role, await placeNamed(options, service)),
  );
  output.out.write(
    options.json === true
      ? `${JSON.stringify({ accountId, role })}\n`
      : `${options.email ?? options.client ?? ''} is ${role} of ${placeInWords(options)} from now on.\n`,
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

function placeInWords({ programme, organisation }: GrantCommandOptions): string {
  return [organisation, programme ?? 'every programme'].filter(Boolean).join(' in ');
}

async function placeNamed(
  { programme, organisation }: GrantCommandOptions,
  service: INestApplicationContext,
): Promise<RolePlace> {
  if (programme === undefined) {
    InputRefused.ifAny(
      organisation === undefined ? [] : ['--organisation: give the --programme to which it belongs, too'],
    );
    return {};
  }
  const programmeId = await programmeNamed(programme, service);
  return organisation === undefined
    ? { programmeId }
    : { programmeId, organisationId: await organisationNamed(organisation, programmeId, service) };
}

async function programmeNamed(name: string, service: INestApplicationContext): Promise<string> {
  const programme = await service.get(ProgrammeRepository).byName(name);
  if (programme === undefined) {
    throw new InputRefused([`--programme: there is no programme "${name}"`]);
  }
  return programme.id;
}

async function organisationNamed(
  nameOrId: string,
  programmeId: string,
  service: INestApplicationContext,
): Promise<string> {
  const organisations = await service.get(OrganisationRepository).ofProgramme(programmeId);
  const organisation =
    organisations.find(({ name }) => name === nameOrId) ?? organisations.find(({ id }) => id === nameOrId);
  if (organisation === undefined) {
    throw new InputRefused([`--organisation: there is no organisation "${nameOrId}" in that programme`]);
  }
  return organisation.id;
}
