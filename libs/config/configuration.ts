import type { DisclosurePolicy } from '@evenhand/disclosure';
import { DomainError } from '@evenhand/kernel';
import { z } from 'zod';
import { CONFIGURATION_VARIABLES, READERS } from './variables';

/** What a server or a worker is told about where it runs. Read once, and the same until it stops. */
export interface Configuration {
  readonly environment: 'production' | 'development' | 'test';
  readonly host: string;
  /** 0 to 65535; 0 takes any port that is free. */
  readonly port: number;
  readonly publicUrl?: string;
  /** Number of proxies whose word about the caller's address is believed. */
  readonly trustProxy: number;
  readonly databaseUrl: string;
  /** The same database as who may count equality answers signs in; nobody does where it is absent. */
  readonly auditorDatabaseUrl?: string;
  /** Most connections of this process to the database. */
  readonly databasePool: number;
  /** PostgreSQL or Redis. */
  readonly queueUrl: string;
  /** How many requests are answered in a minute, by where they come from. */
  readonly requestLimits: {
    readonly perAddress: number;
    readonly perAccount: number;
    /** Tries to get in with what is not known. */
    readonly refusedPerAddress: number;
  };
  /** The OpenID provider and what it calls this service; a server needs it. */
  readonly openId: OpenIdConfiguration;
  /** Minutes without a page after which somebody is signed out. */
  readonly sessionIdleMinutes: number;
  /** Hours after which somebody must sign in again, whatever they do. */
  readonly sessionHours: number;
  /** Jobs that one worker does at a time. */
  readonly workerConcurrency: number;
  /** Days that a proposal waits for its answers. */
  readonly proposalDays: number;
  /** Days that an enquiry which is over is kept after it was asked. */
  readonly enquiryDays: number;
  /** Days that what is over is kept on people. */
  readonly closedRecordDays: number;
  /** How coarse counts are told. */
  readonly disclosure: DisclosurePolicy;
  /** Where the key lies that signs, and those that did; nowhere where they are absent. */
  readonly signingKeyFile?: string;
  readonly formerKeysFile?: string;
  /** Where heads of the audit log are kept; nowhere where it is absent. */
  readonly auditHeadsFolder?: string;
  /** Seconds from being told to stop until the process is gone. */
  readonly shutdownSeconds: number;
  /** Where a worker says that it lives; nowhere where it is absent. */
  readonly heartbeatFile?: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Where people sign in. */
export interface OpenIdConfiguration {
  readonly issuer?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly audience: string;
  readonly staffIdClaim?: string;
}

/** The environment does not say what it must. Each problem names a variable and what is expected, never its value. */
export class ConfigurationRefused extends DomainError {
  constructor(problems: readonly string[]) {
    super('configuration.refused', problems.join('\n'), problems);
  }
}

const environmentShape = z.object(READERS);

/**
 * Reads the configuration from the environment. A variable that is set to nothing counts as not set, since compose files
 * hand on variables that way.
 *
 * @throws ConfigurationRefused with every fault at once
 */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const values = Object.fromEntries(
    CONFIGURATION_VARIABLES.map((variable) => {
      const value = env[variable.name];
      return [variable.name, value === '' ? variable.default : (value ?? variable.default)];
    }),
  );
  const read = environmentShape.safeParse(values);
  if (!read.success) {
    throw new ConfigurationRefused(
      faultsOf(
        read.error.issues.map(({ path }) => path[0]),
        values,
      ),
    );
  }
  const { data } = read;
  const missing = missingForPages(data);
  if (missing.length > 0) {
    throw new ConfigurationRefused(missing);
  }
  if (data.AUDIT_HEADS_FOLDER !== undefined && data.SIGNING_KEY_FILE === undefined) {
    // A head that nobody signed proves nothing, and would be taken for one that does.
    throw new ConfigurationRefused(faultsOf(['SIGNING_KEY_FILE'], values));
  }
  if (data.DISCLOSURE_BASE > 2 * data.DISCLOSURE_SMALLEST) {
    // A count that is told could be rounded to 0, which says what is to be withheld.
    throw new ConfigurationRefused(faultsOf(['DISCLOSURE_BASE'], values));
  }
  return Object.freeze({
    environment: data.NODE_ENV,
    host: data.HOST,
    port: data.PORT,
    ...(data.PUBLIC_URL === undefined ? {} : { publicUrl: data.PUBLIC_URL }),
    trustProxy: data.TRUST_PROXY,
    databaseUrl: data.DATABASE_URL,
    ...(data.AUDITOR_DATABASE_URL === undefined ? {} : { auditorDatabaseUrl: data.AUDITOR_DATABASE_URL }),
    databasePool: data.DATABASE_POOL,
    queueUrl: data.QUEUE_URL ?? data.DATABASE_URL,
    requestLimits: Object.freeze({
      perAddress: data.REQUESTS_PER_ADDRESS,
      perAccount: data.REQUESTS_PER_ACCOUNT,
      refusedPerAddress: data.REFUSALS_PER_ADDRESS,
    }),
    openId: Object.freeze({
      ...(data.OIDC_ISSUER === undefined ? {} : { issuer: data.OIDC_ISSUER }),
      ...(data.OIDC_CLIENT_ID === undefined ? {} : { clientId: data.OIDC_CLIENT_ID }),
      ...(data.OIDC_CLIENT_SECRET === undefined ? {} : { clientSecret: data.OIDC_CLIENT_SECRET }),
      audience: data.OIDC_AUDIENCE,
      ...(data.OIDC_STAFF_ID_CLAIM === undefined ? {} : { staffIdClaim: data.OIDC_STAFF_ID_CLAIM }),
    }),
    sessionIdleMinutes: data.SESSION_IDLE_MINUTES,
    sessionHours: data.SESSION_HOURS,
    workerConcurrency: data.WORKER_CONCURRENCY,
    proposalDays: data.PROPOSAL_DAYS,
    enquiryDays: data.ENQUIRY_DAYS,
    closedRecordDays: data.CLOSED_RECORD_DAYS,
    disclosure: Object.freeze({
      base: data.DISCLOSURE_BASE,
      smallest: data.DISCLOSURE_SMALLEST,
      smallestForExtremes: data.DISCLOSURE_SMALLEST_FOR_EXTREMES,
    }),
    ...(data.SIGNING_KEY_FILE === undefined ? {} : { signingKeyFile: data.SIGNING_KEY_FILE }),
    ...(data.FORMER_KEYS_FILE === undefined ? {} : { formerKeysFile: data.FORMER_KEYS_FILE }),
    ...(data.AUDIT_HEADS_FOLDER === undefined ? {} : { auditHeadsFolder: data.AUDIT_HEADS_FOLDER }),
    shutdownSeconds: data.SHUTDOWN_SECONDS,
    ...(data.HEARTBEAT_FILE === undefined ? {} : { heartbeatFile: data.HEARTBEAT_FILE }),
    logLevel: data.LOG_LEVEL,
  });
}

