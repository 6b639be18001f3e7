import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresPrograms, runnablePrograms } from './postgres-programs';

/** Runs from a shelf alone, as programs do whose folder the account cannot enter; without its neighbour it does not. */
const POSTGRES = `#!/bin/sh
case "$0" in */shelf/*) ;; *) echo 'cannot enter' >&2; exit 126 ;; esac
test -f "\${0%/bin/postgres}/lib/needed" || { echo 'a library is missing' >&2; exit 127; }
`;
const account = { name: 'whoever tests', uid: process.getuid!(), gid: process.getgid!() };

let home: string;
let shelf: string;
let programs: PostgresPrograms;
const run = () => runnablePrograms(programs, account, shelf);
const left = () => readdirSync(shelf);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'evenhand-programs-'));
  shelf = join(home, 'shelf');
  programs = { folder: join(home, 'native'), version: '18.4.0' };
  for (const folder of ['bin', 'lib', 'share']) mkdirSync(join(programs.folder, folder), { recursive: true });
  writeFileSync(join(programs.folder, 'bin', 'postgres'), POSTGRES, { mode: 0o755 });
  writeFileSync(join(programs.folder, 'lib', 'needed'), 'a library');
  writeFileSync(join(programs.folder, 'lib', 'for-compilers.a'), 'left out');
  writeFileSync(join(programs.folder, 'share', 'zones'), 'a list');
});

afterEach(() => rmSync(home, { recursive: true }));

describe('The copy of the programs on the shelf', () => {
  it('is made where the account cannot run those that were installed, and kept', () => {
    const copy = run();
    expect(copy.folder).toBe(join(shelf, 'postgres-18.4.0'));
    writeFileSync(join(copy.folder, 'mark'), 'the same one');
    expect(run()).toEqual(copy);
    expect(existsSync(join(copy.folder, 'mark'))).toBe(true);
    expect(existsSync(join(copy.folder, 'lib', 'for-compilers.a'))).toBe(false);
  });

  it.each<[string, (copy: string) => void]>([
    ['cannot be executed', (copy) => chmodSync(join(copy, 'bin', 'postgres'), 0o644)],
    ['lost its program', (copy) => rmSync(join(copy, 'bin'), { recursive: true })],
    ['lost a library', (copy) => rmSync(join(copy, 'lib', 'needed'))],
    ['was copied by half, though it runs', (copy) => rmSync(join(copy, 'share'), { recursive: true })],
    ['holds a file cut short, though it runs', (copy) => writeFileSync(join(copy, 'share', 'zones'), 'a')],
  ])('is made anew where it %s, and nothing is left of the broken one', (_, breakIt) => {
    const copy = run();
    breakIt(copy.folder);
    expect(run()).toEqual(copy);
    expect(existsSync(join(copy.folder, 'share', 'zones'))).toBe(true);
    expect(left()).toEqual(['postgres-18.4.0']);
  });

  it('says why where a new one does not run either', () => {
    rmSync(join(programs.folder, 'lib', 'needed'));
    expect(run).toThrow(/do not run on this system: a library is missing$/);
    expect(left()).toEqual(['postgres-18.4.0']);
  });
});
