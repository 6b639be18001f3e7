const MEGABYTE = 2 ** 20;
/** What docs/algorithm.md states: a bit for each pair, so much for each mentee, and so much for a program that runs. */
const BYTES_A_MENTEE = 5_000;
const RUNNING_MB = 60;

/**
 * The memory, in megabytes, that a solve may take at its peak.
 *
 * @param beforeMb what was held before it: people, and whatever scores them
 */
function statedMemoryMb(mentees, mentors, beforeMb) {
  const bits = (mentees * mentors) / 8;
  return Math.ceil(beforeMb + (bits + BYTES_A_MENTEE * mentees) / MEGABYTE + RUNNING_MB);
}

module.exports = { statedMemoryMb };
