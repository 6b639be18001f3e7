import type { Organisation } from '@evenhand/people';
import { ListField, TextField, UuidField, WholeNumberField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

const NAME = {
  description: 'What it is called; no other organisation of the programme has the name.',
  max: 200,
};
const ODS_CODE = {
  description: 'Its code of the Organisation Data Service.',
  min: 3,
  max: 6,
  pattern: /^[A-Z0-9]{3,6}$/,
  looksLike: 'an ODS code of 3 to 6 capital letters and digits',
  example: 'RX1',
  optional: true,
} as const;

/** An organisation as it is made. */
export class NewOrganisation {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @TextField(NAME)
  name!: string;

  @TextField(ODS_CODE)
  odsCode?: string;
}

/** What can be changed of an organisation. */
export class OrganisationChangeBody {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @TextField(ODS_CODE)
  odsCode?: string;
}

/** An employer or partner within a programme. */
export class OrganisationAnswer {
  @UuidField({ description: 'Id of the organisation.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @TextField(NAME)
  name!: string;

  @TextField(ODS_CODE)
  odsCode?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of organisations. */
export class OrganisationPage extends NextPage {
  @ListField(() => OrganisationAnswer, { description: 'By name.', max: 200 })
  items!: readonly OrganisationAnswer[];
}

/** Shapes an organisation for the caller. */
export function organisationAnswer({
  id,
  programmeId,
  name,
  odsCode,
  version,
}: Organisation): OrganisationAnswer {
  return { id, programmeId, name, ...(odsCode === undefined ? {} : { odsCode }), version };
}
