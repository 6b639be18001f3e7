import { readCsvTable, readPeopleMapFile } from '@evenhand/files';
import { Authority, InputRefused, RefusedInputs } from '@evenhand/kernel';
import { CreateProgramme, ImportPeople, type PeopleImport, ProgrammeRepository } from '@evenhand/people';
import type { INestApplicationContext } from '@nestjs/common';
import type { CommandOutput } from './command-output';
import { withService } from './service';

export interface ImportCommandOptions {
  /** Name of the programme. */
  readonly programme: string;
  /** Make the programme where there is none of that name. */
  readonly create?: boolean;
  /** Either of the two, or both. */
  readonly mentees?: string;
  readonly mentors?: string;
  readonly map?: string;
  /** Headcounts by profession. */
  readonly workforce?: string;
  readonly json?: boolean;
}

const COMMAND = Authority.ofProgram('command');

/** Imports the people of one file or two into a programme of the service, all of them or nobody. */
export async function importCommand(options: ImportCommandOptions, output: CommandOutput): Promise<void> {
  if (options.mentees === undefined && options.mentors === undefined) {
    throw new InputRefused(['--mentees, --mentors: neither is named: an import needs at least one of them']);
  }
  const refused = new RefusedInputs();
  const mentees = refused.collect(() =>
    options.mentees === undefined ? {} : { mentees: readCsvTable(options.mentees) },
  );
  const mentors = refused.collect(() =>
    options.mentors === undefined ? {} : { mentors: readCsvTable(options.mentors) },
  );
  const map = refused.collect(() =>
    options.map === undefined ? {} : { map: readPeopleMapFile(options.map) },
  );
  const workforce = refused.collect(() =>
    options.workforce === undefined ? {} : { workforce: readCsvTable(options.workforce) },
  );
  refused.refuse();
  const tables = { ...mentees(), ...mentors(), ...map(), ...workforce() };

  const done = await withService(async (service) => {
    const programmeId = await programmeOf(options, service);
    return service.get(ImportPeople).run(COMMAND, { programmeId, ...tables });
  });
  output.out.write(options.json === true ? `${JSON.stringify(done)}\n` : importText(done));
}

async function programmeOf(
  { programme: name, create }: ImportCommandOptions,
  service: INestApplicationContext,
): Promise<string> {
  const known = await service.get(ProgrammeRepository).byName(name);
  if (known !== undefined) {
    return known.id;
  }
  if (create !== true) {
    throw new InputRefused([`--programme: there is no programme "${name}"; with --create one is made`]);
  }
  return (await service.get(CreateProgramme).run(COMMAND, { name })).id;
}

function importText(done: PeopleImport): string {
  const kinds = [
    ['organisations', done.organisations],
    ['people', done.persons],
    ['mentee profiles', done.menteeProfiles],
    ['mentor profiles', done.mentorProfiles],
  ] as const;
  return [
    ...kinds.map(
      ([kind, { created, changed, unchanged }]) =>
        `${kind}: ${created} new, ${changed} changed, ${unchanged} as they were`,
    ),
    `requests for a mentor submitted: ${done.requestsSubmitted}`,
    ...done.notices.map((notice) => `Note: ${notice}`),
    '',
  ].join('\n');
}
