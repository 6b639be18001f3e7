import { InputRefused } from '@evenhand/kernel';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { readTextFile } from './text-file';

const MOST_BYTES = 16_000_000;

/**
 * Reads a JSON file whose shape is known.
 *
 * @throws InputRefused naming the file, the member and what is wrong with it, all faults at once
 */
export function readJsonFile<Value>(path: string, shape: z.ZodType<Value>): Value {
  const result = shape.safeParse(readJson(path, MOST_BYTES));
  if (!result.success) {
    InputRefused.ifAny(
      result.error.issues.map((issue) => `${path}: ${memberPath(issue.path)}: ${issue.message}`),
    );
  }
  return result.data as Value;
}

/**
 * Reads any JSON file.
 *
 * @param path the file, or `-` for standard input
 * @throws InputRefused naming the file, and the line and column where it stops being JSON
 */
export function readJson(path: string, limitBytes: number): unknown {
  const text = readTextFile(path, limitBytes);
  const name = path === '-' ? 'standard input' : path;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new InputRefused([`${name}: ${whereNotJson(text)}`]);
  }
}

/** The built-in parser does not say where: a second, tolerant one is asked only when it has refused. */
function whereNotJson(text: string): string {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  if (first === undefined) {
    return 'it is not JSON';
  }
  const before = text.slice(0, first.offset);
  const line = before.split('\n').length;
  const column = first.offset - before.lastIndexOf('\n');
  const found = text.slice(first.offset, first.offset + Math.max(1, Math.min(first.length, 20))) || 'the end';
  return `line ${line}, column ${column}: it is not JSON: ${printParseErrorCode(first.error)} at "${found}"`;
}

/** `professions[3].code` */
function memberPath(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (so, part) =>
      typeof part === 'number' ? `${so}[${part}]` : so === '' ? String(part) : `${so}.${String(part)}`,
    '',
  );
  return text === '' ? 'the file' : text;
}
