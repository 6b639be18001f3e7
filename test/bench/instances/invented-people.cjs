// Invents people for the bench as objects, without files on the way: in shares of professional groups that are the same
// at every size, so that sizes can be compared, and in a shape that leaves about 55 of 100 pairs eligible.
const { join } = require('node:path');
const dist = join(__dirname, '..', '..', '..', 'dist');
const { Chance } = require(join(dist, 'apps', 'embedded', 'src', 'demonstration', 'chance.js'));
const shape = require(join(dist, 'apps', 'embedded', 'src', 'demonstration', 'workforce-shape.js'));
const { healthAndCare } = require(join(dist, 'libs', 'taxonomy', 'index.js'));

/** Of 100 people who ask, and of 100 who offer: mentors are doctors and managers far more often than those who ask. */
const GROUPS = [
  { group: 'nurse', asking: 45, offering: 25 },
  { group: 'ahp', asking: 15, offering: 9 },
  { group: 'doctor', asking: 15, offering: 34 },
  { group: 'hcs', asking: 6, offering: 4 },
  { group: 'midwife', asking: 3, offering: 2 },
  { group: 'pharmacist', asking: 3, offering: 2 },
  { group: 'psychologist', asking: 3, offering: 3 },
  { group: 'social_worker', asking: 2, offering: 1 },
  { group: 'manager', asking: 8, offering: 20 },
];

/** So many ask for each place that is offered. */
const DEMAND = 1.3;
const MOST_PLACES_EACH = 4;
const MENTEES_AN_ORGANISATION = 80;
const FEWEST_ORGANISATIONS = 12;
const LONGEST_WAIT_DAYS = 396;
const FIRST_DAY = Date.UTC(2025, 9, 1);
const MILLISECONDS_A_DAY = 86_400_000;

/** The day of the round: after every wait has begun. */
const ON_DATE = '2026-11-01';

const ENGLISH = ['en'];
const NONE = [];

/** Why there are no people of a size, as a sentence; undefined where there are. */
function faultInSize(menteeCount, mentorCount) {
  const places = placesFor(menteeCount);
  return places < mentorCount || places > MOST_PLACES_EACH * mentorCount
    ? `${menteeCount}x${mentorCount}: ${mentorCount} mentors of one to ${MOST_PLACES_EACH} places each cannot offer ${places}, a place for every ${DEMAND} mentees`
    : undefined;
}

function placesFor(menteeCount) {
  return Math.round(menteeCount / DEMAND);
}

/** The same numbers give the same people, to the letter. They must be a size without a fault. */
function inventPeople(menteeCount, mentorCount) {
  const chance = new Chance(`bench ${menteeCount}x${mentorCount}`);
  const organisations = Math.max(FEWEST_ORGANISATIONS, Math.round(menteeCount / MENTEES_AN_ORGANISATION));
  const capacities = shareOut(placesFor(menteeCount), mentorCount, chance);
  return {
    mentees: inProfessions(menteeCount, 'asking', chance).map((profession, at) =>
      inventMentee(`a${at}`, profession, organisations, chance),
    ),
    mentors: inProfessions(mentorCount, 'offering', chance).map((profession, at) =>
      inventMentor(`b${at}`, profession, organisations, capacities[at], chance),
    ),
  };
}

function inventMentee(id, profession, organisations, chance) {
  const ranks = shape.ranksOf(profession.group);
  const rank = chance.weighted(ranks.map(([rank, weight]) => [rank, weight * shape.ASKS_BY_RANK[rank]]));
  const peer = rank >= 2 && chance.percent(6);
  const target = peer ? rank : Math.min(shape.TOP_RANK, rank + (chance.percent(5) ? 2 : 1));
  return {
    ...inventPerson(id, profession, rank, organisations, chance),
    targetStage: shape.STAGES[target],
    gaps: chance.several(3 + chance.below(3), shape.GAPS_WANTED).map((topic) => ({
      topic,
      size: 1 + chance.below(4),
    })),
    preferProfession: likeness(chance, 60, 25),
    preferOrganisation: likeness(chance, 60, 10),
    peer,
    accessibility: chance.percent(5) ? [chance.pick(shape.ACCESS_NEEDS)[0]] : NONE,
    waitingSince: new Date(FIRST_DAY + chance.below(LONGEST_WAIT_DAYS) * MILLISECONDS_A_DAY)
      .toISOString()
      .slice(0, 10),
  };
}

