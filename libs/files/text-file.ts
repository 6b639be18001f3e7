import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { InputRefused } from '@evenhand/kernel';

/** Read at once. */
const PIECE_BYTES = 1 << 20;

/** How the operating system's refusals read in plain words. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by this user',
  EPERM: 'it may not be read by this user',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of its path is not a folder',
};

/**
 * Reads a text file that somebody handed in: UTF-8, with or without a byte order mark, of a bounded size.
 *
 * @param path the file, or `-` for standard input
 * @param limitBytes the largest size that is read
 * @throws InputRefused when it cannot be read, is larger, or is not UTF-8
 */
export function readTextFile(path: string, limitBytes: number): string {
  const name = path === '-' ? 'standard input' : path;
  const bytes = readBytes(path, name, limitBytes);
  if (bytes.length > limitBytes) {
    throw new InputRefused([`${name}: it is more than the limit of ${megabytes(limitBytes)}`]);
  }
  return decode(bytes, name);
}

function readBytes(path: string, name: string, limitBytes: number): Buffer {
  try {
    const file = path === '-' ? 0 : openSync(path, 'r');
    try {
      const found = fstatSync(file);
      // Folders and pipes have a size too, which says nothing of what they hold.
      if (found.isFile() && found.size > limitBytes) {
        throw new InputRefused([
          `${name}: it is ${megabytes(found.size)}; the limit is ${megabytes(limitBytes)}`,
        ]);
      }
      return readAtMost(file, limitBytes + 1);
    } finally {
      if (path !== '-') {
        closeSync(file);
      }
    }
  } catch (error) {
    if (error instanceof InputRefused) {
      throw error;
    }
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new InputRefused([`${name}: it cannot be read: ${REFUSALS[code] ?? message}`]);
  }
}

/** What has no size beforehand, such as a pipe, may never end. */
function readAtMost(file: number, most: number): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  while (length < most) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, most - length));
    const count = readPiece(file, piece);
    if (count === 0) {
      break;
    }
    pieces.push(piece.subarray(0, count));
    length += count;
  }
  return Buffer.concat(pieces);
}

/** A pipe that is read faster than it is filled says so and is asked again. */
function readPiece(file: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(file, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') {
        return 0;
      }
      if (code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function decode(bytes: Buffer, name: string): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16 || bytes.subarray(0, 4096).includes(0)) {
    throw new InputRefused([
      `${name}: it is not UTF-8 (it looks like UTF-16); save it as UTF-8, in Excel as "CSV UTF-8"`,
    ]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputRefused([
      `${name}: line ${firstUndecodableLine(bytes)}: it is not UTF-8 (it looks like Windows-1252); save it as UTF-8, in Excel as "CSV UTF-8"`,
    ]);
  }
}

/** The number of the first line, from 1, that is not UTF-8. No UTF-8 sequence holds the byte of a line feed. */
function firstUndecodableLine(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) {
      return line;
    }
    start = end + 1;
  }
}

function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toString()} MB`;
}
