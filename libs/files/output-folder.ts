import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputRefused } from '@evenhand/kernel';

/** What a file will hold: one text, or the pieces of a long one, made while it is written. */
export type FileContent = string | Iterable<string>;

/** That there must be no file of this name: one of an earlier time would speak of something else. */
export const NO_FILE = Symbol('no file');

/** How the operating system's refusals read in plain words. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EDQUOT: 'the quota is used up',
  EFBIG: 'a file may not grow so large there',
  EEXIST: 'there is a file of that name, not a folder',
  EISDIR: 'there is a folder of that name, not a file',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'a folder of its path does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
};

/** Pieces are gathered to about this many characters before they go to disk. */
const GATHERED = 1 << 16;

/**
 * Writes files into a folder, all or none: the folder is made where it is missing, and no file takes its name before
 * every one is complete. After a failure everything is as it was.
 *
 * @param files content by file name, or {@link NO_FILE}
 * @throws InputRefused `DIR: it cannot be written: …`
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, FileContent | typeof NO_FILE>): void {
  allOrNothing(folder, (undo) => {
    makeFolder(folder, undo);
    replaceFiles(
      [...files].map(([name, content]) => ({ path: join(folder, name), content })),
      undo,
    );
  });
}

/**
 * Writes one file, whole or not at all, in a folder that exists.
 *
 * @throws InputRefused `FILE: it cannot be written: …`
 */
export function writeSingleFile(path: string, content: FileContent): void {
  allOrNothing(path, (undo) => replaceFiles([{ path, content }], undo));
}

/** Takes the last step back first. */
type Undo = (() => void)[];

function allOrNothing(name: string, steps: (undo: Undo) => void): void {
  const undo: Undo = [];
  try {
    steps(undo);
  } catch (error) {
    undo.reverse().forEach(asFarAsPossible);
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof InputRefused || code === undefined) {
      throw error;
    }
    throw new InputRefused([`${name}: it cannot be written: ${REFUSALS[code] ?? message}`]);
  }
}

/** What cannot be taken back must not hide why it had to be. */
function asFarAsPossible(takeBack: () => void): void {
  try {
    takeBack();
  } catch {
    return;
  }
}

function makeFolder(folder: string, undo: Undo): void {
  const missing: string[] = [];
  let path = resolve(folder);
  for (; !exists(path); path = dirname(path)) {
    missing.push(path);
  }
  if (missing.length === 0 && !statSync(path).isDirectory()) {
    throw new InputRefused([`${folder}: it cannot be written: ${REFUSALS['EEXIST']!}`]);
  }
  for (const made of missing.reverse()) {
    mkdirSync(made);
    undo.push(() => rmdirSync(made));
  }
}

function replaceFiles(
  files: readonly { path: string; content: FileContent | typeof NO_FILE }[],
  undo: Undo,
): void {
  const written = files.map(({ path, content }) => {
    const target = realTarget(path);
    if (content === NO_FILE) {
      return { target };
    }
    const temporary = hiddenBeside(target);
    undo.push(() => rmSync(temporary, { force: true }));
    writeWhole(temporary, content);
    return { target, temporary };
  });
  const setAside: string[] = [];
  for (const { target, temporary } of written) {
    if (exists(target)) {
      const aside = hiddenBeside(target);
      renameSync(target, aside);
      undo.push(() => renameSync(aside, target));
      setAside.push(aside);
    }
    if (temporary !== undefined) {
      renameSync(temporary, target);
      undo.push(() => rmSync(target));
    }
  }
  setAside.forEach((aside) => rmSync(aside, { force: true }));
}

/** The file behind a link, so that the link stays. Only a plain file is replaced, never a folder or a device. */
function realTarget(path: string): string {
  if (!exists(path)) {
    return path;
  }
  const found = statSync(path);
  if (!found.isFile()) {
    const what = found.isDirectory() ? REFUSALS['EISDIR']! : 'what has that name is no plain file';
    throw new InputRefused([`${path}: it cannot be written: ${what}`]);
  }
  return realpathSync(path);
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function hiddenBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}`);
}

function writeWhole(path: string, content: FileContent): void {
  const file = openSync(path, 'wx');
  try {
    let gathered: string[] = [];
    let length = 0;
    // A text is itself iterable, letter by letter.
    for (const piece of typeof content === 'string' ? [content] : content) {
      gathered.push(piece);
      length += piece.length;
      if (length >= GATHERED) {
        writeFileSync(file, gathered.join(''));
        gathered = [];
        length = 0;
      }
    }
    writeFileSync(file, gathered.join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
