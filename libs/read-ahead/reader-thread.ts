import { type CompiledRows, RowReader } from '@evenhand/matching';
import { workerData } from 'node:worker_threads';
import { readAhead, type RowMemory } from './row-blocks';

/** What a thread that reads ahead is started with. */
export interface ReaderTask {
  readonly rows: CompiledRows;
  readonly memory: RowMemory;
}

const { rows, memory } = workerData as ReaderTask;
const reader = new RowReader(rows);
readAhead(memory, (prices) => {
  if (prices === undefined) {
    return (mentee, _, mentors, scores) => reader.row(mentee, mentors, scores);
  }
  const priced = reader.priced(prices);
  return (mentee, least, mentors, scores) => priced.rowAbove(mentee, least, mentors, scores);
});
