import { isDay, isIdentifier } from '@evenhand/kernel';
import type { Catalogue, Entry } from '@evenhand/taxonomy';
import { type Gap, MOST_GAPS, USUAL_GAP_SIZE } from '../domain/mentee';
import type { Strength } from '../domain/mentor';
import { quoted } from '../domain/quoted';

/** What is wrong with a cell, each in words that follow its place. */
export class Faults {
  constructor(readonly texts: readonly string[]) {}
}

/** Understands the text of a cell, which is trimmed and never empty. */
export type CellReader<Value> = (text: string) => Value | Faults;

function fault(text: string): Faults {
  return new Faults([text]);
}

export function anyText(text: string): string {
  return text;
}

export function identifier(text: string): string | Faults {
  return isIdentifier(text)
    ? text
    : fault(`${quoted(text)} is no id: it may hold 1 to 64 letters, digits, dots, underscores and hyphens`);
}

export function emailAddress(text: string): string | Faults {
  return /^[^\s@]+@[^\s@]+$/.test(text) ? text : fault(`${quoted(text)} is no e-mail address`);
}

export function languageCode(text: string): string | Faults {
  return /^[a-z]{2,3}$/i.test(text)
    ? text.toLowerCase()
    : fault(`${quoted(text)} is no language code of two or three letters such as en`);
}

/** `Step-free` and `step free` are one need. */
export function accessNeed(text: string): string | Faults {
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

export const yesOrNo = oneOf<boolean>([
  [true, 'yes', 'y', 'true', '1'],
  [false, 'no', 'n', 'false', '0'],
]);

export function wholeNumber(least: number, most: number): CellReader<number> {
  return (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? Number(text)
      : fault(`${quoted(text)} is no whole number from ${least} to ${most}`);
}

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
      return fault(`${quoted(text)} is no day written as YYYY-MM-DD`);
    }
    return onDate !== undefined && text > onDate ? fault(`${quoted(text)} is after ${onDate}`) : text;
  };
}

/** The code of a catalogue's entry, whichever of its labels the cell holds. */
export function entryCode(
  find: (label: string) => Entry | undefined,
  kind: string,
  examples = '',
): CellReader<string> {
  return (text) => find(text)?.code ?? fault(`${quoted(text)} is no ${kind}${examples}`);
}

export function stageCode(catalogue: Catalogue): CellReader<string> {
  const codes = catalogue.content.stages.map(({ code }) => code).join(', ');
  return entryCode((label) => catalogue.stage(label), 'stage', ` (${codes})`);
}

/** Several values with semicolons between them. Saying one twice adds nothing. */
export function listOf<Value>(read: CellReader<Value>): CellReader<readonly Value[]> {
  return (text) => {
    const { values, faults } = readEach(text, read);
    return faults.length > 0 ? new Faults(faults) : [...new Set(values)];
  };
}

/** `SE-1.1;MP-2.3:3`: topics by rank, each with or without the size of its gap. */
export function gaps(catalogue: Catalogue): CellReader<readonly Gap[]> {
  const readGap: CellReader<Gap> = (text) => {
    const [code, sizeText] = splitAtLast(text, ':');
    const topic = catalogue.topic(code);
    if (topic === undefined) {
      return fault(`${quoted(code)} is no competency or experience`);
    }
    if (sizeText === undefined) {
      return { topic: topic.code, size: USUAL_GAP_SIZE };
    }
    return /^[1-4]$/.test(sizeText)
      ? { topic: topic.code, size: Number(sizeText) }
      : fault(`${quoted(text)} gives the gap a size of ${quoted(sizeText)}; it is 1 to 4`);
  };
  return (text) => {
    const { values, faults } = readEach(text, readGap);
    const count = values.length + faults.length;
    if (count > MOST_GAPS) {
      faults.push(`it names ${count} gaps; a person chooses at most ${MOST_GAPS}`);
    }
    return oncePerTopic(values, faults);
  };
}

/** `SE-1.1@3;MP-2.3@2`: topics, each with the stage at which it was practised. */
export function strengths(catalogue: Catalogue): CellReader<readonly Strength[]> {
  const readStage = stageCode(catalogue);
  const readStrength: CellReader<Strength> = (text) => {
    const [code, stageText] = splitAtLast(text, '@');
    const topic = catalogue.topic(code);
    const faults = topic === undefined ? [`${quoted(code)} is no competency or experience`] : [];
    if (stageText === undefined || stageText === '') {
      faults.push(`${quoted(text)} does not say at which stage; write it as ${example(catalogue)}`);
      return new Faults(faults);
    }
    const stage = readStage(stageText);
    if (stage instanceof Faults || topic === undefined) {
      return new Faults([...faults, ...(stage instanceof Faults ? stage.texts : [])]);
    }
    return { topic: topic.code, stage };
  };
  return (text) => {
    const { values, faults } = readEach(text, readStrength);
    return oncePerTopic(values, faults);
  };
}

function example(catalogue: Catalogue): string {
  return `${catalogue.topics[0]?.code ?? 'topic'}@${catalogue.topStage}`;
}

function readEach<Value>(text: string, read: CellReader<Value>): { values: Value[]; faults: string[] } {
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

function oncePerTopic<Value extends { readonly topic: string }>(
  values: readonly Value[],
  faults: readonly string[],
): readonly Value[] | Faults {
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const { topic } of values) {
    (once.has(topic) ? repeated : once).add(topic);
  }
  const all = [...faults, ...Array.from(repeated, (topic) => `it names ${quoted(topic)} twice`)];
  return all.length > 0 ? new Faults(all) : values;
}

/** What stands before the last separator, and after it where there is one. */
function splitAtLast(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
