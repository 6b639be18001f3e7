import {
  MenteeProfileRepository,
  MentorProfileRepository,
  OrganisationRepository,
  PeopleImportRepository,
  PersonRepository,
  ProgrammeRepository,
  WorkforceRepository,
} from '@evenhand/people';
import type { Provider } from '@nestjs/common';
import { TypeormMenteeProfileRepository } from './typeorm-mentee-profile.repository';
import { TypeormMentorProfileRepository } from './typeorm-mentor-profile.repository';
import { TypeormOrganisationRepository } from './typeorm-organisation.repository';
import { TypeormPeopleImportRepository } from './typeorm-people-import.repository';
import { TypeormPersonRepository } from './typeorm-person.repository';
import { TypeormProgrammeRepository } from './typeorm-programme.repository';
import { TypeormWorkforceRepository } from './typeorm-workforce.repository';

/** What answers the context's ports. */
export const PEOPLE_REPOSITORIES: readonly Provider[] = [
  { provide: ProgrammeRepository, useClass: TypeormProgrammeRepository },
  { provide: OrganisationRepository, useClass: TypeormOrganisationRepository },
  { provide: PersonRepository, useClass: TypeormPersonRepository },
  { provide: MenteeProfileRepository, useClass: TypeormMenteeProfileRepository },
  { provide: MentorProfileRepository, useClass: TypeormMentorProfileRepository },
  { provide: PeopleImportRepository, useClass: TypeormPeopleImportRepository },
  { provide: WorkforceRepository, useClass: TypeormWorkforceRepository },
];
