import type { CompiledPeople } from '../compiled-people';
import { gapCover } from '../gap-cover';

/** Mentors to a word of a column: a byte each. */
export const MENTORS_A_WORD = 4;

/**
 * How well every mentor covers every gap that somebody has, a column for each topic and target: to read a mentee's row
 * is then to walk down the columns of the gaps. Column 0 is of no gap and covers nothing.
 */
export interface GapColumns {
  /** A byte for each mentor, 0 to 3 as `GapCover` says, one column after the other. */
  readonly covers: Uint8Array;
  /** Words in a column: the last is filled up with mentors who cover nothing. */
  readonly words: number;
  /** Beside each gap of the mentees, its column. */
  readonly columnOf: Int32Array;
}

/** Compiles the columns of the gaps that mentees have. */
export function compileGapColumns({ mentees, mentors, topicCount, stageCount }: CompiledPeople): GapColumns {
  const { start, members } = mentees.gaps;
  const columns = new Map<number, number>();
  const columnOf = new Int32Array(members.length);
  mentees.target.forEach((target, i) => {
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      const gap = members[at]! * stageCount + target;
      columnOf[at] = columns.get(gap) ?? columns.size + 1;
      columns.set(gap, columnOf[at]!);
    }
  });
  const mentorCount = mentors.stage.length;
  const words = Math.ceil(mentorCount / MENTORS_A_WORD);
  const covers = new Uint8Array((columns.size + 1) * words * MENTORS_A_WORD);
  for (const [gap, column] of columns) {
    const topic = Math.floor(gap / stageCount);
    const from = column * words * MENTORS_A_WORD;
    for (let j = 0; j < mentorCount; j++) {
      covers[from + j] = gapCover(mentors.practised[j * topicCount + topic]!, gap % stageCount, stageCount);
    }
  }
  return { covers, words, columnOf };
}

/** The words of columns, on the same bytes. */
export function wordsOf(covers: Uint8Array): Int32Array {
  return new Int32Array(covers.buffer, covers.byteOffset, covers.length / MENTORS_A_WORD);
}

/**
 * Where the columns of a mentee's gaps begin, in words, those of no gap after them.
 *
 * @param words to a column
 * @param begins receives five numbers
 */
export function beginsOfColumns(
  { mentees }: CompiledPeople,
  { columnOf }: GapColumns,
  mentee: number,
  words: number,
  begins: Int32Array,
): void {
  const start = mentees.gaps.start[mentee]!;
  begins.fill(0);
  for (let at = start; at < mentees.gaps.start[mentee + 1]!; at++) {
    begins[at - start] = columnOf[at]! * words;
  }
}