/** Who lets people sign in to the pages needs all of it: the provider sends them back to where others reach this service. */
function missingForPages(read: z.infer<typeof environmentShape>): string[] {
  if (read.OIDC_CLIENT_ID === undefined && read.OIDC_CLIENT_SECRET === undefined) return [];
  const needed: readonly string[] = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'];
  // What says who signed in to the pages would open the programming interface.
  const alike =
    read.OIDC_AUDIENCE === read.OIDC_CLIENT_ID
      ? ['OIDC_AUDIENCE cannot be used: expected another name than OIDC_CLIENT_ID']
      : [];
  const missing = CONFIGURATION_VARIABLES.filter(
    ({ name }) => needed.includes(name) && read[name] === undefined,
  );
  return [
    ...alike,
    ...missing.map(({ name, expected }) => `${name} is not set: expected ${expected}, for people to sign in`),
  ];
}

/** The checker's own messages are not used: some repeat the value, and a value can be a password. */
function faultsOf(names: readonly unknown[], values: Readonly<Record<string, string | undefined>>): string[] {
  const faulty = new Set(names);
  return CONFIGURATION_VARIABLES.filter(({ name }) => faulty.has(name)).map(({ name, expected }) =>
    values[name] === undefined
      ? `${name} is not set: expected ${expected}`
      : `${name} cannot be used: expected ${expected}`,
  );
}
