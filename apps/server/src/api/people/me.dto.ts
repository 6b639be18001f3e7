import { type Role, ROLES } from '@evenhand/identity';
import { ChoiceField, ObjectField } from '../../http/fields/fields';
import { PersonAnswer } from './people.dto';

/** Who calls. */
export class MeAnswer {
  @ChoiceField(ROLES, { description: 'The role of the token.' })
  role!: Role;

  @ObjectField(() => PersonAnswer, {
    description: 'The person for whom the token was made, where it was made for one.',
    optional: true,
  })
  person?: PersonAnswer;
}