function inventMentor(id, profession, organisations, capacity, chance) {
  const ranks = shape.ranksOf(profession.group);
  const rank = chance.weighted(
    ranks.map(([rank, weight]) => [rank, weight * shape.offers(profession.group, rank)]),
  );
  return {
    ...inventPerson(id, profession, rank, organisations, chance),
    strengths: inventStrengths(rank, chance),
    capacity,
    ...(chance.percent(60) ? { protectedHours: capacity * chance.pick([1, 1.5, 2, 2.5]) } : {}),
    peer: chance.percent(20),
    accessibility: shape.ACCESS_NEEDS.filter(([, percentage]) => chance.percent(percentage)).map(
      ([need]) => need,
    ),
    listed: true,
  };
}

function inventPerson(id, { profession, group }, rank, organisations, chance) {
  const organisation = chance.below(organisations);
  const regions = healthAndCare.content.regions;
  return {
    id,
    background: { profession, group, registration: group === 'manager' ? 'not_registered' : 'registered' },
    posts: [
      {
        organisation: `organisation ${organisation}`,
        region: regions[organisation % regions.length].code,
        stage: shape.STAGES[rank],
      },
    ],
    languages: chance.percent(86) ? ENGLISH : ['en', chance.weighted(shape.OTHER_LANGUAGES)],
    mode: chance.percent(70) ? 'either' : chance.percent(60) ? 'remote' : 'in_person',
    exclude: NONE,
    consent: true,
    active: true,
  };
}

/** Five to eight, practised at the mentor's stage or, one in eight, a stage below; some are experiences of a step made. */
function inventStrengths(rank, chance) {
  const experiences = Object.entries(shape.EXPERIENCES)
    .filter(([step]) => rank >= Number(step) && chance.percent(40))
    .map(([, experiences]) => ({ topic: chance.weighted(experiences), stage: shape.STAGES[rank] }));
  const competencies = chance
    .several(5 + chance.below(4) - experiences.length, shape.STRENGTHS_OFFERED)
    .map((topic) => ({ topic, stage: shape.STAGES[chance.below(8) === 0 ? rank - 1 : rank] }));
  return [...competencies, ...experiences];
}

function likeness(chance, any, same) {
  return chance.weighted([
    ['any', any],
    ['same', same],
    ['different', 100 - any - same],
  ]);
}

/** A profession for each of so many people, in a random order. */
function inProfessions(count, role, chance) {
  const members = apportion(count, GROUPS, (each) => each[role]).flatMap(([{ group }, inGroup]) => {
    const professions = shape.PROFESSIONS.filter((profession) => profession.group === group);
    return apportion(inGroup, professions, ({ share }) => share).flatMap(([profession, inProfession]) =>
      Array(inProfession).fill(profession),
    );
  });
  return chance.shuffled(members);
}

/** Each part with its whole number of a total: rounding what has been given so far keeps the sum exact. */
function apportion(total, parts, shareOf) {
  const whole = parts.reduce((sum, part) => sum + shareOf(part), 0);
  let due = 0;
  let given = 0;
  return parts.map((part) => {
    due += shareOf(part);
    const count = Math.round((due * total) / whole) - given;
    given += count;
    return [part, count];
  });
}

/** One place for each mentor, the others as chance has it. */
function shareOut(places, mentorCount, chance) {
  const capacities = Array(mentorCount).fill(1);
  const further = Array.from({ length: mentorCount * (MOST_PLACES_EACH - 1) }, (_, at) => at % mentorCount);
  for (const mentor of chance.shuffled(further).slice(0, places - mentorCount)) {
    capacities[mentor]++;
  }
  return capacities;
}

module.exports = { faultInSize, inventPeople, ON_DATE };
