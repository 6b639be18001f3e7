// Measures the engine on invented people of growing size. Beside it stand, measured in the same run on the same instance,
// the floor (scoring every pair once, which no exact engine can avoid) and, where they end in minutes, other solvers.
//
//   npm run bench                                     tables for 200 × 100, 1,000 × 400 and 5,000 × 2,000
//   npm run bench -- --all                            20,000 × 7,000 and 100,000 × 35,000 too
//   npm run bench -- --worst                          what is hard on an engine, each case for one reason
//   npm run -s bench -- --only 5000x2000 --json       one JSON document; --only can stand more than once
//   npm run bench -- --threads 2                      rows are read by two threads
//   npm run bench -- --runs 5 --peer-limit 60         medians of 5 runs, other solvers ended after 60 seconds each
import { machine } from './machine.mjs';
import { measureInstance } from './measure-instance.mjs';
import { readOptions } from './options.mjs';
import { asTables } from './tables.mjs';

const { names, json, ...options } = readOptions();
const instances = [];
const failures = [];
for (const name of names) {
  try {
    instances.push(measureInstance(name, { ...options, progress }));
  } catch (error) {
    // Hours may have gone into the others: they are told all the same.
    failures.push({ name, sentence: error.message });
  }
}
progress('');
const report = { machine, runs: options.runs, instances, failures };
console.log(json ? JSON.stringify(report) : asTables(report));
process.exitCode = failures.length === 0 ? 0 : 1;

function progress(text) {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[K${text}`);
  }
}
