export type { Background, MeetingMode, Person, Post, Registration } from './domain/person';
export { type Gap, type Likeness, type Mentee, MOST_GAPS, USUAL_GAP_SIZE } from './domain/mentee';
export { type Mentor, MOST_PLACES, type Strength } from './domain/mentor';
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
