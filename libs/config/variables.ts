import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { holdsPublicKeys, holdsSigningKey } from './key-files';

/** One variable of the environment, as it is explained to whoever sets it. */
export interface ConfigurationVariable {
  readonly name: string;
  /** What holds where the variable is not set; absent where it must be set or where nothing stands in for it. */
  readonly default?: string;
  readonly required?: true;
  /** What the variable decides. */
  readonly meaning: string;
  /** What a value looks like; completes "expected …". */
  readonly expected: string;
}

const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));

const url = (...schemes: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol));

/** Plain http is read along on the way: only what stays on this machine may use it. */
const providerUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const staysHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && staysHere);
});

const text = z.string().regex(/^[\x21-\x7e]{1,500}$/);

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How each variable is read. The names stand here once; everything else follows from them. */
export const READERS = {
  NODE_ENV: z.enum(['production', 'development', 'test']),
  HOST: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/),
  PORT: wholeNumber(0, 65_535),
  PUBLIC_URL: url('http:', 'https:').optional(),
  TRUST_PROXY: wholeNumber(0, 10),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  AUDITOR_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL: wholeNumber(1, 1000),
  QUEUE_URL: url('postgres:', 'postgresql:', 'redis:', 'rediss:').optional(),
  REQUESTS_PER_ADDRESS: wholeNumber(1, 1_000_000),
  REQUESTS_PER_ACCOUNT: wholeNumber(1, 1_000_000),
  REFUSALS_PER_ADDRESS: wholeNumber(1, 1_000_000),
  OIDC_ISSUER: providerUrl.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_AUDIENCE: text,
  OIDC_STAFF_ID_CLAIM: text.optional(),
  SESSION_IDLE_MINUTES: wholeNumber(1, 1440),
  SESSION_HOURS: wholeNumber(1, 168),
  WORKER_CONCURRENCY: wholeNumber(1, 64),
  PROPOSAL_DAYS: wholeNumber(1, 365),
  ENQUIRY_DAYS: wholeNumber(1, 3650),
  CLOSED_RECORD_DAYS: wholeNumber(1, 36_500),
  DISCLOSURE_BASE: wholeNumber(1, 1000),
  DISCLOSURE_SMALLEST: wholeNumber(1, 1000),
  DISCLOSURE_SMALLEST_FOR_EXTREMES: wholeNumber(1, 1000),
  SIGNING_KEY_FILE: z.string().refine(isAbsolute).refine(holdsSigningKey).optional(),
  FORMER_KEYS_FILE: z.string().refine(isAbsolute).refine(holdsPublicKeys).optional(),
  AUDIT_HEADS_FOLDER: z.string().refine(isAbsolute).optional(),
  SHUTDOWN_SECONDS: wholeNumber(1, 600),
  HEARTBEAT_FILE: z.string().refine(isAbsolute).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS),
};

type VariableName = keyof typeof READERS;

