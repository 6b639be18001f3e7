import type { Catalogue } from '@evenhand/taxonomy';
import type { Background, MeetingMode, Person, Post, Registration } from '../domain/person';
import {
  accessNeed,
  anyText,
  emailAddress,
  entryCode,
  identifier,
  languageCode,
  listOf,
  oneOf,
  stageCode,
  yesOrNo,
} from './cells';
import type { SheetRow } from './people-sheet';

const registration = oneOf<Registration>([
  ['registered', 'registered'],
  ['not_practising', 'not practising'],
  ['not_registered', 'not registered'],
]);

const meetingMode = oneOf<MeetingMode>([
  ['in_person', 'in person', 'face to face'],
  ['remote', 'remote', 'online', 'virtual'],
  ['either', 'either', 'any', 'both'],
]);

/** What mentees and mentors have in common. */
export function readPerson(row: SheetRow, catalogue: Catalogue): Person {
  const id = row.required('id', identifier, '');
  return {
    id,
    ...given('name', row.optional('name', anyText, undefined)),
    ...given('email', row.optional('email', emailAddress, undefined)),
    background: readBackground(row, catalogue),
    posts: [readPost(row, catalogue, id)],
    languages: row.optional('languages', listOf(languageCode), ['en']),
    mode: row.optional('mode', meetingMode, 'either'),
    accessibility: row.optional('accessibility', listOf(accessNeed), []),
    exclude: row.optional('exclude', listOf(identifier), []),
    consent: row.optional('consent', yesOrNo, true),
    active: row.optional('active', yesOrNo, true),
  };
}

/** A member that is left out where there is no value. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

function readBackground(row: SheetRow, catalogue: Catalogue): Background {
  const code = row.required(
    'profession',
    entryCode((label) => catalogue.profession(label), 'profession'),
    '',
  );
  const group = catalogue.profession(code)?.group ?? '';
  const clinical = catalogue.professionalGroup(group)?.clinical ?? false;
  const usual = clinical ? 'registered' : 'not_registered';
  return { profession: code, group, registration: row.optional('registration', registration, usual) };
}

function readPost(row: SheetRow, catalogue: Catalogue, personId: string): Post {
  const organisation = row.required('organisation', anyText, '');
  const region = row.required(
    'region',
    entryCode((label) => catalogue.region(label), 'region'),
    '',
  );
  const grade = row.optional(
    'grade',
    entryCode((label) => catalogue.grade(label), 'grade'),
    undefined,
  );
  const stage = row.required('stage', stageCode(catalogue), '');
  const lineManager = row.optional('line_manager', identifier, undefined);
  if (lineManager !== undefined && lineManager === personId) {
    row.refuse('line_manager', 'it names the person themselves');
  }
  return { organisation, region, ...given('grade', grade), stage, ...given('lineManager', lineManager) };
}
