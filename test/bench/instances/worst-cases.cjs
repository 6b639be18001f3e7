// Problems that are hard on an engine for one reason each. Their pairs follow from a formula, so that the floor beside
// them is next to nothing and what is measured is the engine.

const TOP_SCORE = 10_000;
const GROUPS = ['ahp', 'doctor', 'manager', 'midwife', 'nurse'];

/** By name: the size at which each takes seconds, what it asks, and the problem of any size. */
const WORST_CASES = {
  'one-popular-mentor': {
    size: '20000x2000',
    asks: 'everyone scores highest with the same mentor, who has 20 places',
    make: (menteeCount, mentorCount) => ({
      mentees: people('a', menteeCount, (at) => ({ group: groupOf(at), priority: at % 366 })),
      mentors: people('b', mentorCount, (at) => ({ capacity: at === 0 ? 20 : 1 + (at % 8) })),
      pairs: pairs(function* (mentee) {
        yield [0, TOP_SCORE - (mentee % 100)];
        for (const mentor of someMentors(mentee, 12, mentorCount))
          yield [mentor, scoreOf(mentee, mentor) >> 1];
      }),
    }),
  },
  'just-enough-places': {
    size: '2000x8000',
    asks: 'one mentor in 200 suits everyone best, these have just enough places, and all others suit alike',
    make: (menteeCount, mentorCount) => {
      const best = Math.ceil(mentorCount / 200);
      return {
        mentees: people('a', menteeCount, (at) => ({ group: groupOf(at), priority: 30 })),
        mentors: people('b', mentorCount, (at) => ({
          capacity: at < best ? Math.ceil(menteeCount / best) : 1,
        })),
        pairs: everyPair(mentorCount, (_, mentor) => (mentor < best ? 9_000 : 8_500)),
      };
    },
  },
  'long-chain': {
    size: '20000x400',
    asks: 'links in a line, each full with those of the link before: one more at the end moves them all',
    make: linesOfLinks,
  },
  'all-ties': {
    size: '600x300',
    asks: 'every pair is eligible and scores the same, everyone has waited as long',
    make: (menteeCount, mentorCount) => ({
      mentees: people('a', menteeCount, (at) => ({ group: groupOf(at), priority: 30 })),
      mentors: people('b', mentorCount, () => ({ capacity: 1 })),
      pairs: everyPair(mentorCount, () => TOP_SCORE / 2),
    }),
  },
  'one-group': {
    size: '100000x50',
    asks: 'everyone is of one group and there are few mentors',
    make: (menteeCount, mentorCount) => ({
      mentees: people('a', menteeCount, (at) => ({ group: ['nurse'], priority: at % 366 })),
      mentors: people('b', mentorCount, (at) => ({ capacity: 1 + (at % 50) })),
      pairs: everyPair(mentorCount, scoreOf),
    }),
  },
  'capacities-apart': {
    size: '20000x500',
    asks: 'mentors have no place or 1,000,000',
    make: (menteeCount, mentorCount) => ({
      mentees: people('a', menteeCount, (at) => ({ group: groupOf(at), priority: at % 366 })),
      mentors: people('b', mentorCount, (at) => ({ capacity: at % 2 === 0 ? 0 : 1_000_000 })),
      pairs: everyPair(mentorCount, scoreOf),
    }),
  },
  'nothing-eligible': {
    size: '100000x35000',
    asks: 'no pair is eligible',
    make: (menteeCount, mentorCount) => ({
      mentees: people('a', menteeCount, (at) => ({ group: groupOf(at), priority: at % 366 })),
      mentors: people('b', mentorCount, (at) => ({ capacity: 1 + (at % 4) })),
      pairs: { row: () => 0 },
    }),
  },
};

/**
 * A link is a mentor and the mentees who can have that mentor or the next one, and score higher with the next. Those of
 * the last link can have nobody else, are half as many as a link has places, and find them taken; only at the start of
 * the line places are free. There is a line for each order in which an engine may go through mentees and mentors, so that
 * one of them always comes at it from the wrong end.
 */
function linesOfLinks(menteeCount, mentorCount) {
  const lines = mentorCount < 8 ? 1 : 4;
  const links = Math.floor(mentorCount / lines);
  const menteesInLine = Math.ceil(menteeCount / lines);
  const places = Math.ceil(menteesInLine / (links - 0.5));
  const inLastLink = Math.ceil(places / 2);
  const linkOf = (line, turn) => {
    const fromEnd = line & 1 ? turn : menteesInLine - 1 - turn;
    const linksFromEnd = fromEnd < inLastLink ? 0 : 1 + Math.floor((fromEnd - inLastLink) / places);
    return links - 1 - linksFromEnd;
  };
  const mentorOf = (line, link) => line * links + (line & 2 ? links - 1 - link : link);
  return {
    mentees: people('a', menteeCount, (at) => ({ group: groupOf(at), priority: at % 7 })),
    mentors: people('b', mentorCount, (at) => ({ capacity: at < lines * links ? places : 0 })),
    pairs: pairs((mentee) => {
      const line = mentee % lines;
      const link = linkOf(line, Math.floor(mentee / lines));
      const own = [mentorOf(line, link), scoreOf(mentee, link) >> 1];
      if (link === links - 1) return [own];
      const next = [mentorOf(line, link + 1), TOP_SCORE - (scoreOf(mentee, link) >> 2)];
      return own[0] < next[0] ? [own, next] : [next, own];
    }),
  };
}

function people(letter, count, rest) {
  return Array.from({ length: count }, (_, at) => ({ id: `${letter}${at}`, ...rest(at) }));
}

function groupOf(at) {
  const group = GROUPS[at % GROUPS.length];
  return [group, `${group}_${at % 3}`];
}

/** A source of pairs from what gives a mentee's mentors, ascending, each with a score. */
function pairs(rowOf) {
  return {
    row(mentee, mentors, scores) {
      let count = 0;
      for (const [mentor, score] of rowOf(mentee)) {
        mentors[count] = mentor;
        scores[count++] = score;
      }
      return count;
    },
  };
}

function everyPair(mentorCount, score) {
  return {
    row(mentee, mentors, scores) {
      for (let mentor = 0; mentor < mentorCount; mentor++) {
        mentors[mentor] = mentor;
        scores[mentor] = score(mentee, mentor);
      }
      return mentorCount;
    },
  };
}

/** Up to so many mentors, ascending, never the first. */
function someMentors(mentee, most, mentorCount) {
  if (mentorCount < 2) return [];
  const chosen = new Set();
  for (let turn = 0; turn < most; turn++) chosen.add(1 + (mixed(mentee, turn) % (mentorCount - 1)));
  return [...chosen].sort((a, b) => a - b);
}

function scoreOf(mentee, mentor) {
  return mixed(mentee, mentor) % (TOP_SCORE + 1);
}

/** A whole number from 0 on that two numbers always give, and neighbours do not share. */
function mixed(one, other) {
  let mix = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 15), 0x2c1b3c6d);
  return (mix ^ (mix >>> 13)) >>> 0;
}

module.exports = { WORST_CASES };