/** Every variable that a server or a worker reads, in the order in which they are explained. */
export const CONFIGURATION_VARIABLES: readonly (ConfigurationVariable & { readonly name: VariableName })[] = [
  {
    name: 'DATABASE_URL',
    required: true,
    meaning: 'The PostgreSQL database that holds everything',
    expected: 'postgres://user:password@host:port/database',
  },
  {
    name: 'AUDITOR_DATABASE_URL',
    meaning: 'The same database, as a worker signs in to count equality answers; without it none are counted',
    expected: 'postgres://user:password@host:port/database',
  },
  {
    name: 'DATABASE_POOL',
    default: '10',
    meaning: 'Most connections that one process opens to the database',
    expected: 'a whole number from 1 to 1000',
  },
  {
    name: 'QUEUE_URL',
    meaning: 'Where jobs wait: a PostgreSQL or a Redis; the database itself where it is not set',
    expected: 'a URL that starts with postgres://, redis:// or rediss://',
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'The address the server listens on; 0.0.0.0 in a container, so that others reach it',
    expected: 'an address or the name of a host',
  },
  {
    name: 'PORT',
    default: '3000',
    meaning: 'The port the server listens on; 0 takes any that is free',
    expected: 'a whole number from 0 to 65535',
  },
  {
    name: 'PUBLIC_URL',
    meaning:
      'The address under which people reach the server; with https, browsers are told never to use http',
    expected: 'a URL that starts with http:// or https://',
  },
  {
    name: 'TRUST_PROXY',
    default: '0',
    meaning:
      'How many proxies stand before the server; their word about who calls is believed, nobody else’s',
    expected: 'a whole number from 0 to 10',
  },
  {
    name: 'REQUESTS_PER_ADDRESS',
    default: '6000',
    meaning:
      'How many requests from one address are answered in a minute; a hospital may have one for everybody',
    expected: 'a whole number from 1 to 1000000',
  },
  {
    name: 'REQUESTS_PER_ACCOUNT',
    default: '1200',
    meaning: 'How many requests of one account are answered in a minute',
    expected: 'a whole number from 1 to 1000000',
  },
  {
    name: 'REFUSALS_PER_ADDRESS',
    default: '60',
    meaning: 'How many tries to get in with what is not known one address has in a minute',
    expected: 'a whole number from 1 to 1000000',
  },
  {
    name: 'OIDC_ISSUER',
    meaning: 'The OpenID provider at which people sign in, as it names itself; a server needs it',
    expected: 'a URL that starts with https://, or with http:// on this machine',
  },
  {
    name: 'OIDC_CLIENT_ID',
    meaning: 'What the provider calls the pages of this service',
    expected: 'up to 500 visible ASCII characters',
  },
  {
    name: 'OIDC_CLIENT_SECRET',
    meaning: 'With what the pages prove to the provider that they are these pages',
    expected: 'up to 500 visible ASCII characters',
  },
  {
    name: 'OIDC_AUDIENCE',
    default: 'evenhand-api',
    meaning: 'What the provider calls the programming interface: tokens for anything else are refused',
    expected: 'up to 500 visible ASCII characters',
  },
  {
    name: 'OIDC_STAFF_ID_CLAIM',
    meaning:
      'The claim that holds the number under which people were imported, where the provider is to be believed on it',
    expected: 'up to 500 visible ASCII characters',
  },
  {
    name: 'SESSION_IDLE_MINUTES',
    default: '30',
    meaning: 'After how many minutes without a page somebody is signed out',
    expected: 'a whole number from 1 to 1440',
  },
  {
    name: 'SESSION_HOURS',
    default: '12',
    meaning: 'After how many hours somebody must sign in again, whatever they do',
    expected: 'a whole number from 1 to 168',
  },
  {
    name: 'WORKER_CONCURRENCY',
    default: '1',
    meaning: 'How many matching rounds, and enquiries into them, one worker solves at a time',
    expected: 'a whole number from 1 to 64',
  },
  {
    name: 'PROPOSAL_DAYS',
    default: '14',
    meaning: 'How many days a proposal waits for both answers before it expires',
    expected: 'a whole number from 1 to 365',
  },
  {
    name: 'ENQUIRY_DAYS',
    default: '30',
    meaning: 'How many days after it was asked an enquiry that is answered, or failed, is removed',
    expected: 'a whole number from 1 to 3650',
  },
  {
    name: 'CLOSED_RECORD_DAYS',
    default: '730',
    meaning: 'How many days what is over is kept on people, as the data inventory says of each field',
    expected: 'a whole number from 1 to 36500',
  },
  {
    name: 'DISCLOSURE_BASE',
    default: '5',
    meaning:
      'Counts that are told are rounded to the nearest multiple of this; it is a choice, and no national standard',
    expected: 'a whole number from 1 to 1000, at most twice DISCLOSURE_SMALLEST',
  },
  {
    name: 'DISCLOSURE_SMALLEST',
    default: '10',
    meaning:
      'Counts of fewer people than this are withheld, and figures are told anew only once so many have changed',
    expected: 'a whole number from 1 to 1000',
  },
  {
    name: 'DISCLOSURE_SMALLEST_FOR_EXTREMES',
    default: '20',
    meaning: 'A share of none or of all is told only of groups of so many people or more',
    expected: 'a whole number from 1 to 1000',
  },
  {
    name: 'SIGNING_KEY_FILE',
    meaning: 'The key that signs heads of the audit log and verdicts on rounds; without it neither is signed',
    expected: 'the whole path of a file with an Ed25519 private key (PKCS #8) in PEM',
  },
  {
    name: 'FORMER_KEYS_FILE',
    meaning: 'Keys that signed before that one: what they signed can still be checked',
    expected: 'the whole path of a file with Ed25519 public keys in PEM',
  },
  {
    name: 'AUDIT_HEADS_FOLDER',
    meaning: 'Where a worker writes the signed head of the audit log every day, outside of the database',
    expected: 'the whole path of a folder',
  },
  {
    name: 'SHUTDOWN_SECONDS',
    default: '8',
    meaning: 'How long a process that is told to stop may finish what it holds',
    expected: 'a whole number from 1 to 600',
  },
  {
    name: 'HEARTBEAT_FILE',
    meaning: 'The file in which a worker says every five seconds that it lives, for its health check',
    expected: 'the whole path of a file',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    meaning: 'The least severe line that is logged',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
  },
  {
    name: 'NODE_ENV',
    default: 'production',
    meaning: 'What kind of installation this is',
    expected: 'one of production, development, test',
  },
];
