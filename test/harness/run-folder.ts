import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that all test files of this run share. */
export function runFolder(): string {
  const folder = process.env['EVENHAND_TEST_RUN'];
  if (folder === undefined) {
    throw new Error(
      'test/harness/begin-run.cjs did not run: name it as globalSetup of this project in jest.config.cjs.',
    );
  }
  return folder;
}

/** Has a process ended with that signal at the end of the run, even when the run is killed. */
export function keepProcess(processId: number, signal: NodeJS.Signals): void {
  writeFileSync(join(runFolder(), 'processes', String(processId)), signal);
}

/** For a process that has ended: its id may soon be somebody else's. */
export function letGoOfProcess(processId: number): void {
  rmSync(join(runFolder(), 'processes', String(processId)), { force: true });
}

/** Whether this is the first time in the run that anybody asks it of that name. */
export function isFirst(name: string): boolean {
  try {
    writeFileSync(join(runFolder(), `${name}.begun`), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
