const { default: Sequencer } = require('@jest/test-sequencer');

/** Kinds of tests by how long theirs take. What waits for servers begins first, and what is quick fills the gaps. */
const KINDS = ['chaos', 'e2e', 'browser', 'medium', 'architecture', 'unit'];

/** On a machine that has run no test yet nobody knows how long each takes: the longest must not be the last to begin. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ context }) => KINDS.indexOf(context.config.displayName.name);
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}

module.exports = LongestFirst;
