import { FlagField, TextField } from '../../http/fields/fields';

/** What a link to signing in says. */
export class SignInQuery {
  @TextField({ max: 4000, description: 'The path of this service to go on to.', optional: true })
  to?: string;

  @FlagField({ description: 'Whether the provider asks again who it is.', optional: true })
  anew?: boolean;
}
