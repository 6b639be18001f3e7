import { InputRefused } from '@evenhand/kernel';
import { type ParseError, parse } from 'jsonc-parser';
import type { z } from 'zod';
import { repeatedMember } from './repeated-member';
import { readTextFile } from './text-file';

const MOST_BYTES = 16_000_000;
/** Deeper than any shape goes, so nothing that is kept lies below. */
const DEEPEST = 16;

/**
 * Reads a JSON file whose shape is known.
 *
 * @throws InputRefused naming the file, the member and what is wrong with it, all faults at once
 */
export function readJsonFile<Value>(path: string, shape: z.ZodType<Value>): Value {
  return jsonOfShape(path, readJson(path, MOST_BYTES), shape);
}

/**
 * The same for JSON that has been read already.
 *
 * @param name what messages call it
 */
export function jsonOfShape<Value>(name: string, value: unknown, shape: z.ZodType<Value>): Value {
  const prototypes = prototypePaths(value);
  InputRefused.ifAny(
    prototypes.map((member) => `${name}: ${memberPath(member)}: no member may have this name`),
  );
  const result = shape.safeParse(value, { error: inPlainWords });
  if (!result.success) {
    InputRefused.ifAny(
      result.error.issues.map((issue) => `${name}: ${memberPath(issue.path)}: ${issue.message}`),
    );
  }
  return result.data as Value;
}

/** Runs a check of what a file holds, and puts the file's name before each problem that it finds. */
export function inFile<Value>(path: string, check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (error instanceof InputRefused) {
      InputRefused.ifAny(error.problems.map((problem) => `${path}: ${problem}`));
    }
    throw error;
  }
}

/**
 * Reads any JSON file that says everything once.
 *
 * @param path the file, or `-` for standard input
 * @throws InputRefused naming the file, and the line and column where it stops being JSON, or gives a member of an object
 *   a second time
 */
export function readJson(path: string, limitBytes: number): unknown {
  const text = readTextFile(path, limitBytes);
  const name = path === '-' ? 'standard input' : path;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputRefused([`${name}: ${whereNotJson(text)}`]);
  }
  const repeated = repeatedMember(text);
  if (repeated !== undefined) {
    const where = placeInText(text, repeated.offset);
    throw new InputRefused([
      `${name}: ${where}: ${JSON.stringify(repeated.name)} stands there for the second time in one object`,
    ]);
  }
  return value;
}

/** The built-in parser does not say where: a second, tolerant one is asked only when it has refused. */
function whereNotJson(text: string): string {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch {
    return 'it is not JSON, and nested too deeply to say where';
  }
  const [first] = errors;
  if (first === undefined) {
    return 'it is not JSON';
  }
  const rest = text.slice(first.offset, first.offset + 20).split(/[\r\n]/)[0]!;
  const what =
    first.offset >= text.length ? ': the file ends too early' : ` from here on: ${JSON.stringify(rest)}`;
  return `${placeInText(text, first.offset)}: it is not JSON${what}`;
}

/** Line and column, both from 1. */
function placeInText(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
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

/** Members called `__proto__`, which would vanish while the shape is checked instead of being refused. */
function prototypePaths(root: unknown): PropertyKey[][] {
  const found: PropertyKey[][] = [];
  // A file can be nested deeper than calls can be.
  const open: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [
    { value: root, path: [] },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null || path.length > DEEPEST) {
      continue;
    }
    for (const [name, member] of Object.entries(value)) {
      const inside = [...path, Array.isArray(value) ? Number(name) : name];
      if (name === '__proto__') {
        found.push(inside);
      }
      open.push({ value: member, path: inside });
    }
  }
  return found;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong with a member, for people who do not read code; undefined where the library's words will do. */
function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'it is missing'
        : `expected ${KINDS[issue.expected] ?? issue.expected}, found ${kindOf(issue.input)}`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'it is missing'
        : `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'unrecognized_keys':
      return issue.keys.map((name) => `${JSON.stringify(name)} is no member of it`).join(', ');
    default:
      return undefined;
  }
}

function kindOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? KINDS['array']! : (KINDS[typeof value] ?? typeof value);
}
