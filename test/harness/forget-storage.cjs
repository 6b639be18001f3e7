// Before each file of tests: gives up what earlier files of this process stored along their promises.
//
// An AsyncLocalStorage that was ever run stays with the process, keeps the whole world of its file in memory, and is looked at
// whenever a promise is made. jest opens one for every file and closes none: after a hundred files, most of the processor's
// time went there.
const { AsyncLocalStorage } = require('node:async_hooks');

const KEPT = Symbol.for('evenhand.storage-that-was-run');

if (AsyncLocalStorage[KEPT] === undefined) {
  const kept = (AsyncLocalStorage[KEPT] = new Set());
  for (const name of ['run', 'enterWith']) {
    const original = AsyncLocalStorage.prototype[name];
    AsyncLocalStorage.prototype[name] = function (...given) {
      kept.add(this);
      return original.apply(this, given);
    };
  }
}

for (const storage of AsyncLocalStorage[KEPT]) storage.disable();
AsyncLocalStorage[KEPT].clear();
