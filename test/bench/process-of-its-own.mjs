import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Runs a script of this folder alone in a process, so that memory and warmth are its own.
 *
 * @returns what it printed as JSON; undefined where it took longer than `longestMs` and was ended
 */
export function inProcessOfItsOwn(script, words, longestMs) {
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [script, ...words], {
    cwd: here,
    encoding: 'utf8',
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  if (error?.code === 'ETIMEDOUT') {
    return undefined;
  }
  if (error !== undefined || status !== 0) {
    throw new Error(
      `${script} ${words.join(' ')} ended with ${status ?? signal}: ${error?.message ?? stderr}`,
    );
  }
  return JSON.parse(stdout);
}
