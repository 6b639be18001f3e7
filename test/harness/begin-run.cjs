const { spawn } = require('node:child_process');
const { chmodSync, mkdirSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * Before the first test of a run: a folder for what the test files share, and its keeper. Servers start later, with the
 * first test that needs them.
 */
module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-run-'));
  // Where root runs the tests, PostgreSQL runs as another account, which must be able to enter.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'processes'));
  process.env.EVENHAND_TEST_RUN = folder;

  const keeper = spawn(process.execPath, [join(__dirname, 'keeper.mjs'), folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  keeper.unref();
  keeper.stdin.unref();
  globalThis.evenhandKeeper = keeper;
};
