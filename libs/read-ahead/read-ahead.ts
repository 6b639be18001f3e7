import type { ExpectedByPrice, PairSource, PricedRows } from '@evenhand/allocation';
import { type CompiledRows, RowReader } from '@evenhand/matching';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReaderTask } from './reader-thread';
import { ExpectedRows, rowMemory } from './row-blocks';

/** How the threads are run. */
export interface ReadAheadOptions {
  /** What they run, where it is not the compiled file beside this one. */
  readonly file?: string;
  /** How long a thread may take over a block before it is taken to be gone. */
  readonly patienceMs?: number;
  /** Told of what ended a thread before its time. */
  readonly onThreadLost?: (error: Error) => void;
}

/**
 * Rows of pairs read by several threads: while whoever asks works on one row, others read those that are expected next.
 * The rows are the same, whatever the number of threads and whoever comes first.
 *
 * It takes some 500 bytes for a mentor beside the rows of {@link CompiledRows}, of which each further thread has its own.
 * Should one not answer for many seconds, all rows are read by whoever asks. {@link close} has to be called in the end.
 */
export class ReadAhead implements PairSource {
  readonly #reader: RowReader;
  readonly #expected: ExpectedRows;
  /** The number by which whole rows that were expected are asked for. */
  #wholeRows = -1;

  /**
   * @param rows what rows are read from
   * @param threads in all, 2 or more: whoever asks is one of them
   */
  constructor(
    rows: CompiledRows,
    threads: number,
    {
      file = join(__dirname, 'reader-thread.js'),
      patienceMs = 20_000,
      onThreadLost = () => undefined,
    }: ReadAheadOptions = {},
  ) {
    this.#reader = new RowReader(rows);
    const { mentees, mentors } = rows.people;
    const memory = rowMemory(mentees.stage.length, mentors.stage.length);
    this.#expected = new ExpectedRows(memory, patienceMs);
    for (let started = 1; started < threads; started++) {
      const thread = new Worker(file, { workerData: { rows, memory } satisfies ReaderTask });
      // Nothing is lost with a thread but time: its rows are read by whoever asks.
      thread.on('error', onThreadLost);
      thread.unref();
    }
  }

  expect(mentees: Int32Array): void {
    this.#wholeRows = this.#expected.expect(mentees);
  }

  row(mentee: number, mentors: Int32Array, scores: Int32Array): number {
    const taken = this.#expected.take(this.#wholeRows, mentee, 0, mentors, scores);
    return taken === -1 ? this.#reader.row(mentee, mentors, scores) : taken;
  }

  priced(prices: Float64Array, expected?: ExpectedByPrice): PricedRows {
    if (expected === undefined) {
      return this.#reader.priced(prices);
    }
    const asked = this.#expected.expect(expected.mentees, expected.least, prices);
    const own = this.#reader.priced(prices);
    return {
      rowAbove: (mentee, least, mentors, scores) => {
        const taken = this.#expected.take(asked, mentee, least, mentors, scores);
        return taken === -1 ? own.rowAbove(mentee, least, mentors, scores) : taken;
      },
    };
  }

  /** How many of the rows that were asked for another thread had read. */
  get readByOthers(): number {
    return this.#expected.readByOthers;
  }

  /** Ends the threads. Rows can be asked for no more. */
  close(): void {
    this.#expected.end();
  }
}
