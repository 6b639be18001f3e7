import { accessTable, ProgressLine } from '@evenhand/terminal';
import { join } from 'node:path';
import { Installation } from './installation';

/** The folder of the clone: this file is compiled to `dist/apps/embedded/src`. */
const ROOT = join(__dirname, '..', '..', '..', '..');
/** Wrong use: a port that is taken, or none. */
const WRONG_USE = 2;

const progress = new ProgressLine(process.stderr);
const say = (line: string): void => {
  progress.clear();
  process.stderr.write(`${line}\n`);
};

function portOf(text = '3000'): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    say(`PORT must be a whole number from 0 to 65535; it is "${text.slice(0, 40)}".`);
    process.exit(WRONG_USE);
  }
  return Number(text);
}

const installation = new Installation({
  port: portOf(process.env['PORT']),
  dataFolder: process.env['EVENHAND_DATA'] ?? join(ROOT, '.data'),
  people: join(ROOT, 'apps', 'embedded', 'demonstration'),
  watch: (stage, done, total) => progress.report(stage, done, total),
  say,
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    say('Stopping …');
    void installation.stop().then(() => process.exit(0));
  });
}

installation.start().then(
  ({ address, access: { totals, groups } }) => {
    progress.clear();
    const { asked, matched, mentors, places } = totals;
    process.stdout.write(
      [
        'The demonstration programme. Everybody in it is invented; see apps/embedded/demonstration.',
        '',
        `${asked} people asked for a mentor: ${matched} matched. ${mentors} mentors offered ${places} places: ${places - matched} free.`,
        '',
        ...accessTable(groups),
        '',
        'Ask rate: asked of those in scope. Access rate: matched of those who asked. Reach: matched of those in scope.',
        '',
        `A token for each role is in ${installation.tokenFolder}; the API is explained at ${address}/api/docs.`,
        `Evenhand is ready on ${address}`,
        '',
      ].join('\n'),
    );
  },
  async (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    await installation.stop();
    process.exit(error instanceof Error && error.message.startsWith('Port ') ? WRONG_USE : 1);
  },
);
