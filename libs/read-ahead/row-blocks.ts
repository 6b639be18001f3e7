/** Mentees whose rows are read together: long enough to be worth asking for, short enough to be waited for. */
const BLOCK = 16;
/** Blocks that are read and not yet asked for, at most. */
const SLOTS = 4;

/** Places of the control words. */
const OPEN = 0;
const BUSY = 1;
const REACHED = 2;
const FREED = 3;
const COUNT = 4;
const IS_PRICED = 5;
const IS_OVER = 6;
const CONTROL_WORDS = 7;

/** What has become of a block. From {@link READ} on, the slot that it stands in is added. */
const UNTAKEN = 0;
const TAKEN = 1;
const READ = 2;

/** Memory that the one who asks for rows and those who read ahead have in common. */
export interface RowMemory {
  readonly control: Int32Array<SharedArrayBuffer>;
  readonly blocks: Int32Array<SharedArrayBuffer>;
  readonly slots: Int32Array<SharedArrayBuffer>;
  readonly mentees: Int32Array<SharedArrayBuffer>;
  readonly least: Float64Array<SharedArrayBuffer>;
  readonly prices: Float64Array<SharedArrayBuffer>;
  readonly counts: Int32Array<SharedArrayBuffer>;
  readonly mentors: Int32Array<SharedArrayBuffer>;
  readonly scores: Int32Array<SharedArrayBuffer>;
}

/** Memory for so many people: 512 bytes for a mentor, which holds the rows of four blocks, and 13 for a mentee. */
export function rowMemory(mentees: number, mentors: number): RowMemory {
  const integers = (count: number): Int32Array<SharedArrayBuffer> =>
    new Int32Array(new SharedArrayBuffer(4 * count));
  const numbers = (count: number): Float64Array<SharedArrayBuffer> =>
    new Float64Array(new SharedArrayBuffer(8 * count));
  return {
    control: integers(CONTROL_WORDS),
    blocks: integers(Math.ceil(mentees / BLOCK)),
    slots: integers(SLOTS),
    mentees: integers(mentees),
    least: numbers(mentees),
    prices: numbers(mentors),
    counts: integers(SLOTS * BLOCK),
    mentors: integers(SLOTS * BLOCK * mentors),
    scores: integers(SLOTS * BLOCK * mentors),
  };
}

/** Reads one row: the bound counts only where rows are read by price. */
export type ReadRow = (mentee: number, least: number, mentors: Int32Array, scores: Int32Array) => number;

/** The rows that are expected next, as whoever asks for them sees them. */
export class ExpectedRows {
  readonly #memory: RowMemory;
  /** The next row that is expected. */
  #at = 0;
  #count = 0;
  #slot = -1;
  /** The number by which the expected rows are asked for. */
  #asked = 0;
  /** Whether nobody reads ahead any more. */
  #isAlone = false;
  /** How many of the rows that were asked for others had read. */
  readByOthers = 0;

  constructor(
    memory: RowMemory,
    /** A reader who takes longer over a block is taken to be gone. */
    private readonly patienceMs = 20_000,
  ) {
    this.#memory = memory;
  }

  /**
   * Says which rows come next: whole ones, or with prices the part of each above its bound. What was expected before is not
   * any more.
   *
   * @returns a number to ask for them by
   */
  expect(mentees: Int32Array, least?: Float64Array, prices?: Float64Array): number {
    const { control, blocks, slots, ...memory } = this.#memory;
    this.#at = 0;
    this.#count = 0;
    this.close();
    const asked = ++this.#asked;
    if (this.#isAlone) {
      return asked;
    }
    memory.mentees.set(mentees);
    if (least !== undefined && prices !== undefined) {
      memory.least.set(least);
      memory.prices.set(prices);
    }
    blocks.fill(UNTAKEN);
    slots.fill(0);
    this.#count = mentees.length;
    this.#slot = -1;
    Atomics.store(control, COUNT, mentees.length);
    Atomics.store(control, IS_PRICED, prices === undefined ? 0 : 1);
    Atomics.store(control, REACHED, -1);
    wake(control, OPEN);
    return asked;
  }

  /** Has nobody read on, and waits until nobody does. Who does not answer may still write: the memory is left to them. */
  close(): void {
    const { control } = this.#memory;
    if (this.#isAlone) {
      return;
    }
    if (Atomics.load(control, OPEN) % 2 === 1) {
      Atomics.add(control, OPEN, 1);
      wake(control, FREED);
    }
    for (let busy = Atomics.load(control, BUSY); busy > 0; busy = Atomics.load(control, BUSY)) {
      if (Atomics.wait(control, BUSY, busy, this.patienceMs) === 'timed-out') {
        this.#isAlone = true;
        return;
      }
    }
  }

