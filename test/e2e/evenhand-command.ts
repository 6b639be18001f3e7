import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { commandLine } from '../../apps/cli/src/command-line';

/** The command as it is compiled: `npm test` compiles before it tests. */
export const EVENHAND = join(__dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');

/** What a run left behind. */
export interface Ran {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where a run takes place, and what stands on its standard input. */
export interface Circumstances {
  readonly cwd?: string;
  readonly input?: string | Buffer;
}

/** Runs the compiled command as a process of its own, to its end. */
export function runEvenhand(args: readonly string[], circumstances: Circumstances = {}): Ran {
  return runProgram(process.execPath, [EVENHAND, ...args], circumstances);
}

/**
 * Runs the command in this process, from its sources: many times faster than a process for each, and the same in all that
 * it reads, says and writes. What only a process shows (standard input, the streams themselves, what was compiled) is for
 * {@link runEvenhand}.
 */
export async function runHere(args: readonly string[], cwd: string): Promise<Ran> {
  const said = { out: '', err: '' };
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await commandLine(args, {
      out: { write: (text: string) => ((said.out += text), true) },
      progress: { isTTY: false, write: (text: string) => ((said.err += text), true) },
    });
    return { code, ...said };
  } finally {
    process.chdir(before);
  }
}

/** Runs any program to its end; for what a shell has to arrange around the command. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, input = '' }: Circumstances = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    timeout: 170_000,
  });
  if (error !== undefined) {
    throw error;
  }
  return { code: status, out: stdout, err: stderr };
}
