/** On what ground something is held (UK GDPR, articles 6 and 9). */
export const LAWFUL_BASES = {
  public_task: 'public task: running talent and mentoring programmes of public employers (article 6(1)(e))',
  explicit_consent: 'explicit consent, taken back at any time (articles 6(1)(a) and 9(2)(a))',
  accountability:
    'legal obligation to answer for what is done with personal data (articles 6(1)(c), 5(2) and 32)',
} as const;
/** The code of a lawful basis. */
export type LawfulBasis = keyof typeof LAWFUL_BASES;

/** What becomes of something when the person is erased. */
export const ERASURE_EFFECTS = {
  erased: 'goes',
  pseudonymised: 'stays, and nothing leads to the person any more',
  kept: 'stays while something else rests on it',
} as const;
/** The code of one of them. */
export type ErasureEffect = keyof typeof ERASURE_EFFECTS;

/** How long something is held at the longest. */
export const RETENTION_PERIODS = {
  person: 'until the person is erased',
  closed_record: 'so many days after it is over (CLOSED_RECORD_DAYS)',
  import_notice: '90 days after the import',
  enquiry: 'so many days after it was asked (ENQUIRY_DAYS)',
  round: 'as long as the round is published, under pseudonyms',
  report: 'as long as later reports are compared with it, under the id of an account',
  account: 'as long as the account holds a person or a role',
  session: 'until it is signed out of or has run out',
  day: 'a day',
  minute: 'a minute',
  log: 'as long as the log is kept: it cannot be shortened, and holds pseudonyms',
} as const;
/** The code of a retention period. */
export type RetentionPeriod = keyof typeof RETENTION_PERIODS;

/** What holds of data: why, on what ground, who sees it, for how long, and what becomes of it. */
export interface Handling {
  readonly purpose: string;
  readonly basis: LawfulBasis;
  readonly seenBy: string;
  readonly keptFor: RetentionPeriod;
  readonly onErasure: ErasureEffect;
}

/** A column that holds something about a person; what it does not say itself is as its table says. */
export interface PersonalColumn extends Partial<Handling> {
  /** What it is, as a person reads it. */
  readonly field: string;
  /** The members of JSON in it, at any depth, each with what it is. */
  readonly members?: Readonly<Record<string, string>>;
  /** Why the person is not given it although it is about them: it is about somebody else, or opens a door. */
  readonly withheld?: string;
}

/** A table, column by column. */
export interface HeldTable {
  /** With its schema, unless that is `public`. */
  readonly table: string;
  /** What its rows are to the person whom they are about. Absent where nothing in it is about anybody. */
  readonly title?: string;
  /** Holds for every column that does not say otherwise. Absent where nothing is personal. */
  readonly handling?: Handling;
  readonly personal: Readonly<Record<string, PersonalColumn | string>>;
  /** Columns that are about nobody, each with the reason. */
  readonly impersonal: Readonly<Record<string, string>>;
}

/** A column with all that holds of it. */
export interface InventoryEntry extends Handling, Pick<PersonalColumn, 'field' | 'members' | 'withheld'> {
  readonly table: string;
  readonly column: string;
}

/** What holds of every personal column of a table, in the order in which they stand. */
export function entriesOf({ table, handling, personal }: HeldTable): readonly InventoryEntry[] {
  return Object.entries(personal).map(([column, said]) => {
    if (handling === undefined) {
      throw new RangeError(`${table} holds something about people: say how it is handled`);
    }
    return { table, column, ...handling, ...(typeof said === 'string' ? { field: said } : said) };
  });
}
