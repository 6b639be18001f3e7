import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DEMONSTRATION_DAY } from './demonstration/demonstration-files';

/** The folder of the clone: this file is compiled to `dist/apps/embedded/src`. */
const ROOT = join(__dirname, '..', '..', '..', '..');
const PEOPLE = join(ROOT, 'apps', 'embedded', 'demonstration');
const OUTCOME = join(ROOT, '.data', 'demonstration');
const COMMAND = join(ROOT, 'dist', 'apps', 'cli', 'src', 'main.js');

process.stdout.write(
  'Matching the demonstration programme. Everybody in it is invented; see apps/embedded/demonstration.\n\n',
);
const match = spawn(
  process.execPath,
  [
    COMMAND,
    'match',
    ...['--mentees', join(PEOPLE, 'mentees.csv'), '--mentors', join(PEOPLE, 'mentors.csv')],
    ...['--baseline', join(PEOPLE, 'workforce.csv'), '--date', DEMONSTRATION_DAY, '--out', OUTCOME],
  ],
  { stdio: 'inherit' },
);
match.on('exit', (code) => (process.exitCode = code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => match.kill(signal));
}
