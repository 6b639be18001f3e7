import { compareIdentifiers } from './identifier';
import { inParts } from './in-parts';

/** A value that JSON can hold, numbers being integers or finite. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [member: string]: JsonValue };

/**
 * The canonical text of a value: members sorted by UTF-16 code units, no white space,
 * strings and numbers as ECMAScript writes them (RFC 8785). Equal values give equal bytes.
 *
 * @throws RangeError for NaN and infinities, which JSON cannot hold.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`JSON has no number ${value}`);
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  if (isList(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  const members = Object.entries(value).sort(([a], [b]) => compareIdentifiers(a, b));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** The same text of an object with long lists, made in parts: see {@link inParts}. @throws as {@link canonicalJson} */
export async function canonicalJsonInParts(value: Readonly<Record<string, JsonValue>>): Promise<string> {
  const members: string[] = [];
  for (const [name, member] of Object.entries(value).sort(([a], [b]) => compareIdentifiers(a, b))) {
    const text = isList(member)
      ? `[${(await inParts(member, canonicalJson)).join(',')}]`
      : canonicalJson(member);
    members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
