import type { Entry } from './catalogue';
import { labelKey, wordsOf } from './labels';

const MOST_SUGGESTIONS = 5;
const MOST_EDITS = 2;
/** A shorter word, such as "and", is shared by chance. */
const TELLING_LETTERS = 4;

/** An entry's title, then its aliases, each as words and as the keys that a misspelling may come near. */
interface Candidate {
  readonly title: string;
  readonly labels: readonly ReadonlySet<string>[];
  readonly words: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** What somebody may have meant by a label that names no entry of a list. */
export class Suggestions {
  private readonly candidates: readonly Candidate[];
  /** By word, how many entries bear it. */
  private readonly bearers: ReadonlyMap<string, number>;

  constructor(entries: readonly (Entry & { readonly aliases?: readonly string[] })[]) {
    this.candidates = entries.map(candidateOf);
    const bearers = new Map<string, number>();
    for (const word of this.candidates.flatMap(({ words }) => [...words])) {
      bearers.set(word, (bearers.get(word) ?? 0) + 1);
    }
    this.bearers = bearers;
  }

  of(label: string): readonly string[] {
    const words = wordsOf(label);
    if (words.length === 0) {
      return [];
    }
    const unknown = words.filter((word) => !this.bearers.has(word));
    const keys = unknown.length === 0 ? [] : [labelKey(label), ...unknown.filter(isLong)];
    const tiers: ((candidate: Candidate) => boolean)[] = [
      ({ labels: [title] }) => containsAll(title!, words),
      (candidate) =>
        candidate.labels.some((each) => containsAll(each, words)) &&
        words.some((word) => this.tells(word, candidate)),
      (candidate) => words.some((word) => isLong(word) && this.tells(word, candidate)),
      (candidate) => keys.some((key) => [...candidate.keys].some((other) => isMisspelling(key, other))),
    ];
    const found = new Set<Candidate>();
    for (const fits of tiers) {
      if (found.size < MOST_SUGGESTIONS) {
        this.candidates.filter(fits).forEach((candidate) => found.add(candidate));
      }
    }
    return [...found].slice(0, MOST_SUGGESTIONS).map(({ title }) => title);
  }

  /** "Consultant" stands in an alias of nearly every profession, and offering the first five of them would mislead. */
  private tells(word: string, { labels: [title], words }: Candidate): boolean {
    return title!.has(word) || (words.has(word) && this.bearers.get(word)! <= MOST_SUGGESTIONS);
  }
}

function candidateOf({ title, aliases = [] }: Entry & { readonly aliases?: readonly string[] }): Candidate {
  const texts = [title, ...aliases];
  const labels = texts.map((text) => new Set(wordsOf(text)));
  const words = new Set(labels.flatMap((each) => [...each]));
  return { title, labels, words, keys: new Set([...texts.map(labelKey), ...[...words].filter(isLong)]) };
}

function isLong(word: string): boolean {
  return word.length >= TELLING_LETTERS;
}

function containsAll(label: ReadonlySet<string>, words: readonly string[]): boolean {
  return words.every((word) => label.has(word));
}

/** More than half the letters must be right: at two letters away, every two-letter label would be every other. */
function isMisspelling(one: string, other: string): boolean {
  const edits = Math.min(MOST_EDITS, Math.ceil(one.length / 2) - 1);
  return Math.abs(one.length - other.length) <= edits && isWithin(edits, one, other);
}

/** Whether so many letters added, removed or replaced turn one text into the other (Levenshtein). */
function isWithin(edits: number, one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) {
    same += 1;
  }
  if (same === one.length && same === other.length) {
    return true;
  }
  const [rest, otherRest] = [one.slice(same + 1), other.slice(same + 1)];
  return (
    edits > 0 &&
    (isWithin(edits - 1, rest, otherRest) ||
      isWithin(edits - 1, rest, other.slice(same)) ||
      isWithin(edits - 1, one.slice(same), otherRest))
  );
}
