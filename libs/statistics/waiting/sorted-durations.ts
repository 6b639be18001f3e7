import type { Durations } from './durations';

/** Times by how they ended, each in order. */
export interface SortedDurations {
  readonly ended: Float64Array;
  readonly censored: Float64Array;
}

/** @throws RangeError naming the time or event that is out of range, as a part of `name` */
export function sortedDurations(name: string, { times, events }: Durations): SortedDurations {
  if (times.length !== events.length) {
    throw new RangeError(
      `${name}.events must be as long as ${name}.times (${times.length}), not ${events.length}`,
    );
  }
  const ended = new Float64Array(times.length);
  const censored = new Float64Array(times.length);
  let count = 0;
  for (let person = 0; person < times.length; person++) {
    const time = times[person]!;
    const event = events[person]!;
    if (!(time >= 0 && time < Infinity)) {
      throw new RangeError(`${name}.times[${person}] must be a number from 0 up, not ${time}`);
    }
    if (event !== 0 && event !== 1) {
      throw new RangeError(`${name}.events[${person}] must be 0 or 1, not ${String(event)}`);
    }
    if (event === 1) ended[count++] = time;
    else censored[person - count] = time;
  }
  return {
    ended: ended.subarray(0, count).sort(),
    censored: censored.subarray(0, times.length - count).sort(),
  };
}
