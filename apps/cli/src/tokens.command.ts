import { IssueAccessToken, type Role, ROLES } from '@evenhand/identity';
import { InputRefused } from '@evenhand/kernel';
import { PersonRepository, ProgrammeRepository } from '@evenhand/people';
import type { INestApplicationContext } from '@nestjs/common';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandOutput } from './command-output';
import { withService } from './service';

export interface TokensCommandOptions {
  /** The folder that receives a file for each role, readable by nobody else; `-` prints them. */
  readonly out: string;
  /** The roles; all of them without. */
  readonly role?: readonly string[];
  /** Name of the programme in which the person is. */
  readonly programme?: string;
  /** Reference of the person for whom the tokens are made. */
  readonly person?: string;
  readonly json?: boolean;
}

/** Makes a bearer token for each role. Those made before for the same role and person no longer work. */
export async function tokensCommand(options: TokensCommandOptions, output: CommandOutput): Promise<void> {
  const roles = rolesOf(options.role ?? ROLES);
  const tokens = await withService(async (service) => {
    const personId = await personOf(options, service);
    const made: [Role, string][] = [];
    for (const role of roles) {
      made.push([role, await service.get(IssueAccessToken).run(role, personId)]);
    }
    return made;
  });
  if (options.out === '-') {
    output.out.write(
      options.json === true
        ? `${JSON.stringify(Object.fromEntries(tokens))}\n`
        : tokens.map(([role, token]) => `${role} ${token}\n`).join(''),
    );
    return;
  }
  mkdirSync(options.out, { recursive: true, mode: 0o700 });
  for (const [role, token] of tokens) {
    writeFileSync(join(options.out, role), `${token}\n`, { mode: 0o600 });
  }
  const files = roles.map((role) => join(options.out, role));
  output.out.write(
    options.json === true ? `${JSON.stringify({ files })}\n` : files.map((file) => `${file}\n`).join(''),
  );
}

function rolesOf(names: readonly string[]): Role[] {
  const known = new Set<string>(ROLES);
  InputRefused.ifAny(
    names.flatMap((name) => (known.has(name) ? [] : [`--role: "${name}" is none of ${ROLES.join(', ')}`])),
  );
  return ROLES.filter((role) => names.includes(role));
}

async function personOf(
  { programme: name, person: reference }: TokensCommandOptions,
  service: INestApplicationContext,
): Promise<string | undefined> {
  if (reference === undefined) {
    return undefined;
  }
  if (name === undefined) {
    throw new InputRefused(['--person: say with --programme in which programme']);
  }
  const programme = await service.get(ProgrammeRepository).byName(name);
  if (programme === undefined) {
    throw new InputRefused([`--programme: there is no programme "${name}"`]);
  }
  const person = await service.get(PersonRepository).byReference(programme.id, reference);
  if (person === undefined) {
    throw new InputRefused([`--person: nobody in ${name} has the reference "${reference}"`]);
  }
  return person.id;
}
