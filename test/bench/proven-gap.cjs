const { join } = require('node:path');
const allocation = require(join(__dirname, '..', '..', 'dist', 'libs', 'allocation', 'index.js'));

/** Stands in for the hash of a problem: every claim is checked here but that one, which would be over billions of pairs. */
const NO_HASH = '0'.repeat(64);

/**
 * How far an answer may be from the best one: 0, since the verifier, which shares no code with the engine, proves that it
 * is the best.
 *
 * @throws Error with the first claim that does not hold
 */
function provenGap(problem, answer) {
  const verdict = allocation.verify(problem, allocation.resultDocument(problem, answer, NO_HASH));
  if (!verdict.valid) {
    throw new Error(`the answer is not proven to be the best: ${verdict.sentence}`);
  }
  return 0;
}

module.exports = { provenGap };
