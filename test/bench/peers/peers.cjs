const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { costsByPlace, eligiblePairs, scoreOf } = require('./eligible-pairs.cjs');

/**
 * What the engine is measured against, by the name of its package: what it is asked, and how. All of them can do the sum
 * of scores and nothing else of what the engine does, so that is what all are asked. `prepare` turns a problem into the
 * form that a solver wants, which is not counted against it, and gives back the solve; that answers with the sum.
 */
const PEERS = {
  munkres: {
    asks: 'matrix of mentees × places',
    async prepare(problem) {
      const { munkres } = require('munkres');
      const costs = costsByPlace(problem);
      return () => scoreOf(costs, munkres(costs));
    },
  },
  'munkres-js': {
    asks: 'matrix of mentees × places',
    async prepare(problem) {
      const solve = require('munkres-js');
      const costs = costsByPlace(problem);
      return () => scoreOf(costs, solve(costs));
    },
  },
  highs: {
    asks: 'linear programme over the pairs',
    async prepare(problem) {
      const highs = await require('highs')();
      const model = highs.createModel(linearProgramme(problem, highs));
      model.options.set({ output_flag: false });
      return () => {
        model.run();
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
          throw new Error(`highs ended with status ${model.getModelStatus()}`);
        }
        return Math.round(model.getObjectiveValue());
      };
    },
  },
};

/** A variable for each eligible pair; each mentee in one pair at most, each mentor in as many as there are places. */
function linearProgramme(problem, { constants, infinity }) {
  const { mentees, mentors } = problem;
  const pairs = eligiblePairs(problem);
  const numRows = mentees.length + mentors.length;
  return {
    numCols: pairs.length,
    numRows,
    sense: constants.objectiveSense.maximize,
    colCost: Float64Array.from(pairs, ({ score }) => score),
    colLower: new Float64Array(pairs.length),
    colUpper: new Float64Array(pairs.length).fill(1),
    rowLower: new Float64Array(numRows).fill(-infinity),
    rowUpper: Float64Array.from([...mentees.map(() => 1), ...mentors.map(({ capacity }) => capacity)]),
    matrix: {
      format: 'csc',
      numRows,
      numCols: pairs.length,
      starts: Int32Array.from({ length: pairs.length + 1 }, (_, pair) => 2 * pair),
      indices: Int32Array.from(pairs.flatMap(({ mentee, mentor }) => [mentee, mentees.length + mentor])),
      values: new Float64Array(2 * pairs.length).fill(1),
    },
  };
}

function installedVersion(name) {
  const file = join(__dirname, '..', '..', '..', 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

module.exports = { installedVersion, PEERS };
