import { createDataSource, RequestCounts } from '@evenhand/persistence';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { usePostgres } from '../harness/postgres';
import { MIGRATED } from '../harness/service';

const postgres = usePostgres();
const servers: DataSource[] = [];

beforeAll(async () => {
  const url = await postgres.createDatabase({ template: MIGRATED });
  for (const applicationName of ['one server', 'another server']) {
    servers.push(await createDataSource({ url, poolSize: 4, applicationName }).initialize());
  }
});

afterAll(() => Promise.all(servers.map((server) => server.destroy())));

describe('Requests', () => {
  it('are counted over all servers, each of them once', async () => {
    const counts = servers.map((server) => new RequestCounts(server));
    const counted = await Promise.all(
      Array.from({ length: 60 }, (_, nth) => counts[nth % 2]!.count('address 192.0.2.1', 60)),
    );
    expect(counted.map(({ requests }) => requests).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, nth) => nth + 1),
    );
    expect((await counts[0]!.count('address 192.0.2.2', 60)).requests).toBe(1);
  });

  it('are counted anew when the window is over', async () => {
    const counts = new RequestCounts(servers[0]!);
    const first = await counts.count('account a', 0.2);
    expect((await counts.count('account a', 0.2)).requests).toBe(2);
    await pause(first.windowEndsAt.getTime() - Date.now() + 250);
    expect((await counts.count('account a', 0.2)).requests).toBe(1);
  });

  it('are kept without the address, and not for long', async () => {
    const counts = new RequestCounts(servers[1]!);
    await counts.count('address 192.0.2.9', 0.001);
    await pause(20);
    for (let nth = 0; nth < 500; nth += 1) await counts.count('account b', 60);
    const kept = await servers[1]!.query<{ text: string }[]>(
      'select request_count::text as text from request_count',
    );
    expect(kept.filter(({ text }) => text.includes('192.0.2'))).toEqual([]);
    expect(
      await servers[1]!.query('select from request_count where window_ends_at < clock_timestamp()'),
    ).toEqual([]);
  });
});
