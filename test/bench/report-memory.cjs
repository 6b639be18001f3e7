// Loaded before a command: writes down, when it ends, the most memory that its process ever held.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  writeFileSync(process.env.EVENHAND_BENCH_MEMORY, JSON.stringify({ peakMb }));
});
