const { default: Sequencer } = require('@jest/test-sequencer');

/** Kinds of tests by how long theirs take. What waits for servers begins first, and what is quick fills the gaps. */
const KINDS = ['e2e', 'browser', 'medium', 'architecture', 'unit'];
/** Waits for locks to run out most of its time: beside another of its kind both would wait, and nobody would work. */
const WAITING = 'chaos';

const kindOf = ({ context }) => context.config.displayName.name;

/** On a machine that has run no test yet nobody knows how long each takes: the longest must not be the last to begin. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const longest = [...super.sort(tests)];
    const waiting = longest.filter((test) => kindOf(test) === WAITING);
    const working = longest
      .filter((test) => kindOf(test) !== WAITING)
      .sort((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)));
    const slow = working.filter((test) => kindOf(test) === KINDS[0]).length;
    // One at the beginning, and the others so far apart that the one before is over.
    return waiting.reduceRight(
      (order, test, at) => order.toSpliced(Math.round((at * slow) / waiting.length), 0, test),
      working,
    );
  }
}

module.exports = LongestFirst;
