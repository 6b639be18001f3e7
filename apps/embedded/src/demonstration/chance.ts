/**
 * Chance that falls the same way on every machine: a 32-bit generator (Mulberry32) in whole numbers, started from a
 * text. It is for inventing data, never for secrets.
 */
export class Chance {
  #state: number;

  constructor(seed: string) {
    // FNV-1a over UTF-16 code units, so that similar seeds start far apart.
    let hash = 0x811c9dc5;
    for (let at = 0; at < seed.length; at++) {
      hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    }
    this.#state = hash;
  }

  /** A whole number from 0 to before `end`, which is at most 2^20: the product then stays exact. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) * end) / 2 ** 32);
  }

  /** True in so many cases of a hundred. */
  percent(percentage: number): boolean {
    return this.below(100) < percentage;
  }

  /** One of a list that is not empty. */
  pick<Value>(list: readonly Value[]): Value {
    return list[this.below(list.length)]!;
  }

  /** One of several values, each as likely as its weight says beside the others'. */
  weighted<Value>(choices: Weights<Value>): Value {
    let left = this.below(choices.reduce((sum, [, weight]) => sum + weight, 0));
    return choices.find(([, weight]) => (left -= weight) < 0)![0];
  }

  /** As many different values as asked for; there must be that many of weight above 0. */
  several<Value>(count: number, choices: Weights<Value>): Value[] {
    const chosen = new Set<Value>();
    while (chosen.size < count) {
      chosen.add(this.weighted(choices));
    }
    return [...chosen];
  }

  /** The same values in another order. */
  shuffled<Value>(list: readonly Value[]): Value[] {
    return this.firstInLine(list.length, list, () => 1);
  }

  /** So many of a list, in an order in which those of more weight tend to come first. Nobody of weight 0 is taken. */
  firstInLine<Value>(count: number, list: readonly Value[], weight: (value: Value) => number): Value[] {
    const line = list
      .map((value, at) => ({ value, at, turn: this.below(2 ** 20) / weight(value) }))
      .filter(({ turn }) => Number.isFinite(turn));
    return line
      .sort((a, b) => a.turn - b.turn || a.at - b.at)
      .slice(0, count)
      .map(({ value }) => value);
  }
}

/** Values with whole numbers that say how likely each is beside the others. */
export type Weights<Value> = readonly (readonly [value: Value, weight: number])[];
