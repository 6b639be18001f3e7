const { existsSync, readFileSync } = require('node:fs');

/**
 * The most memory that this process ever held, its threads included, in megabytes. Where Linux tells it of the program
 * alone that is used: what `resourceUsage` says can be that of the process which started it.
 */
function peakMemoryMb() {
  const status = '/proc/self/status';
  const told = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) : null;
  return Math.round((told === null ? process.resourceUsage().maxRSS : Number(told[1])) / 1024);
}

module.exports = { peakMemoryMb };
