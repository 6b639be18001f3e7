import { DATABASE_ROLES, prepareRoles } from '@evenhand/persistence';
import { createHmac } from 'node:crypto';
import { Client } from 'pg';

/** A database as each program signs in to it, with no more rights than it needs. */
export interface DatabaseUrls {
  /** The server, and the commands that do what it does. */
  readonly server: string;
  readonly worker: string;
  /** The worker once more, where it counts and sees no row. */
  readonly auditor: string;
  /** `evenhand migrate` */
  readonly migrations: string;
  /** Server and worker, for the queue. */
  readonly queue: string;
}

const USERS = {
  server: { name: 'evenhand_server', role: DATABASE_ROLES.app },
  worker: { name: 'evenhand_worker', role: DATABASE_ROLES.matcher },
  auditor: { name: 'evenhand_counts', role: DATABASE_ROLES.auditor },
  migrations: { name: 'evenhand_migrations', role: DATABASE_ROLES.owner },
  queue: { name: 'evenhand_jobs', role: DATABASE_ROLES.queue },
} as const;

/** @param adminUrl of the database, as its superuser signs in */
export function databaseUrls(adminUrl: string): DatabaseUrls {
  const urlOf = ({ name }: { readonly name: string }) => {
    const url = new URL(adminUrl);
    url.password = passwordOf(name, url.password);
    url.username = name;
    return url.href;
  };
  return {
    server: urlOf(USERS.server),
    worker: urlOf(USERS.worker),
    auditor: urlOf(USERS.auditor),
    migrations: urlOf(USERS.migrations),
    queue: urlOf(USERS.queue),
  };
}

/**
 * Makes the users of the programs where they are missing, each a member of the one role that it needs. Their passwords
 * follow from that of the superuser, which cannot be worked out from them.
 */
export async function makeDatabaseUsers(adminUrl: string): Promise<DatabaseUrls> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await prepareRoles((sql) => client.query(sql));
    for (const { name, role } of Object.values(USERS)) {
      const password = passwordOf(name, new URL(adminUrl).password);
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
      await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${name} login password '${password}'`);
      await client.query(`grant ${role} to ${name}`);
    }
    // The server becomes it for a statement, and has none of its rights otherwise.
    await client.query(`grant ${DATABASE_ROLES.signIn} to ${USERS.server.name} with inherit false, set true`);
  } finally {
    await client.end();
  }
  return databaseUrls(adminUrl);
}

function passwordOf(name: string, superuserPassword: string): string {
  return createHmac('sha256', superuserPassword).update(name).digest('hex');
}
