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
  return parseProblem(readJson(path, MOST_BYTES), path === '-' ? 'standard input' : path);
}
