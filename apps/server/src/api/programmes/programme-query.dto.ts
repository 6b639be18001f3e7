import { UuidField } from '../../http/fields/fields';
import { PageQuery } from '../../http/paging';

/** Of which programme something is listed. */
export class ProgrammeQuery extends PageQuery {
  @UuidField({ description: 'The programme.' })
  programme!: string;
}
