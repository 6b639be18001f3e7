import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heartbeatIsRecent, writeHeartbeat } from './heartbeat';

describe('The heartbeat of a worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-heartbeat-'));
  const file = join(folder, 'heartbeat');
  const now = new Date('2026-01-05T09:00:00Z');
  const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const before = process.env['HEARTBEAT_FILE'];

  beforeEach(() => {
    rmSync(file, { force: true });
    process.env['HEARTBEAT_FILE'] = file;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    if (before === undefined) delete process.env['HEARTBEAT_FILE'];
    else process.env['HEARTBEAT_FILE'] = before;
  });

  it('is recent for 20 seconds', async () => {
    await writeHeartbeat(now);
    expect(await heartbeatIsRecent(secondsLater(20))).toBe(true);
    expect(await heartbeatIsRecent(secondsLater(21))).toBe(false);
  });

  it('is missed where there is none, or nothing that is a time', async () => {
    expect(await heartbeatIsRecent(now)).toBe(false);
    writeFileSync(file, 'soon');
    expect(await heartbeatIsRecent(now)).toBe(false);
  });

  it.each(['', undefined])('is neither written nor found where HEARTBEAT_FILE is %p', async (none) => {
    if (none === undefined) delete process.env['HEARTBEAT_FILE'];
    else process.env['HEARTBEAT_FILE'] = none;
    await writeHeartbeat(now);
    expect(await heartbeatIsRecent(now)).toBe(false);
  });
});
