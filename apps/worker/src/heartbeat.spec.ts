import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heartbeatIsRecent, writeHeartbeat } from './heartbeat';

describe('The heartbeat of a worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-heartbeat-'));
  const file = join(folder, 'heartbeat');
  const now = new Date('2026-01-05T09:00:00Z');
  const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

  beforeEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is recent for 20 seconds', async () => {
    await writeHeartbeat(file, now);
    expect(await heartbeatIsRecent(file, secondsLater(20))).toBe(true);
    expect(await heartbeatIsRecent(file, secondsLater(21))).toBe(false);
  });

  it('is missed where there is none, nothing that is a time, or no file is named', async () => {
    expect(await heartbeatIsRecent(file, now)).toBe(false);
    writeFileSync(file, 'soon');
    expect(await heartbeatIsRecent(file, now)).toBe(false);
    expect(await heartbeatIsRecent('', now)).toBe(false);
  });
});
