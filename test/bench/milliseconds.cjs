/** Rounded to what a clock can honestly tell: tenths where there are few, whole ones otherwise. */
function milliseconds(time) {
  return time < 100 ? Math.max(0.1, Math.round(10 * time) / 10) : Math.round(time);
}

/** The middle one of several measurements; of an even number the later of the two in the middle. */
function median(measurements) {
  return measurements.toSorted((a, b) => a - b)[measurements.length >> 1];
}

/** Processor time of this process, its threads included, since what `process.cpuUsage` told before. */
function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

module.exports = { cpuSince, median, milliseconds };
