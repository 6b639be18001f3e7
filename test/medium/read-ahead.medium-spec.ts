import { type AllocationProblem, resultText, solve } from '@evenhand/allocation';
import { DEFAULT_RULES, PairJudge } from '@evenhand/matching';
import { ReadAhead } from '@evenhand/read-ahead';
import { healthAndCare } from '@evenhand/taxonomy';
import { aMentee, aMentor } from '@evenhand/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const THREAD = join(__dirname, '..', '..', 'dist', 'libs', 'read-ahead', 'reader-thread.js');
const [MENTEES, MENTORS] = [240, 60];

const TOPICS = healthAndCare.topics.slice(0, 12).map(({ code }) => code);
const REGIONS = ['london', 'midlands', 'north_west'];
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const topicsOf = (at: number, count: number): string[] =>
  numbers(count).map((nth) => TOPICS[(at * 7 + nth * (1 + (at % 3))) % TOPICS.length]!);

const people = {
  mentees: numbers(MENTEES).map((at) =>
    aMentee({
      id: `mentee-${at}`,
      region: REGIONS[at % 3]!,
      gaps: [...new Set(topicsOf(at, 4))].map((topic, rank) => `${topic}:${1 + ((at + rank) % 3)}`),
    }),
  ),
  mentors: numbers(MENTORS).map((at) =>
    aMentor({
      id: `mentor-${at}`,
      region: REGIONS[(at * 2) % 3]!,
      capacity: 1 + (at % 4),
      strengths: [...new Set(topicsOf(at, 6))].map((topic) => `${topic}@3`),
    }),
  ),
};

