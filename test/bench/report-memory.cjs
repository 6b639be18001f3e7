// Loaded before a command: writes down, when it ends, the most memory that its process ever held.
const { writeFileSync } = require('node:fs');
const { peakMemoryMb } = require('./peak-memory.cjs');

process.on('exit', () => {
  writeFileSync(process.env.EVENHAND_BENCH_MEMORY, JSON.stringify({ peakMb: peakMemoryMb() }));
});
