// What the bench measures on, by name: `5000x2000` is invented people, `all-ties-60x30` a worst case of that size.
const { join } = require('node:path');
const { faultInSize, inventPeople, ON_DATE } = require('./invented-people.cjs');
const { WORST_CASES } = require('./worst-cases.cjs');
const dist = join(__dirname, '..', '..', '..', 'dist', 'libs');
const { daysBetween } = require(join(dist, 'kernel', 'index.js'));
const { DEFAULT_RULES, PairJudge } = require(join(dist, 'matching', 'index.js'));
const { healthAndCare } = require(join(dist, 'taxonomy', 'index.js'));

const NAME = /^(?:([a-z]+(?:-[a-z]+)*)-)?([1-9]\d*)x([1-9]\d*)$/;

/** What a name says: the worst case, undefined for people, and the size. */
function partsOf(name) {
  const [, worst, mentees, mentors] = NAME.exec(name);
  return { worst, mentees: Number(mentees), mentors: Number(mentors) };
}

/** Why there is no instance of a name, as a sentence; undefined where there is one. */
function faultIn(name) {
  if (!NAME.test(name)) {
    return `"${name}" is neither a size such as 5000x2000 nor a worst case of a size such as all-ties-60x30`;
  }
  const { worst, mentees, mentors } = partsOf(name);
  if (worst === undefined) {
    return faultInSize(mentees, mentors);
  }
  const known = Object.keys(WORST_CASES);
  return known.includes(worst) ? undefined : `"${worst}" is none of the worst cases: ${known.join(', ')}`;
}

/** The allocation problem of a name in which {@link faultIn} finds no fault. */
function problemNamed(name) {
  const { worst, mentees, mentors } = partsOf(name);
  const problem =
    worst === undefined ? ofPeople(mentees, mentors) : WORST_CASES[worst].make(mentees, mentors);
  return {
    seed: DEFAULT_RULES.seed,
    objectives: DEFAULT_RULES.objectives,
    equity: { levels: DEFAULT_RULES.equityLevels, prior: DEFAULT_RULES.prior },
    ...problem,
  };
}

/** As `matchPeople` makes it, by the usual rules; nobody here has to be left out of the round first. */
function ofPeople(menteeCount, mentorCount) {
  const people = inventPeople(menteeCount, mentorCount);
  return {
    mentees: people.mentees.map(({ id, background, waitingSince }) => ({
      id,
      group: [background.group, background.profession],
      priority: daysBetween(waitingSince, ON_DATE),
    })),
    mentors: people.mentors.map(({ id, capacity }) => ({ id, capacity })),
    pairs: new PairJudge({ ...people, catalogue: healthAndCare }, DEFAULT_RULES),
  };
}

module.exports = { faultIn, partsOf, problemNamed };
