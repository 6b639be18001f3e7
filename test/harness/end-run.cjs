const { once } = require('node:events');

/** After the last test of a run: the keeper clears away, and the run is over when it has. */
module.exports = async () => {
  const keeper = globalThis.evenhandKeeper;
  keeper.ref();
  keeper.stdin.end();
  await once(keeper, 'exit');
};
