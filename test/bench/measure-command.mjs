import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProgramme } from './programme.mjs';

const reportMemory = fileURLToPath(new URL('report-memory.cjs', import.meta.url));
const command = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const WORDS = 'match --mentees mentees.csv --mentors mentors.csv --out outcome --json'.split(' ');

/** The whole of `evenhand match` on files: reading, checking, judging, solving, explaining, writing; the median run. */
export function measureCommand(mentees, mentors, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
  try {
    writeProgramme(folder, mentees, mentors);
    const measured = Array.from({ length: runs }, () => runCommand(folder));
    return measured.sort((a, b) => a.wallMs - b.wallMs)[runs >> 1];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runCommand(folder) {
  const memory = join(folder, 'memory.json');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', reportMemory, command, ...WORDS], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, EVENHAND_BENCH_MEMORY: memory },
  });
  if (status !== 0) {
    throw new Error(`evenhand match ended with ${status}: ${stderr}`);
  }
  const wallMs = Math.round(performance.now() - started);
  return { wallMs, peakMb: JSON.parse(readFileSync(memory, 'utf8')).peakMb };
}
