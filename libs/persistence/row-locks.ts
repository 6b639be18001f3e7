/** Who may do what with the rows of a table. Each is a condition on a row; the first that holds lets it be reached. */
export interface Lock {
  readonly table: string;
  readonly read: readonly string[];
  /** To add, change or remove it. */
  readonly write: readonly string[];
  /** To add it, where that is more than `write`. */
  readonly add?: readonly string[];
  /** To hold it until the end of a transaction without changing it, where that is more than `write`. */
  readonly hold?: readonly string[];
}

// Conditions on a row, by what a statement was said to reach. Each is worked out once for a statement, not for every row.

/** The statement reaches everything. */
export const EVERYTHING = '(select reach.everything())';
/** The statement is made for whoever has not said who they are. */
export const PUBLIC = '(select reach.what_is_public())';
/** The column holds a programme that is reached. */
export const programme = (column: string) => `${column} = any ((select reach.programmes())::uuid[])`;
/** The column holds a person whose own rows are reached. */
export const own = (column: string) => `${column} = any ((select reach.persons())::uuid[])`;
/** The column holds a programme where the actor is somebody. */
export const home = (column: string) => `${column} = any ((select reach.homes())::uuid[])`;

/** The column holds a programme of which what it shows to everybody in it is reached. */
export const commons = (column: string) =>
  `${column} = any ((select reach.commons())::uuid[]) or (select reach.every_common())`;
/** The statement is made for an admin, about what the service runs on. */
export const SERVICE = '(select reach.service())';

/** The column holds a person of a programme that is reached; so for the rounds and the pools of one. */
export const personOf = (column: string) =>
  `exists (select from person where person.id = ${column} and ${programme('person.programme_id')})`;
export const roundOf = (column: string) =>
  `exists (select from matching_round where matching_round.id = ${column} and ${programme('matching_round.programme_id')})`;
export const poolOf = (column: string) =>
  `exists (select from talent_pool where talent_pool.id = ${column} and ${programme('talent_pool.programme_id')})`;
/** The column holds the id of a row of another table that the statement reaches. */
export const seen = (table: string, column: string) =>
  `exists (select from ${table} where ${table}.id = ${column})`;

/** The statements that lock a table, and hold its owner to it as well. */
export function locked({ table, read, write, add = write, hold = write }: Lock): string {
  const [mayRead, mayAdd, mayWrite, mayHold] = [read, add, write, hold].map((ways) =>
    ways.length === 0 ? 'false' : ways.map((way) => `(${way})`).join(' or '),
  );
  return `
    alter table ${table} enable row level security, force row level security;
    create policy may_read on ${table} for select using (${mayRead});
    create policy may_add on ${table} for insert with check (${mayAdd});
    create policy may_change on ${table} for update using (${mayHold}) with check (${mayWrite});
    create policy may_remove on ${table} for delete using (${mayWrite});`;
}

/** The statements that take the lock away. */
export function unlocked({ table }: Lock): string {
  return `
    ${['may_read', 'may_add', 'may_change', 'may_remove'].map((policy) => `drop policy ${policy} on ${table};`).join(' ')}
    alter table ${table} no force row level security, disable row level security;`;
}
