import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { faultIn } = require('./instances/instance.cjs');
const { WORST_CASES } = require('./instances/worst-cases.cjs');

const USUAL = ['200x100', '1000x400', '5000x2000'];
const NATIONAL = ['20000x7000', '100000x35000'];

/** What to measure and how, from the words of a command; words that cannot be used end the program. */
export function readOptions() {
  const values = readWords();
  const names = namesFrom(values);
  const runs = Number(values.runs);
  const peerLimitMs = 1000 * Number(values['peer-limit']);
  const threads = Number(values.threads);
  const fault = names.map(faultIn).find((sentence) => sentence !== undefined);
  if (fault !== undefined) {
    refuse(`--only: ${fault}`);
  }
  if (!Number.isInteger(runs) || runs < 1) {
    refuse(`--runs ${values.runs}: it takes a whole number from 1`);
  }
  if (!Number.isInteger(threads) || threads < 1 || threads > 9) {
    refuse(`--threads ${values.threads}: it takes a whole number from 1 to 9`);
  }
  if (!Number.isInteger(peerLimitMs) || peerLimitMs < 1000) {
    refuse(`--peer-limit ${values['peer-limit']}: it takes seconds, from 1`);
  }
  return { names, runs, threads, peerLimitMs, json: values.json };
}

function readWords() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        all: { type: 'boolean', default: false },
        worst: { type: 'boolean', default: false },
        runs: { type: 'string', default: '3' },
        threads: { type: 'string', default: '1' },
        'peer-limit': { type: 'string', default: '300' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(error.message);
  }
}

function namesFrom({ only, all, worst }) {
  if (only !== undefined) return only;
  if (worst) return Object.entries(WORST_CASES).map(([name, { size }]) => `${name}-${size}`);
  return all ? [...USUAL, ...NATIONAL] : USUAL;
}

/** Wrong use ends the program. */
function refuse(sentence) {
  console.error(`bench: ${sentence}`);
  process.exit(2);
}