describe('Rows that are read ahead', () => {
  const judge = new PairJudge({ ...people, catalogue: healthAndCare }, DEFAULT_RULES);
  const problem: AllocationProblem = {
    seed: 'read ahead',
    mentees: people.mentees.map(({ id, background }, at) => ({
      ...{ id, priority: at % 9 },
      group: [background.group, background.profession],
    })),
    mentors: people.mentors.map(({ id, capacity }) => ({ id, capacity })),
    pairs: judge,
    objectives: ['coverage', 'equity', 'priority', 'score'],
    equity: { levels: [1, 2], prior: {} },
  };
  const everybody = Int32Array.from(numbers(MENTEES));
  const expected = everybody.toReversed();

  /** All rows, in an order, as texts. */
  function rowsOf(
    mentees: Int32Array,
    read: (mentee: number, mentors: Int32Array, scores: Int32Array) => number,
  ): string[] {
    const mentors = new Int32Array(MENTORS);
    const scores = new Int32Array(MENTORS);
    return Array.from(mentees, (mentee) => {
      const count = read(mentee, mentors, scores);
      const pairs = Array.from(mentors.subarray(0, count), (mentor, k) => [mentor, scores[k]!] as const);
      return JSON.stringify(pairs.sort(([a], [b]) => a - b));
    });
  }

  it.each([1, 3])('are those of one thread, with %i more', async (more) => {
    const ahead = new ReadAhead(judge.rows, 1 + more, { file: THREAD });
    const own = rowsOf(expected, (...asked) => judge.row(...asked));
    expect(own.some((row) => row !== '[]')).toBe(true);
    // The threads take a while to begin.
    for (let tries = 0; tries === 0 || (ahead.readByOthers === 0 && tries < 500); tries++) {
      ahead.expect(expected);
      expect(rowsOf(expected, (...asked) => ahead.row(...asked))).toEqual(own);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(ahead.readByOthers).toBeGreaterThan(0);
    const prices = Float64Array.from(people.mentors, (_, mentor) => (mentor * 37) % 500);
    const least = Float64Array.from(expected, (mentee) => 4_000 + mentee);
    const priced = ahead.priced(prices, { mentees: expected, least });
    const alone = judge.priced(prices);
    expect(rowsOf(expected, (mentee, ...out) => priced.rowAbove(mentee, 4_000 + mentee, ...out))).toEqual(
      rowsOf(expected, (mentee, ...out) => alone.rowAbove(mentee, 4_000 + mentee, ...out)),
    );
    ahead.close();
  });

  it('are right in another order too, at another bound, and where only some are asked for', () => {
    const ahead = new ReadAhead(judge.rows, 2, { file: THREAD });
    ahead.expect(expected);
    const some = everybody.filter((mentee) => mentee % 3 > 0);
    expect(rowsOf(some, (...asked) => ahead.row(...asked))).toEqual(
      rowsOf(some, (...asked) => judge.row(...asked)),
    );
    const prices = new Float64Array(MENTORS);
    const priced = ahead.priced(prices, { mentees: everybody, least: new Float64Array(MENTEES) });
    const alone = judge.priced(prices);
    expect(rowsOf(everybody, (mentee, ...out) => priced.rowAbove(mentee, 5_000, ...out))).toEqual(
      rowsOf(everybody, (mentee, ...out) => alone.rowAbove(mentee, 5_000, ...out)),
    );
    // Each question is answered for itself, also with another one asked in between.
    const priceless = ahead.priced(prices, { mentees: everybody, least: new Float64Array(MENTEES) });
    const some64 = everybody.subarray(0, 64);
    expect(rowsOf(some64, (...asked) => ahead.row(...asked))).toEqual(
      rowsOf(some64, (...asked) => judge.row(...asked)),
    );
    const dear = Float64Array.from(prices, (_, mentor) => -100 * mentor);
    const dearer = ahead.priced(dear, { mentees: everybody, least: new Float64Array(MENTEES) });
    const dearAlone = judge.priced(dear);
    expect(rowsOf(some64, (mentee, ...out) => priceless.rowAbove(mentee, 0, ...out))).toEqual(
      rowsOf(some64, (mentee, ...out) => alone.rowAbove(mentee, 0, ...out)),
    );
    expect(rowsOf(some64, (mentee, ...out) => dearer.rowAbove(mentee, 0, ...out))).toEqual(
      rowsOf(some64, (mentee, ...out) => dearAlone.rowAbove(mentee, 0, ...out)),
    );
    ahead.close();
  });

  it('give the same result, byte for byte, with one thread, two and three', () => {
    const one = resultText(problem, solve(problem));
    for (const threads of [2, 3]) {
      const ahead = new ReadAhead(judge.rows, threads, { file: THREAD });
      const found = solve({ ...problem, pairs: ahead });
      ahead.close();
      expect(resultText(problem, found)).toBe(one);
    }
  });

  it('are read by whoever asks where no thread could begin, and that is told', async () => {
    const lost: Error[] = [];
    const file = join(__dirname, 'nowhere.cjs');
    const ahead = new ReadAhead(judge.rows, 2, { file, onThreadLost: (error) => lost.push(error) });
    ahead.expect(everybody);
    expect(rowsOf(everybody, (...asked) => ahead.row(...asked))).toEqual(
      rowsOf(everybody, (...asked) => judge.row(...asked)),
    );
    for (let tries = 0; lost.length === 0 && tries < 500; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(lost).toMatchObject([{ code: 'MODULE_NOT_FOUND' }]);
    ahead.close();
  });

  it('are read by whoever asks where a thread has taken every block and is gone', async () => {
    const gone = `
      const { workerData: { memory } } = require('node:worker_threads');
      Atomics.wait(memory.control, 0, 0);
      Atomics.add(memory.control, 1, 1);
      memory.blocks.fill(1);
      Atomics.notify(memory.blocks, 0);`;
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
    const file = join(folder, 'gone.cjs');
    writeFileSync(file, gone);
    const ahead = new ReadAhead(judge.rows, 2, { file, patienceMs: 50 });
    ahead.expect(everybody);
    // Time for the thread to begin, to take what it can, and to end.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(rowsOf(everybody.subarray(0, 64), (...asked) => ahead.row(...asked))).toEqual(
      rowsOf(everybody.subarray(0, 64), (...asked) => judge.row(...asked)),
    );
    ahead.expect(everybody);
    expect(rowsOf(everybody, (...asked) => ahead.row(...asked))).toEqual(
      rowsOf(everybody, (...asked) => judge.row(...asked)),
    );
    // It was waited for once too often, and is not any more.
    const waiting = jest.spyOn(Atomics, 'wait');
    ahead.expect(everybody);
    ahead.close();
    expect(waiting).not.toHaveBeenCalled();
    waiting.mockRestore();
    rmSync(folder, { recursive: true });
  });
});
