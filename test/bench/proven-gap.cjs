const { join } = require('node:path');
const allocation = require(join(__dirname, '..', '..', 'dist', 'libs', 'allocation', 'index.js'));

/**
 * How far an answer may be from the best one: 0 where the verifier, which shares no code with the engine, proves that it
 * is the best; null where there is no verifier to ask.
 *
 * @throws Error with the first claim that does not hold
 */
function provenGap(problem, answer) {
  if (typeof allocation.verify !== 'function') {
    return null;
  }
  const verdict = allocation.verify(problem, allocation.resultDocument(problem, answer));
  if (!verdict.valid) {
    throw new Error(`the answer is not proven to be the best: ${verdict.sentence}`);
  }
  return 0;
}

module.exports = { provenGap };
