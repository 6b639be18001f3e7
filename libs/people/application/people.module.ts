import { Catalogue, healthAndCare } from '@evenhand/taxonomy';
import { Module } from '@nestjs/common';
import { ImportPeople } from './imports/import-people';
import { ListImports } from './imports/list-imports';
import { ReadImport } from './imports/read-import';
import { ChangeOrganisation } from './organisations/change-organisation';
import { CreateOrganisation } from './organisations/create-organisation';
import { ListOrganisations } from './organisations/list-organisations';
import { ReadOrganisation } from './organisations/read-organisation';
import { ChangePerson } from './persons/change-person';
import { ListPeople } from './persons/list-people';
import { PersonChecks } from './persons/person-checks';
import { ReadPersonCards } from './persons/read-person-cards';
import { ReadPerson } from './persons/read-person';
import { RegisterPerson } from './persons/register-person';
import { ListMenteeProfiles } from './profiles/list-mentee-profiles';
import { ListMentorCards } from './profiles/list-mentor-cards';
import { ListMentorProfiles } from './profiles/list-mentor-profiles';
import { PutMenteeProfile } from './profiles/put-mentee-profile';
import { PutMentorProfile } from './profiles/put-mentor-profile';
import { ReadMenteeProfile } from './profiles/read-mentee-profile';
import { ReadMentorProfile } from './profiles/read-mentor-profile';
import { ChangeProgramme } from './programmes/change-programme';
import { CreateProgramme } from './programmes/create-programme';
import { ListProgrammes } from './programmes/list-programmes';
import { ReadProgramme } from './programmes/read-programme';
import { ReadWorkforce } from './workforce/read-workforce';
import { SetWorkforce } from './workforce/set-workforce';

const USE_CASES = [
  CreateProgramme,
  ChangeProgramme,
  ReadProgramme,
  ListProgrammes,
  CreateOrganisation,
  ChangeOrganisation,
  ReadOrganisation,
  ListOrganisations,
  RegisterPerson,
  ChangePerson,
  ReadPerson,
  ListPeople,
  PutMenteeProfile,
  ReadMenteeProfile,
  ListMenteeProfiles,
  PutMentorProfile,
  ReadMentorProfile,
  ListMentorProfiles,
  ListMentorCards,
  ImportPeople,
  ReadImport,
  ListImports,
  SetWorkforce,
  ReadWorkforce,
];

const CATALOGUE = { provide: Catalogue, useValue: healthAndCare };

/**
 * Programmes, organisations, people and their profiles. Whoever imports it provides the context's repositories, a clock,
 * chance, transactions, the log, and what answers `AsksForMentor`, `PlacesInUse` and `ProgrammeClosing`.
 */
@Module({
  providers: [CATALOGUE, PersonChecks, ReadPersonCards, ...USE_CASES],
  exports: [CATALOGUE, ...USE_CASES],
})
export class PeopleModule {}
