import type { Catalogue } from '@evenhand/taxonomy';
import type { Background, MeetingMode, Person, Post, Registration } from '../domain/person';
import type { CatalogueCells } from './catalogue-cells';
import {
  accessNeeds,
  emailAddress,
  identifier,
  identifierOf,
  languageCode,
  listOf,
  name,
  oneOf,
  yesOrNo,
} from './cells';
import type { SheetRow } from './people-sheet';

/** What every row of a round is read by. */
export interface ReadBy {
  readonly catalogue: Catalogue;
  readonly cells: CatalogueCells;
  /** By `idKey`, every id of the two files as it stands there, or as it was registered. */
  readonly knownIds: ReadonlyMap<string, string>;
  /** By `idKey`, how many places of people who are registered are in use. */
  readonly placesInUse: ReadonlyMap<string, number>;
  /** The day of the round, `YYYY-MM-DD`. */
  readonly onDate: string | undefined;
}

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
export function readPerson(row: SheetRow, by: ReadBy): Person {
  const id = row.required('id', identifier, '');
  return {
    id,
    ...given('name', row.optional('name', name, undefined)),
    ...given('email', row.optional('email', emailAddress, undefined)),
    background: readBackground(row, by),
    posts: [readPost(row, by, id)],
    languages: row.optional('languages', listOf(languageCode), ['en']),
    mode: row.optional('mode', meetingMode, 'either'),
    accessibility: row.optional('accessibility', accessNeeds, []),
    exclude: row.optional('exclude', listOf(identifierOf(by.knownIds)), []),
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

function readBackground(row: SheetRow, { catalogue, cells }: ReadBy): Background {
  const code = row.required('profession', cells.profession, '');
  const background = usualBackground(code, catalogue);
  return {
    ...background,
    registration: row.optional('registration', registration, background.registration),
  };
}

/** The background of most people of a profession: clinicians are registered, and nobody else can be. */
export function usualBackground(profession: string, catalogue: Catalogue): Background {
  const group = catalogue.profession(profession)?.group ?? '';
  const clinical = catalogue.professionalGroup(group)?.clinical ?? false;
  return { profession, group, registration: clinical ? 'registered' : 'not_registered' };
}

function readPost(row: SheetRow, { cells, knownIds }: ReadBy, personId: string): Post {
  const organisation = row.required('organisation', name, '');
  const region = row.required('region', cells.region, '');
  const grade = row.optional('grade', cells.grade, undefined);
  const stage = row.required('stage', cells.stage, '');
  const lineManager = row.optional('line_manager', identifierOf(knownIds), undefined);
  if (lineManager !== undefined && lineManager === personId) {
    row.refuse('line_manager', 'it names the person themselves');
  }
  return { organisation, region, ...given('grade', grade), stage, ...given('lineManager', lineManager) };
}
