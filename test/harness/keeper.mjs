// Ends what a test run leaves behind: the servers that its files share, and everything else when the run is killed. Its
// standard input is held open by the run, however that ends. `processes/` names each process by its id and holds the
// signal that ends it.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const folder = process.argv[2];

process.stdin.resume().on('close', async () => {
  const kept = readdirSync(join(folder, 'processes')).map(Number);
  const running = () =>
    kept.filter((id) => signal(id, readFileSync(join(folder, 'processes', String(id)), 'utf8')));
  for (const until = Date.now() + 10_000; running().length > 0 && Date.now() < until;) await pause(50);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

/** Whether there was a process to send it to. */
function signal(id, name) {
  try {
    return process.kill(id, name);
  } catch {
    return false;
  }
}
