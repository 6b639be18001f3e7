import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as the system shows it. */
export interface SeenProcess {
  /** Process id and moment of its start: a later process that is given the same id has another mark. */
  readonly mark: string;
  /** Its program and arguments, with a space between them. */
  readonly command: string;
}

/** The process of that id; undefined when there is none, or only a dead one which its parent did not collect yet. */
export function seeProcess(processId: number): SeenProcess | undefined {
  try {
    return process.platform === 'linux' ? fromProc(processId) : fromPs(processId);
  } catch {
    return undefined;
  }
}

/** The mark of the process that runs this. */
export function ownMark(): string {
  return seeProcess(process.pid)?.mark ?? `${process.pid}-0`;
}

/** Whether the very process that had this mark still runs. */
export function stillRuns(mark: string): boolean {
  return seeProcess(Number.parseInt(mark, 10))?.mark === mark;
}

function fromProc(processId: number): SeenProcess | undefined {
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  // The name in brackets may hold anything, brackets too; the state and the start are the 1st and 20th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const command = readFileSync(`/proc/${processId}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return fields[0] === 'Z' ? undefined : { mark: `${processId}-${fields[19] ?? '0'}`, command };
}

function fromPs(processId: number): SeenProcess | undefined {
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(processId)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [, state, started, command] = /^(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/m.exec(stdout) ?? [];
  if (state === undefined || started === undefined || state.startsWith('Z')) return undefined;
  return { mark: `${processId}-${Date.parse(started) / 1000}`, command: command ?? '' };
}
