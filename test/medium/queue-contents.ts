import { Redis } from 'ioredis';
import { Client } from 'pg';

/** Empties a queue, as somebody does who flushes the wrong Redis. */
export async function forgetEverything(url: string): Promise<void> {
  if (url.startsWith('redis:')) {
    await onRedis(url, (client) => client.flushall());
  } else {
    await onPostgres(url, (client) => client.query('truncate bullmq.job cascade'));
  }
}

/** Cuts every connection to a queue. */
export async function cutConnections(url: string): Promise<void> {
  if (url.startsWith('redis:')) {
    await onRedis(url, (client) => client.call('client', 'kill', 'skipme', 'yes'));
  } else {
    await onPostgres(url, (client) =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    );
  }
}

async function onPostgres(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'test' });
  await client.connect();
  await work(client).finally(() => client.end());
}

async function onRedis(url: string, work: (client: Redis) => Promise<unknown>): Promise<void> {
  const client = new Redis(url);
  await work(client).finally(() => client.disconnect());
}
