import { type ExchangedProblem, parseProblem } from '@evenhand/allocation';
import { readJson } from './json-file';

const MOST_BYTES = 256_000_000;

/**
 * Reads an allocation problem (`evenhand.problem/1`), checked throughout.
 *
 * @param path the file, or `-` for standard input; at most 256 MB
 * @throws InputRefused with every fault found, each with its place in the file
 */
export function readProblemFile(path: string): ExchangedProblem {
  return parseProblem(readJson(path, MOST_BYTES), nameOf(path));
}

/**
 * Reads an allocation problem as it stands in its file, for somebody who fills in defaults and sorts on their own.
 *
 * @param path the file, or `-` for standard input; at most 256 MB
 * @throws InputRefused with every fault found, as {@link readProblemFile}
 */
export function readProblemDocument(path: string): unknown {
  const document = readJson(path, MOST_BYTES);
  parseProblem(document, nameOf(path));
  return document;
}

/**
 * Reads the JSON of a result file. Whether it holds a result is not looked at: that is for a verifier to say.
 *
 * @param path the file, or `-` for standard input; at most 256 MB
 * @throws InputRefused when it cannot be read, is not JSON, or gives a member of an object twice
 */
export function readResultDocument(path: string): unknown {
  return readJson(path, MOST_BYTES);
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}
