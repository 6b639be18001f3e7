export type { Background, MeetingMode, Person, Post, Registration } from './domain/person';
export { type Gap, type Likeness, type Mentee, MOST_GAPS, USUAL_GAP_SIZE } from './domain/mentee';
export { type Mentor, MOST_HOURS, MOST_PLACES, type Strength } from './domain/mentor';
export { MENTEE_COLUMNS, type MenteeColumn, MENTOR_COLUMNS, type MentorColumn } from './domain/columns';
export { quoted, shown } from './domain/quoted';
export { headingKey, rowNumber, type Table, type TableProblem } from './domain/table';
export {
  type ColumnOrigin,
  type ColumnRule,
  type ColumnRules,
  type ConstantRule,
  type MappedTable,
  mapTable,
  type PeopleMap,
  type SourceRule,
  valueKey,
} from './domain/people-map';
export { type People, type PeopleFiles, readPeople } from './application/read-people';
export { readHeadcounts } from './application/read-headcounts';
export { idKey } from './domain/person';
export type { Programme, ProgrammeState } from './domain/programme';
export type { Organisation } from './domain/organisation';
export type { PersonDetails, RegisteredPerson, RegisteredPost } from './domain/registered-person';
export type { MenteeProfile, MentorProfile } from './domain/profiles';
export type { ImportCount, PeopleImport } from './domain/people-import';
export { ProgrammeRepository } from './application/ports/programme.repository';
export { OrganisationRepository } from './application/ports/organisation.repository';
export { PersonRepository } from './application/ports/person.repository';
export { MenteeProfileRepository } from './application/ports/mentee-profile.repository';
export { MentorProfileRepository } from './application/ports/mentor-profile.repository';
export { PeopleImportRepository } from './application/ports/people-import.repository';
export { type Headcounts, WorkforceRepository } from './application/ports/workforce.repository';
export { type Ask, AsksForMentor, ProgrammeClosing } from './application/ports/asks-for-mentor';
export { PlacesInUse } from './application/ports/places-in-use';
export { CreateProgramme } from './application/programmes/create-programme';
export { ChangeProgramme, type ProgrammeChange } from './application/programmes/change-programme';
export { ReadProgramme } from './application/programmes/read-programme';
export { ListProgrammes } from './application/programmes/list-programmes';
export { lockOpenProgramme, lockProgramme } from './application/programmes/programme-lock';
export { refuseOfOneOrganisation } from './application/programmes/reached-programme';
export { CreateOrganisation, type OrganisationInput } from './application/organisations/create-organisation';
export { ChangeOrganisation, type OrganisationChange } from './application/organisations/change-organisation';
export { ReadOrganisation } from './application/organisations/read-organisation';
export { ListOrganisations } from './application/organisations/list-organisations';
export { PersonChecks, type PersonInput } from './application/persons/person-checks';
export { RegisterPerson } from './application/persons/register-person';
export { ChangePerson } from './application/persons/change-person';
export { ReadPerson } from './application/persons/read-person';
export { type PersonCard, ReadPersonCards } from './application/persons/read-person-cards';
export { ListPeople } from './application/persons/list-people';
export type { PutProfile } from './application/profiles/put-profile';
export { type MenteeProfileInput, PutMenteeProfile } from './application/profiles/put-mentee-profile';
export { ReadMenteeProfile } from './application/profiles/read-mentee-profile';
export { ListMenteeProfiles } from './application/profiles/list-mentee-profiles';
export { type MentorProfileInput, PutMentorProfile } from './application/profiles/put-mentor-profile';
export { ReadMentorProfile } from './application/profiles/read-mentor-profile';
export { ListMentorCards, type MentorCard } from './application/profiles/list-mentor-cards';
export { ListMentorProfiles } from './application/profiles/list-mentor-profiles';
export { type ImportInput, ImportPeople } from './application/imports/import-people';
export { ReadImport } from './application/imports/read-import';
export { ListImports } from './application/imports/list-imports';
export { type HeadcountInput, SetWorkforce } from './application/workforce/set-workforce';
export { ReadWorkforce } from './application/workforce/read-workforce';
export { PeopleModule } from './application/people.module';
