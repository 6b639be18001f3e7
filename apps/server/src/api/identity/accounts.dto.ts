import type { Account } from '@evenhand/identity';
import {
  ChoiceField,
  FlagField,
  ListField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

/** Somebody, or a machine, that can sign in. */
export class AccountAnswer {
  @UuidField({ description: 'Id of the account.' })
  id!: string;

  @ChoiceField(['person', 'machine'], { description: 'Whether somebody signs in with it, or a program.' })
  kind!: Account['kind'];

  @TextField({ description: 'The address by which it was found first.', max: 320, optional: true })
  email?: string;

  @FlagField({ description: 'Whether its holder has signed in yet.' })
  hasSignedIn!: boolean;

  @ChoiceField(['active', 'disabled'], { description: 'A disabled account opens nothing.' })
  state!: Account['state'];

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of accounts. */
export class AccountPage extends NextPage {
  @ListField(() => AccountAnswer, { description: 'By id.', max: 200 })
  items!: readonly AccountAnswer[];
}

/** Shapes an account for an admin: who its holder is in a programme is none of their business. */
export function accountAnswer({ id, kind, email, signIn, state, version }: Account): AccountAnswer {
  return {
    id,
    kind,
    ...(email === undefined ? {} : { email }),
    hasSignedIn: signIn !== undefined,
    state,
    version,
  };
}
