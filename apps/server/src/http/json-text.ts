import { type ParseError, parse } from 'jsonc-parser';
import { HttpProblem, shown } from './problem';

/** Deeper than any of our bodies goes. */
const DEEPEST = 16;
const MOST_KEYS = 10_000;
/** A name that reaches into the machinery of the language when an object is copied member by member. */
const FORBIDDEN_KEYS = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/**
 * Reads JSON that comes from outside.
 *
 * @throws HttpProblem 400 for what is no JSON, deeper than 16 levels or of more than 10,000 keys, and for a key that stands
 *   twice in one object (which one holds would be chance) or has a name that no key may have
 */
export function readJsonText(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'body.not-json', `The body is not JSON${whereNotJson(text)}.`);
  }
  checkStructure(text);
  return value;
}

/** The engine does not always say where, and repeats what was sent: a tolerant parser is asked once it has refused. */
function whereNotJson(text: string): string {
  const errors: ParseError[] = [];
  try {
    parse(text, errors);
  } catch {
    // It calls itself at every level, so brackets by the ten thousand are more than it can open.
    return '';
  }
  const [first] = errors;
  if (first === undefined) return '';
  const before = text.slice(0, first.offset).split('\n');
  return `: it stops being JSON at line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** Walks over text that is known to be JSON, where a string before a colon is a key and every bracket has its partner. */
function checkStructure(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let keys = 0;
  const tokens = /["{}[\]]/g;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    if (token[0] === '"') {
      const end = endOfString(text, token.index);
      tokens.lastIndex = end;
      if (isFollowedByColon(text, end)) {
        keys += 1;
        checkKey(JSON.parse(text.slice(token.index, end)) as string, open.at(-1)!, keys);
      }
    } else if (token[0] === '{' || token[0] === '[') {
      open.push(token[0] === '{' ? new Set() : undefined);
      if (open.length > DEEPEST) {
        throw new HttpProblem(400, 'body.too-deep', `The body is deeper than ${DEEPEST} levels.`);
      }
    } else {
      open.pop();
    }
  }
}

function checkKey(key: string, siblings: Set<string>, keys: number): void {
  if (FORBIDDEN_KEYS.has(key)) {
    throw new HttpProblem(400, 'body.forbidden-key', `No key of the body may be called ${key}.`);
  }
  if (siblings.has(key)) {
    throw new HttpProblem(400, 'body.key-twice', `The key ${shown(key)} stands twice in one object.`);
  }
  if (keys > MOST_KEYS) {
    throw new HttpProblem(400, 'body.too-many-keys', `The body has more than ${MOST_KEYS} keys.`);
  }
  siblings.add(key);
}

/** Position after the closing quotation mark: the first one with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '.')) at += 1;
  return text[at] === ':';
}
