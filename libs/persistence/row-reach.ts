import type { Authority } from '@evenhand/kernel';
import { AsyncLocalStorage } from 'node:async_hooks';
import { escapeLiteral } from 'pg';
import { DATABASE_ROLES } from './database-roles';

/** Whose rows a statement may reach, as the policies of the tables are told it. */
interface Reached {
  /**
   * `some` reaches what the lists name, `public` what everybody may read, `sign-in` what tells who somebody is. `commons`
   * and `service` reach besides what every programme shows to everybody in it, and `service` what the service runs on.
   */
  readonly reach: '' | 'public' | 'sign-in' | 'some' | 'commons' | 'service' | 'all';
  /** Programmes of which every row is reached. */
  readonly programmes?: readonly string[];
  /** Programmes of which what they show to everybody in them is reached. */
  readonly commons?: readonly string[];
  /** Persons whose own rows are reached, and what is shown to them of others. */
  readonly persons?: readonly string[];
  /** Programmes where the actor is somebody: what a programme shows to everybody in it is reached. */
  readonly homes?: readonly string[];
  /** Persons whom the actor is. Behind broken glass `persons` has another one too. */
  readonly self?: readonly string[];
  /** The account of the actor. */
  readonly account?: string;
}

const ambient = new AsyncLocalStorage<RowReach>();

/**
 * The second lock: which rows the statements of some work reach, whatever they ask for. Row-level security in the
 * database holds them to it; a statement that is made outside of any reach finds no rows at all.
 */
export class RowReach {
  /** For work that nobody in particular asked for: of jobs, commands and migrations. */
  static readonly ALL = new RowReach({ reach: 'all' });
  /** For whoever has not said who they are: what is published. */
  static readonly PUBLIC = new RowReach({ reach: 'public' });
  /**
   * For finding out who somebody is, before it is known: accounts, roles, sessions, and whose address it is. Every row of
   * these, of few columns: it is a role of its own in the database, for which addresses are found by their index, as no
   * condition that depends on the row comes before it.
   */
  static readonly SIGN_IN = new RowReach({ reach: 'sign-in' });
  static readonly NOTHING = new RowReach({ reach: '' });

  /** The statement that tells the database, for the rest of a transaction. */
  readonly statement: string;

  private constructor({
    reach,
    programmes = [],
    commons = [],
    persons = [],
    homes = [],
    self = [],
    account = '',
  }: Reached) {
    const settings = {
      reach,
      programmes: arrayOf(programmes),
      commons: arrayOf(commons),
      persons: arrayOf(persons),
      homes: arrayOf(homes),
      self: arrayOf(self),
      account,
    };
    const told = Object.entries(settings).map(
      ([name, value]) => `set_config('evenhand.${name}', ${escapeLiteral(value)}, true)`,
    );
    const role = reach === 'sign-in' ? DATABASE_ROLES.signIn : 'none';
    told.push(`set_config('role', '${role}', true)`);
    this.statement = `SELECT ${told.join(', ')}`;
  }

  /** As far as the word of whoever asks reaches. */
  static of(authority: Authority): RowReach {
    const limits = authority.limits();
    if (limits === undefined) return RowReach.ALL;
    const commons = authority.limitsOfCommons();
    const isService = authority.reaches.some(({ extent }) => extent === 'service');
    const { kind, id, persons } = authority.actor;
    return new RowReach({
      reach: isService ? 'service' : commons === undefined ? 'commons' : 'some',
      programmes: limits.programmeIds,
      commons: commons?.programmeIds ?? [],
      // What is one's own is reached whatever else is asked for.
      persons: [...new Set([...limits.personIds, ...persons.map(({ personId }) => personId)])],
      self: persons.map(({ personId }) => personId),
      homes: persons.map(({ programmeId }) => programmeId),
      ...(kind === 'account' ? { account: id } : {}),
    });
  }

  /** What is these people's own, for themselves: the only reach that shows equality answers. */
  static ofSelf(personIds: readonly string[]): RowReach {
    return new RowReach({ reach: 'some', persons: personIds, self: personIds });
  }

  /** That of the work under way; undefined where none was set. */
  static current(): RowReach | undefined {
    return ambient.getStore();
  }

  /** Does work whose statements reach so far, and no farther. */
  run<Result>(work: () => Result): Result {
    return ambient.run(this, work);
  }
}

function arrayOf(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}
