import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Circumstances, EVENHAND, type Ran, runEvenhand, runHere, runProgram } from './evenhand-command';
import { aMenteeRow, aMentorRow, csv, type Row, rowsOf } from './people-rows';

/** The day of every round here. */
export const DAY = '2026-11-20';

/** A real folder in which the command runs, so that messages name files as somebody in that folder names them. */
export class WorkingFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'evenhand-e2e-'));

  at(...names: readonly string[]): string {
    return join(this.path, ...names);
  }

  /** Writes files by name; folders in their names are made. */
  write(files: Readonly<Record<string, string | Buffer>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), content);
    }
  }

  /** Writes `mentees.csv` and `mentors.csv`; a file of nobody still has its headings. */
  writePeople(mentees: readonly Row[], mentors: readonly Row[]): void {
    this.write({ 'mentees.csv': csv(mentees, aMenteeRow()), 'mentors.csv': csv(mentors, aMentorRow()) });
  }

  /** Matches `mentees.csv` and `mentors.csv`. */
  match(out: string, ...options: readonly string[]): Ran {
    return this.run(matchWords(out, options));
  }

  /** The same without a process of its own. */
  matchHere(out: string, ...options: readonly string[]): Promise<Ran> {
    return this.runHere(matchWords(out, options));
  }

  /** Runs the command in this process. */
  runHere(args: readonly string[]): Promise<Ran> {
    return runHere(args, this.path);
  }

  /** Runs the compiled command in a process of its own. */
  run(args: readonly string[], input?: Circumstances['input']): Ran {
    return runEvenhand(args, { cwd: this.path, ...(input === undefined ? {} : { input }) });
  }

  /** Runs a script of `sh` in which "$0" "$1" is the command and "$2" and so on are `words`. */
  shell(script: string, ...words: readonly string[]): Ran {
    return runProgram('sh', ['-c', script, process.execPath, EVENHAND, ...words], { cwd: this.path });
  }

  read(...names: readonly string[]): string {
    return readFileSync(this.at(...names), 'utf8');
  }

  json(...names: readonly string[]): unknown {
    return JSON.parse(this.read(...names));
  }

  table(...names: readonly string[]): Row[] {
    return rowsOf(this.read(...names));
  }

  /** Everything below a folder in it: text by path, null for a folder. */
  contents(below = '.'): Readonly<Record<string, string | null>> {
    const names = readdirSync(this.at(below), { recursive: true, encoding: 'utf8' }).sort();
    return Object.fromEntries(
      names.map((name) => {
        const isFolder = statSync(this.at(below, name)).isDirectory();
        return [name, isFolder ? null : this.read(below, name)];
      }),
    );
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

function matchWords(out: string, options: readonly string[]): readonly string[] {
  const files = ['--mentees', 'mentees.csv', '--mentors', 'mentors.csv', '--out', out];
  return ['match', ...files, '--date', DAY, ...options];
}
