// Makes a fresh clone ready to run: installs the packages when they are missing or older than the lock file and,
// with --build, compiles when a source is newer than what was compiled. Plain Node, since nothing else is there yet.
// Everything it says goes to standard error: standard output belongs to the program that follows.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Evenhand needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

const installed = join(root, 'node_modules', '.package-lock.json');
if (changedAt(installed) < changedAt(join(root, 'package-lock.json'))) {
  run('Installing packages (once) …', [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
  ]);
}
if (process.argv.includes('--build')) {
  // Written by the last step: what the compiler left when it was cut short is not taken for whole.
  const built = join(root, 'dist', '.built');
  const sources = ['apps', 'libs'].map((folder) => newest(join(root, folder)));
  if (changedAt(built) < Math.max(...sources, changedAt(join(root, 'apps', 'tsconfig.build.json')))) {
    run('Compiling …', ['run', '-s', 'build']);
  }
}

function run(says, words) {
  console.error(says);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, words, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    console.error(`npm ${words.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
    process.exit(status ?? 1);
  }
}

/** Milliseconds since 1970 at which a file last changed; 0 where it is missing. */
function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** The latest change of any TypeScript source below a folder. */
function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .reduce(
      (latest, entry) => Math.max(latest, changedAt(join(entry.parentPath ?? entry.path, entry.name))),
      0,
    );
}
