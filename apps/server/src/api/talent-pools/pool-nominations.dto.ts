import { type Nominator, NOMINATORS, type OwnNomination } from '@evenhand/talent';
import { ChoiceField, ListField, TextField, TimeField, UuidField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

/** What the caller said when they put somebody forward. */
export class OwnNominationAnswer {
  @UuidField({ description: 'Id of the membership that it began.' })
  id!: string;

  @UuidField({ description: 'The person who was put forward.' })
  personId!: string;

  @ChoiceField(NOMINATORS, { description: 'As what the caller put them forward.' })
  as!: Nominator;

  @TextField({ description: 'Why this person.', max: 2000, lines: true })
  reason!: string;

  @TimeField({ description: 'When.' })
  nominatedAt!: string;
}

/** One page of the caller's nominations. */
export class OwnNominationPage extends NextPage {
  @ListField(() => OwnNominationAnswer, { description: 'The latest first.', max: 200 })
  items!: readonly OwnNominationAnswer[];
}

/** Shapes a nomination for whoever made it. */
export function ownNominationAnswer({ cameAt, ...nomination }: OwnNomination): OwnNominationAnswer {
  return { ...nomination, nominatedAt: cameAt.toISOString() };
}
