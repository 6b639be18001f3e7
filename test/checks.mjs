// What must hold before a test runs, two at a time: the rules of style beside the types and the build, of which none uses
// more than one core. Each says nothing unless it fails; all are heard, so that one run names every fault.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const BESIDE_EACH_OTHER = [['lint'], ['types', 'build']];

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

async function passes(script) {
  const check = spawn(npm, ['run', '-s', script], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(check, 'close');
  return code === 0;
}

async function inTurn([script, ...rest]) {
  if (!(await passes(script))) {
    console.error(`npm run ${script} failed.`);
    process.exitCode = 1;
  } else if (rest.length > 0) {
    await inTurn(rest);
  }
}

await Promise.all(BESIDE_EACH_OTHER.map(inTurn));
