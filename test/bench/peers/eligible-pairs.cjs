const TOP_SCORE = 10_000;

/** Every eligible pair of a problem, mentee by mentee, as a list that other solvers' input is made from. */
function eligiblePairs({ mentees, mentors, pairs }) {
  const row = new Int32Array(mentors.length);
  const scores = new Int32Array(mentors.length);
  return mentees.flatMap((_, mentee) => {
    const count = pairs.row(mentee, row, scores);
    return Array.from(row.subarray(0, count), (mentor, at) => ({ mentee, mentor, score: scores[at] }));
  });
}

/**
 * A matrix of mentees and places, and as cost what the score lacks of the highest: a pair that is not eligible costs as
 * much as one that scores nothing. Rows are whichever are fewer, which is how such solvers are quickest.
 */
function costsByPlace(problem) {
  const placesOf = [];
  let places = 0;
  for (const { capacity } of problem.mentors) {
    placesOf.push(Array.from({ length: capacity }, (_, place) => places + place));
    places += capacity;
  }
  const menteeCount = problem.mentees.length;
  const rowsAreMentees = menteeCount <= places;
  const costs = Array.from({ length: Math.min(menteeCount, places) }, () =>
    Array(Math.max(menteeCount, places)).fill(TOP_SCORE),
  );
  for (const { mentee, mentor, score } of eligiblePairs(problem)) {
    for (const place of placesOf[mentor]) {
      const [row, column] = rowsAreMentees ? [mentee, place] : [place, mentee];
      costs[row][column] = TOP_SCORE - score;
    }
  }
  return costs;
}

/** The sum of scores of the cells that a solver has chosen. */
function scoreOf(costs, chosen) {
  return chosen.reduce((sum, [row, column]) => sum + TOP_SCORE - costs[row][column], 0);
}

module.exports = { costsByPlace, eligiblePairs, scoreOf };
