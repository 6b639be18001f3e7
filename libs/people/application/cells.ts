import { isDay, isIdentifier } from '@evenhand/kernel';
import { britishDay } from '../domain/british-day';
import { idKey } from '../domain/person';
import { quoted } from '../domain/quoted';

/** What is wrong with a cell, each in words that follow its place. */
export class Faults {
  constructor(readonly texts: readonly string[]) {}
}

/** Understands the text of a cell, which is trimmed and never empty. */
export type CellReader<Value> = (text: string) => Value | Faults;

/** The one thing that is wrong with a cell. */
export function fault(text: string): Faults {
  return new Faults([text]);
}

/** Text in somebody's own words. */
export function anyText(text: string): string {
  return text;
}

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 320;

/** What somebody or something is called: one line, whatever breaks a spreadsheet put into its cell. */
export function name(written: string): string | Faults {
  const text = written.replace(/\s+/gu, ' ');
  if (Array.from(text.slice(0, 2 * LONGEST_NAME + 1)).length > LONGEST_NAME) {
    return fault(`${quoted(text)} is longer than ${LONGEST_NAME} characters`);
  }
  // Marks that turn the direction of writing, or take no room, make one name look like another; the joiners (ZWNJ and ZWJ)
  // belong to scripts that need them.
  return /[\p{Cc}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u.test(text)
    ? fault(`${quoted(text)} holds characters that nobody can see`)
    : text;
}

/** A code of the Organisation Data Service. */
export function odsCode(text: string): string | Faults {
  return /^[A-Z0-9]{3,6}$/.test(text)
    ? text
    : fault(`${quoted(text)} is no ODS code: it has 3 to 6 capital letters and digits`);
}

/** The id of a person. */
export function identifier(text: string): string | Faults {
  return isIdentifier(text)
    ? text
    : fault(`${quoted(text)} is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens`);
}

/** The id of somebody else, as it stands in their own row; as it is written here for who has none. */
export function identifierOf(knownIds: ReadonlyMap<string, string>): CellReader<string> {
  return (text) => knownIds.get(idKey(text)) ?? identifier(text);
}

/** Something with an @ inside and no spaces. */
export function emailAddress(text: string): string | Faults {
  return text.length <= LONGEST_EMAIL && /^[^\s\p{Cc}\p{Cs}@]+@[^\s\p{Cc}\p{Cs}@]+$/u.test(text)
    ? text
    : fault(`${quoted(text)} is no e-mail address`);
}

/** `eng`, `EN` and `en` are one language: the code of two letters where there is one. */
export function languageCode(text: string): string | Faults {
  if (!/^[a-z]{2,3}$/i.test(text)) {
    return fault(`${quoted(text)} is no language code of two or three letters such as en`);
  }
  // Some old codes stand for a language with its script: `sh` is `sr-Latn`.
  const [language] = Intl.getCanonicalLocales(text)[0]!.split('-');
  return language!;
}

const NOTHING_NEEDED: ReadonlySet<string> = new Set(['none', 'no', 'n/a', 'na', 'nil', '-']);

/** Words for needs: `Step-free` and `step free` are one. Forms are filled in with "none" where nothing is needed. */
export function accessNeeds(text: string): readonly string[] | Faults {
  const needs = listOf(accessNeed)(text);
  return needs instanceof Faults ? needs : needs.filter((need) => need !== '');
}

/** One such word; empty for one that says that nothing is needed. */
export function accessNeed(text: string): string | Faults {
  if (NOTHING_NEEDED.has(text.toLowerCase())) {
    return '';
  }
  const word = text.toLowerCase().replace(/[\s-]+/g, '_');
  return /^[a-z][a-z0-9_]*$/.test(word)
    ? word
    : fault(`${quoted(text)} is no access need: write words such as step_free`);
}

/** One of a few fixed answers, by the words for each, which are compared without case, hyphens and underscores. */
export function oneOf<Value>(answers: readonly (readonly [Value, ...string[]])[]): CellReader<Value> {
  const meanings = new Map<string, Value>();
  for (const [value, ...words] of answers) {
    words.forEach((word) => meanings.set(word, value));
  }
  const usual = answers.map(([, word]) => word).join(', ');
  return (text) =>
    meanings.get(text.toLowerCase().replace(/[\s_-]+/g, ' ')) ??
    fault(`${quoted(text)} is none of the answers: ${usual}`);
}

/** An answer to a question that has two. */
export const yesOrNo = oneOf<boolean>([
  [true, 'yes', 'y', 'true', '1'],
  [false, 'no', 'n', 'false', '0'],
]);

/** A whole number in digits, both bounds allowed. */
export function wholeNumber(least: number, most: number): CellReader<number> {
  return (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? Number(text)
      : fault(`${quoted(text)} is no whole number from ${least} to ${most}`);
}

/** A number in digits, with a decimal point or without, both bounds allowed. */
export function decimalNumber(least: number, most: number): CellReader<number> {
  return (text) =>
    /^\d{1,9}(\.\d{1,9})?$/.test(text) && Number(text) >= least && Number(text) <= most
      ? Number(text)
      : fault(`${quoted(text)} is no number from ${least} to ${most}`);
}

/** A day that has been: `YYYY-MM-DD`, and not after `onDate` where that is known. */
export function pastDay(onDate: string | undefined): CellReader<string> {
  return (text) => {
    if (!isDay(text)) {
      const british = britishDay(text);
      const advice =
        british === undefined ? '' : `, such as ${british}; a map can read days with "derive": "day"`;
      return fault(`${quoted(text)} is no day written as YYYY-MM-DD${advice}`);
    }
    return onDate !== undefined && text > onDate ? fault(`${quoted(text)} is after ${onDate}`) : text;
  };
}

/** Several values with semicolons between them. Saying one twice adds nothing. */
export function listOf<Value>(read: CellReader<Value>): CellReader<readonly Value[]> {
  return (text) => {
    const { values, faults } = readEach(text, read);
    return faults.length > 0 ? new Faults(faults) : [...new Set(values)];
  };
}

/** What a list holds between its semicolons, and everything that is wrong with it. */
export function readEach<Value>(
  text: string,
  read: CellReader<Value>,
): { values: Value[]; faults: string[] } {
  const values: Value[] = [];
  const faults: string[] = [];
  const items = text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  for (const item of items) {
    const value = read(item);
    if (value instanceof Faults) {
      faults.push(...value.texts);
    } else {
      values.push(value);
    }
  }
  if (items.length === 0) {
    faults.push('it is empty');
  }
  return { values, faults };
}
