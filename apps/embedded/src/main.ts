import { DomainError } from '@evenhand/kernel';
import { accessTable, ProgressLine } from '@evenhand/terminal';
import { join, resolve } from 'node:path';
import { Installation, type StartedInstallation } from './installation';

/** The folder of the clone: this file is compiled to `dist/apps/embedded/src`. */
const ROOT = join(__dirname, '..', '..', '..', '..');
/** It cannot be started like this: a port that is taken, data that another one uses. */
const WRONG_USE = 2;

const progress = new ProgressLine(process.stderr);
const say = (line: string): void => {
  progress.clear();
  process.stderr.write(`${line}\n`);
};

/** Variables that are set to nothing count as not set. */
function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    say(`PORT must be a whole number from 0 to 65535; it is "${text.slice(0, 40)}".`);
    process.exit(WRONG_USE);
  }
  return Number(text);
}

function told({ address, tokenFolder, demonstration }: StartedInstallation): string {
  const { access, certificateValid } = demonstration;
  const { totals, groups } = access;
  const { asked, matched, mentors, places } = totals;
  return [
    'The demonstration programme. Everybody in it is invented; see apps/embedded/demonstration.',
    '',
    `${asked} people asked for a mentor: ${matched} matched. ${mentors} mentors offered ${places} places: ${places - matched} free.`,
    '',
    ...accessTable(groups),
    '',
    ...(certificateValid ? ['certificate valid', ''] : []),
    'Ask rate: asked of those in scope. Access rate: matched of those who asked. Reach: matched of those in scope.',
    '',
    `Sign in at ${address}/sign-in as any of six invented people, one for each role.`,
    `In a minute: a talent pool at ${address}/pools, an equity report at ${address}/equity.`,
    `A token for each role is in ${tokenFolder}; the API is explained at ${address}/api/docs.`,
    `Evenhand is ready on ${address}`,
    '',
  ].join('\n');
}

// Meant for somebody's other PostgreSQL; every process that is started here would heed them.
for (const name of Object.keys(process.env)) {
  if (name.startsWith('PG')) Reflect.deleteProperty(process.env, name);
}
// A terminal that was closed, or a reader that has read enough, takes nothing away from those who use the service.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const installation = new Installation({
  port: portOf(variable('PORT') ?? '3000'),
  dataFolder: resolve(variable('EVENHAND_DATA') ?? join(ROOT, '.data')),
  people: join(ROOT, 'apps', 'embedded', 'demonstration'),
  watch: (stage, done, total) => progress.report(stage, done, total),
  say,
  onLost: (reason) => void end(1, reason),
});

/** What comes first decides; whatever else fails then does so because everything is being stopped. */
let ending = false;
async function end(code: number, line: string): Promise<void> {
  if (ending) return;
  ending = true;
  say(line);
  await installation.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void end(0, 'Stopping …'));
}
// npm hands a signal to the shell that it started us with, and the shell keeps it to itself: it is gone, and we are not told.
if (process.env['npm_lifecycle_event'] === 'start') {
  const shell = process.ppid;
  const LOOK_EVERY_MS = 250;
  setInterval(() => {
    if (process.ppid !== shell) void end(0, 'Stopping …');
  }, LOOK_EVERY_MS).unref();
}
installation.start().then(
  (started) => {
    progress.clear();
    process.stdout.write(told(started));
    installation
      .showMore()
      .catch((error: unknown) =>
        say(`A talent pool and an equity report are not there yet: ${wordsOf(error)}`),
      );
  },
  (error: unknown) => end(error instanceof DomainError ? WRONG_USE : 1, wordsOf(error)),
);