  /** Ends whoever reads ahead. */
  end(): void {
    this.close();
    Atomics.store(this.#memory.control, IS_OVER, 1);
    wake(this.#memory.control, OPEN);
  }

  /**
   * Takes the next row from whoever has read it.
   *
   * @param asked what {@link expect} returned
   * @returns how many were written, or -1 where the row is not the one expected, or was left to whoever asks
   */
  take(asked: number, mentee: number, least: number, mentors: Int32Array, scores: Int32Array): number {
    const memory = this.#memory;
    const at = this.#at;
    if (asked !== this.#asked || at >= this.#count || memory.mentees[at] !== mentee) {
      return -1;
    }
    if (at % BLOCK === 0) {
      this.#slot = this.#slotOf(at / BLOCK);
    }
    this.#at++;
    if (this.#slot === -1) {
      return -1;
    }
    const isAsExpected = Atomics.load(memory.control, IS_PRICED) === 0 || memory.least[at] === least;
    const count = isAsExpected ? this.#copy(at % BLOCK, mentors, scores) : -1;
    if (this.#at % BLOCK === 0 || this.#at === this.#count) {
      Atomics.store(memory.slots, this.#slot, 0);
      wake(memory.control, FREED);
    }
    return count;
  }

  /** The slot that a block stands in, or -1 for one that nobody has taken. */
  #slotOf(block: number): number {
    const { control, blocks } = this.#memory;
    Atomics.store(control, REACHED, block);
    if (Atomics.compareExchange(blocks, block, UNTAKEN, TAKEN) === UNTAKEN) {
      return -1;
    }
    while (Atomics.load(blocks, block) === TAKEN) {
      if (Atomics.wait(blocks, block, TAKEN, this.patienceMs) === 'timed-out') {
        return -1;
      }
    }
    return Atomics.load(blocks, block) - READ;
  }

  #copy(place: number, mentors: Int32Array, scores: Int32Array): number {
    const memory = this.#memory;
    const width = memory.prices.length;
    const row = this.#slot * BLOCK + place;
    const count = memory.counts[row]!;
    this.readByOthers++;
    mentors.set(memory.mentors.subarray(row * width, row * width + count));
    scores.set(memory.scores.subarray(row * width, row * width + count));
    return count;
  }
}

/**
 * Reads ahead until it is all over: always a block that nobody has taken, and never the one that comes next, which whoever
 * asks reads meanwhile.
 *
 * @param readerOf makes a reader of rows, by price where there are prices
 */
export function readAhead(memory: RowMemory, readerOf: (prices: Float64Array | undefined) => ReadRow): void {
  const { control } = memory;
  for (let seen = 0; ;) {
    Atomics.wait(control, OPEN, seen);
    seen = Atomics.load(control, OPEN);
    if (Atomics.load(control, IS_OVER) === 1) {
      return;
    }
    let read: ReadRow | undefined;
    const makeReader = (): boolean => {
      read = readerOf(Atomics.load(control, IS_PRICED) === 1 ? memory.prices.slice() : undefined);
      return true;
    };
    for (let going = seen % 2 === 1 && whileOpen(control, seen, makeReader); going;) {
      const freed = Atomics.load(control, FREED);
      going = whileOpen(control, seen, () => readBlock(memory, read!));
      if (!going && isUnread(memory, seen)) {
        // Every slot is full: on once one of them is free, or all of this is over.
        Atomics.wait(control, FREED, freed);
        going = true;
      }
    }
  }
}

/** Does something that nobody may change the expected rows under. @returns false where they were changed already */
function whileOpen(control: Int32Array<SharedArrayBuffer>, opened: number, work: () => boolean): boolean {
  Atomics.add(control, BUSY, 1);
  try {
    return Atomics.load(control, OPEN) === opened && work();
  } finally {
    Atomics.sub(control, BUSY, 1);
    Atomics.notify(control, BUSY);
  }
}

/** @returns false where no block is left, or no slot is free */
function readBlock(memory: RowMemory, read: ReadRow): boolean {
  const { control, blocks, slots } = memory;
  const slot = slots.findIndex((_, at) => Atomics.compareExchange(slots, at, 0, 1) === 0);
  if (slot === -1) {
    return false;
  }
  const count = Atomics.load(control, COUNT);
  for (let block = Atomics.load(control, REACHED) + 2; block * BLOCK < count; block++) {
    if (Atomics.compareExchange(blocks, block, UNTAKEN, TAKEN) === UNTAKEN) {
      const width = memory.prices.length;
      for (let at = block * BLOCK; at < Math.min((block + 1) * BLOCK, count); at++) {
        const row = slot * BLOCK + (at % BLOCK);
        const mentors = memory.mentors.subarray(row * width, (row + 1) * width);
        const scores = memory.scores.subarray(row * width, (row + 1) * width);
        memory.counts[row] = read(memory.mentees[at]!, memory.least[at]!, mentors, scores);
      }
      Atomics.store(blocks, block, READ + slot);
      Atomics.notify(blocks, block);
      return true;
    }
  }
  Atomics.store(slots, slot, 0);
  return false;
}

/** Whether a block is left that might be read ahead, and the expected rows are still the same. */
function isUnread({ control, blocks }: RowMemory, opened: number): boolean {
  const count = Math.ceil(Atomics.load(control, COUNT) / BLOCK);
  const from = Atomics.load(control, REACHED) + 2;
  return Atomics.load(control, OPEN) === opened && blocks.subarray(from, count).includes(UNTAKEN);
}

function wake(control: Int32Array<SharedArrayBuffer>, word: number): void {
  Atomics.add(control, word, 1);
  Atomics.notify(control, word);
}
