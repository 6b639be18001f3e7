import { HeadcountRow } from './headcount.row';
import { MenteeProfileRow } from './mentee-profile.row';
import { MentorProfileRow } from './mentor-profile.row';
import { OrganisationRow } from './organisation.row';
import { PeopleImportRow } from './people-import.row';
import { PersonRow } from './person.row';
import { PostRow } from './post.row';
import { ProgrammeRow } from './programme.row';

/** Tables of the context. */
export const PEOPLE_ROWS = [
  ProgrammeRow,
  OrganisationRow,
  PersonRow,
  PostRow,
  MenteeProfileRow,
  MentorProfileRow,
  PeopleImportRow,
  HeadcountRow,
] as const;
