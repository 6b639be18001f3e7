import { csvTable, peopleMap } from '@evenhand/files';
import { RefusedInputs } from '@evenhand/kernel';
import type { ImportCount, ImportInput, PeopleImport } from '@evenhand/people';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';
import { text } from '../../http/fields/field-kind';
import {
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { csvText } from '../csv-field';
import { NextPage } from '../../http/paging';

/** Most bytes of an import: some 40,000 people. */
export const IMPORT_BYTES = 8_000_000;

const MOST_COUNTED = 1_000_000_000;
const EITHER_FILE = 'One of the two files may be left out.';
const CSV = csvText(IMPORT_BYTES);

/** A document whose shape is told in its own words once it is read: anything but an object is refused at once. */
const DocumentField = (description: string) =>
  applyDecorators(
    ApiProperty({ description, selfRequired: false, type: 'object', additionalProperties: true }),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: () => 'must be an object',
      },
    }),
    ValidateIf((_, value) => value !== undefined),
  );

/** Files of people as they are handed in. */
export class NewImport {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @TextField({ ...CSV, description: `The text of mentees.csv. ${EITHER_FILE}`, optional: true })
  mentees?: string;

  @TextField({ ...CSV, description: `The text of mentors.csv. ${EITHER_FILE}`, optional: true })
  mentors?: string;

  @DocumentField('How to read files that are not in our columns (evenhand.people-map/1).')
  map?: object;

  @TextField({ ...CSV, description: 'The text of workforce.csv: profession and headcount.', optional: true })
  workforce?: string;
}

/** What came of one kind of thing. */
export class ImportCountAnswer implements ImportCount {
  @WholeNumberField({ description: 'New ones.', min: 0, max: MOST_COUNTED })
  created!: number;

  @WholeNumberField({ description: 'Those that were brought up to date.', min: 0, max: MOST_COUNTED })
  changed!: number;

  @WholeNumberField({ description: 'Those that were as the files say.', min: 0, max: MOST_COUNTED })
  unchanged!: number;
}

/** An import that was carried out, whole. */
export class ImportAnswer {
  @UuidField({ description: 'Id of the import.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @TimeField({ description: 'When it was carried out.' })
  importedAt!: string;

  @ObjectField(() => ImportCountAnswer, { description: 'Organisations that the files name.' })
  organisations!: ImportCountAnswer;

  @ObjectField(() => ImportCountAnswer, { description: 'People in the files.' })
  persons!: ImportCountAnswer;

  @ObjectField(() => ImportCountAnswer, { description: 'Mentee profiles.' })
  menteeProfiles!: ImportCountAnswer;

  @ObjectField(() => ImportCountAnswer, { description: 'Mentor profiles.' })
  mentorProfiles!: ImportCountAnswer;

  @WholeNumberField({
    description: 'Requests that were submitted, for mentees who never had one.',
    min: 0,
    max: MOST_COUNTED,
  })
  requestsSubmitted!: number;

  @WholeNumberField({ description: 'Professions whose headcount is another now.', min: 0, max: MOST_COUNTED })
  headcounts!: number;

  @ListField(text({ max: 100_000 }), { description: 'What is worth a look, one line each.', max: 1000 })
  notices!: readonly string[];
}

/** One page of imports. */
export class ImportPage extends NextPage {
  @ListField(() => ImportAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly ImportAnswer[];
}

/** @throws InputRefused with what is wrong with the files as such, of all of them at once */
export function importInput({ programmeId, mentees, mentors, map, workforce }: NewImport): ImportInput {
  const refused = new RefusedInputs();
  const asking = refused.collect(() =>
    mentees === undefined ? {} : { mentees: csvTable('mentees', mentees) },
  );
  const offering = refused.collect(() =>
    mentors === undefined ? {} : { mentors: csvTable('mentors', mentors) },
  );
  const mapping = refused.collect(() => (map === undefined ? {} : { map: peopleMap('map', map) }));
  const headcounts = refused.collect(() =>
    workforce === undefined ? {} : { workforce: csvTable('workforce', workforce) },
  );
  refused.refuse();
  return { programmeId, ...asking(), ...offering(), ...mapping(), ...headcounts() };
}

/** Shapes an import for the caller. */
export function importAnswer(done: PeopleImport): ImportAnswer {
  const { id, programmeId, importedAt, organisations, persons, menteeProfiles, mentorProfiles } = done;
  const { requestsSubmitted, headcounts, notices } = done;
  return {
    id,
    programmeId,
    importedAt: importedAt.toISOString(),
    organisations,
    persons,
    menteeProfiles,
    mentorProfiles,
    requestsSubmitted,
    headcounts,
    notices,
  };
}
