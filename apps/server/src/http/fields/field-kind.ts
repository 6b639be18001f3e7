import { IDENTIFIER_PATTERN, isDay } from '@evenhand/kernel';

/** The words of JSON Schema that a single value needs. */
interface ValueSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly enum?: string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a single value may be: told to readers by its schema, and to the server by its check. */
export interface FieldKind {
  readonly schema: ValueSchema;
  /** What is wrong with a value, completing "limit …": `must be …`; undefined where nothing is. */
  readonly faultOf: (value: unknown) => string | undefined;
  /** Reads the value from a query string, where everything is text; a text that stands for none stays as it is. */
  readonly fromQuery?: (text: string) => unknown;
}

/** How long a text may be, and what it looks like. */
export interface TextLimits {
  /** Fewest characters, 1 where it is not given. */
  readonly min?: number;
  readonly max: number;
  readonly pattern?: RegExp;
  /** What the pattern means, completing "must be". */
  readonly looksLike?: string;
  /** Whether line breaks and tabs may stand in it. */
  readonly lines?: true;
  /** What is wrong with a text that was meant to be something else, before anything is said of its characters. */
  readonly mistakenFor?: (text: string) => string | undefined;
}

/** Text without control characters: PostgreSQL cannot hold NUL, and nobody can see the others. */
export function text({ min = 1, max, pattern, looksLike, lines, mistakenFor }: TextLimits): FieldKind {
  // Marks that turn the direction of writing, or take no room, make a name look like another one; the two joiners (ZWNJ
  // and ZWJ) belong to scripts that need them.
  const unseen =
    lines === true ? /[\p{Surrogate}\0]/u : /[\p{Surrogate}\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;
  const length = min === 0 ? `up to ${max}` : min === max ? `${max}` : `${min} to ${max}`;
  const expected = `must be ${looksLike ?? `text of ${length} characters`}`;
  return {
    schema: {
      type: 'string',
      minLength: min,
      maxLength: max,
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
    },
    faultOf: (value) => {
      if (typeof value !== 'string' || !hasLength(value, min, max)) return expected;
      const mistaken = mistakenFor?.(value);
      if (mistaken !== undefined) return mistaken;
      if (unseen.test(value)) return 'must not contain control characters, invisible or broken ones';
      if (min > 0 && value.trim() === '') return 'must not be blank';
      return pattern?.test(value) === false ? expected : undefined;
    },
  };
}

/** A character outside of the basic plane takes two units, so only a text near the limit has to be counted. */
function hasLength(value: string, min: number, max: number): boolean {
  if (value.length > 2 * max) return false;
  const characters = value.length <= max && value.length >= 2 * min ? value.length : Array.from(value).length;
  return characters >= min && characters <= max;
}

/** A code of a catalogue, or an id from somebody's file. */
export const code = (): FieldKind =>
  text({
    max: 64,
    pattern: IDENTIFIER_PATTERN,
    looksLike: 'a code of 1 to 64 letters, digits, dots, underscores or hyphens',
  });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id of one of our own things. */
export const uuid = (): FieldKind => ({
  schema: { type: 'string', format: 'uuid', minLength: 36, maxLength: 36 },
  faultOf: (value) =>
    typeof value === 'string' && UUID.test(value) ? undefined : 'must be a UUID in lower case',
});

/** A day, `YYYY-MM-DD`. */
export const day = (): FieldKind => ({
  schema: { type: 'string', format: 'date', minLength: 10, maxLength: 10 },
  faultOf: (value) =>
    typeof value === 'string' && value.length === 10 && isDay(value)
      ? undefined
      : 'must be a day of the calendar, YYYY-MM-DD',
});

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A moment, RFC 3339 with its offset. */
export const time = (): FieldKind => ({
  schema: { type: 'string', format: 'date-time', maxLength: 32 },
  faultOf: (value) =>
    typeof value === 'string' && value.length <= 32 && isDay(MOMENT.exec(value)?.[1] ?? '')
      ? undefined
      : 'must be a time with its offset, such as 2026-10-01T09:30:00Z',
});

const numberFromQuery = (text: string) => (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text);

/** A number without a fraction, within what JSON holds exactly. */
export const wholeNumber = ({ min, max }: { min: number; max: number }): FieldKind => ({
  schema: { type: 'integer', minimum: min, maximum: max },
  faultOf: (value) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max
      ? undefined
      : `must be a whole number from ${min} to ${max}`,
  fromQuery: numberFromQuery,
});

/** Any finite number. */
export const number = ({ min, max }: { min: number; max: number }): FieldKind => ({
  schema: { type: 'number', minimum: min, maximum: max },
  faultOf: (value) =>
    Number.isFinite(value) && (value as number) >= min && (value as number) <= max
      ? undefined
      : `must be a number from ${min} to ${max}`,
  fromQuery: numberFromQuery,
});

/** Yes or no. */
export const flag = (): FieldKind => ({
  schema: { type: 'boolean' },
  faultOf: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
  fromQuery: (text) => (text === 'true' ? true : text === 'false' ? false : text),
});

/** One of a few words. */
export const choice = (values: readonly string[]): FieldKind => ({
  schema: { type: 'string', enum: [...values] },
  faultOf: (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : `must be one of ${values.join(', ')}`,
});

/** How long a list may be. */
export interface ListLimits {
  /** Fewest items, 0 where it is not given. */
  readonly min?: number;
  readonly max: number;
  /** Whether no item may stand twice. */
  readonly unique?: true;
}

/** What is wrong with the list itself, whatever its items are. */
export function listFault(value: unknown, { min = 0, max, unique }: ListLimits): string | undefined {
  if (!Array.isArray(value)) return 'must be a list';
  if (value.length < min || value.length > max) {
    return min === 0 ? `must hold up to ${max} items` : `must hold ${min} to ${max} items`;
  }
  return unique === true && new Set(value).size < value.length ? 'must not hold an item twice' : undefined;
}
