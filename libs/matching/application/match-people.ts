import {
  type AllocationProblem,
  type CertifiedAllocation,
  type SolveProgress,
  TOP_PRIORITY,
} from '@evenhand/allocation';
import { compareIdentifiers, daysBetween, InputRefused, isDay } from '@evenhand/kernel';
import type { Headcounts, Mentee, Mentor, Person } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import { type Access, countAccess, type Ending } from '../domain/access';
import { type Colleague, colleagueOf } from '../domain/colleague';
import { type CoveredGap, type CriterionPoints, explainPair, type UncoveredGap } from '../domain/explanation';
import { type GapNobodyOffers, gapsNobodyOffers } from '../domain/gaps-nobody-offers';
import { type MentorRank, MentorRanks } from '../domain/mentor-ranks';
import { PairJudge } from '../domain/pair-judge';
import { type MatchingRules, unknownPriorPaths } from '../domain/rules';
import { type FinishedRound, type UnmatchedReason, UnmatchedReasons } from '../domain/unmatched-reason';

/** What was found, and whether only among the matchings in which every group keeps its number of matches. */
export type FoundMatching = CertifiedAllocation & { readonly countsHeld?: boolean };

/** What finds the best matching of a problem: the port that `solve` of `@evenhand/allocation` answers. */
export type Solve = (
  problem: AllocationProblem,
  options?: { readonly onProgress?: (progress: SolveProgress) => void },
) => FoundMatching;

/** Everything that one round is made from. */
export interface MatchInput {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly catalogue: Catalogue;
  readonly rules: MatchingRules;
  /** The day of the round, `YYYY-MM-DD`: waiting is counted up to it. */
  readonly onDate: string;
  /** Pairs that were matched or declined before, by `pairKey`. */
  readonly earlierPairs?: ReadonlySet<string> | undefined;
  /** Pairs that those who run the round decided against, by `pairKey`; present where they decided about any. */
  readonly decidedAgainst?: ReadonlySet<string> | undefined;
  /** People in neither list whose lines of management and exclusions count. */
  readonly colleagues?: readonly Colleague[] | undefined;
  /** How many people of each profession could have asked. */
  readonly baseline?: Headcounts | undefined;
  readonly solve: Solve;
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
}

/** Somebody who was handed in and takes no part. */
export interface NotTakingPart {
  readonly role: 'mentee' | 'mentor';
  readonly id: string;
  readonly reason: 'no_consent' | 'not_active';
  readonly sentence: string;
}

/** A pair that the round proposes. A person confirms every match. */
export interface Match extends MentorRank {
  readonly mentee: Mentee;
  readonly mentor: Mentor;
  /** Sum of the points, 0 to 10,000. */
  readonly score: number;
  readonly points: readonly CriterionPoints[];
  /** The gaps that the mentor can help with, in the mentee's order. */
  readonly gaps: readonly CoveredGap[];
  /** The others, which this match leaves open. */
  readonly gapsNotCovered: readonly UncoveredGap[];
  /** What both should know before they say yes: preferences, met or not, and who would have to travel. */
  readonly notes: readonly string[];
}

/** What came of the places that a mentor offers. */
export interface Offer {
  readonly mentor: Mentor;
  readonly taken: number;
  readonly free: number;
  /** Ids of the mentees matched with the mentor. */
  readonly mentees: readonly string[];
}

/** A mentee for whom the round found nobody, and why. */
export interface Unmatched extends UnmatchedReason {
  readonly mentee: Mentee;
}

/** Something about a whole round that the people who run it should be told. */
export interface Notice {
  readonly code:
    'no_mentees' | 'no_mentors' | 'no_eligible_pair' | 'more_places_than_people' | 'baseline_too_small';
  readonly sentence: string;
}

/** What came of a round. Every list is sorted: people by id, groups and topics in the catalogue's order. */
export interface MatchOutcome {
  /** Those who consent and are active: the problem's indices are those of these lists. */
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly notTakingPart: readonly NotTakingPart[];
  readonly problem: AllocationProblem;
  readonly allocation: FoundMatching;
  readonly matches: readonly Match[];
  readonly unmatched: readonly Unmatched[];
  /** One for each mentor who takes part. */
  readonly offers: readonly Offer[];
  readonly access: Access;
  readonly totals: {
    readonly asked: number;
    readonly matched: number;
    readonly mentors: number;
    readonly places: number;
  };
  readonly gapsNobodyOffers: readonly GapNobodyOffers[];
  readonly notices: readonly Notice[];
}

/** How a request ended that had to stay without a match, by the reason. */
const ENDING_OF: Readonly<Record<UnmatchedReason['code'], Ending>> = {
  no_mentors: 'no_eligible_mentor',
  no_eligible_mentor: 'no_eligible_mentor',
  no_place_offered: 'short_of_places',
  places_taken: 'short_of_places',
  nothing_gained: 'nothing_gained',
};

/**
 * Matches people with mentors: the whole of a round, from people and rules to pairs, reasons and access by group. The
 * same people and rules give the same outcome, in whatever order they are handed in.
 *
 * @throws InputRefused when an id stands twice, a day is none or lies after the round, or prior access is of a group
 *   that the catalogue does not have
 */
export function matchPeople(input: MatchInput): MatchOutcome {
  const { catalogue, rules, onDate, earlierPairs, decidedAgainst, baseline, solve, onProgress } = input;
  InputRefused.ifAny(faults(input));
  const mentees = input.mentees.filter(takesPart).sort(byId);
  const mentors = input.mentors.filter(takesPart).sort(byId);
  const aside = [...input.mentees, ...input.mentors].filter((person) => !takesPart(person));
  const colleagues = [...aside.map(colleagueOf), ...(input.colleagues ?? [])];

  const people = { mentees, mentors, catalogue, earlierPairs, colleagues };
  const judge = new PairJudge({ ...people, decidedAgainst }, rules);
  // A decision makes nobody a better mentor: whoever was pinned to theirs would always have the best of one.
  const ranking = decidedAgainst === undefined ? judge : new PairJudge(people, rules);
  const problem: AllocationProblem = {
    seed: rules.seed,
    mentees: mentees.map(({ id, background, waitingSince = onDate }) => ({
      id,
      group: [background.group, background.profession],
      priority: daysBetween(waitingSince, onDate),
    })),
    mentors: mentors.map(({ id, capacity }) => ({ id, capacity })),
    pairs: judge,
    objectives: rules.objectives,
    equity: { levels: rules.equityLevels, prior: rules.prior },
  };
  const allocation = solve(problem, onProgress === undefined ? {} : { onProgress });

  const waitingDays = problem.mentees.map(({ priority }) => priority);
  const deciding = { ...rules, overridden: decidedAgainst !== undefined, countsHeld: allocation.countsHeld };
  const { matches, unmatched } = readRound(
    { judge, rules: deciding, mentorOf: allocation.mentorOf, waitingDays },
    new MentorRanks(ranking),
  );
  const endings = [
    ...matches.map(({ mentee }) => ({ mentee, ending: 'matched' as const })),
    ...unmatched.map(({ mentee, code }) => ({ mentee, ending: ENDING_OF[code] })),
  ];
  const access = countAccess(endings, mentors, catalogue, baseline, rules.prior);
  const totals = {
    asked: mentees.length,
    matched: matches.length,
    mentors: mentors.length,
    places: mentors.reduce((sum, { capacity }) => sum + capacity, 0),
  };
  return {
    mentees,
    mentors,
    notTakingPart: [
      ...input.mentees.flatMap((mentee) => whyNotTakingPart('mentee', mentee)).sort(byId),
      ...input.mentors.flatMap((mentor) => whyNotTakingPart('mentor', mentor)).sort(byId),
    ],
    problem,
    allocation,
    matches,
    unmatched,
    offers: offersOf(mentors, matches),
    access,
    totals,
    gapsNobodyOffers: gapsNobodyOffers(mentees, mentors, catalogue),
    notices: noticesOf(totals, unmatched, access),
  };
}

function faults({ mentees, mentors, catalogue, rules, onDate }: MatchInput): string[] {
  if (!isDay(onDate)) {
    // Nothing can be said of waits up to a day that is none.
    return [`the day of the round: "${onDate}" is no day written as YYYY-MM-DD`];
  }
  return [
    ...repeatedIds('mentees', mentees),
    ...repeatedIds('mentors', mentors),
    ...mentees.flatMap(({ id, waitingSince = onDate }) =>
      isDay(waitingSince) && waitingSince <= onDate && daysBetween(waitingSince, onDate) <= TOP_PRIORITY
        ? []
        : [`mentee ${id}: waiting since "${waitingSince}" is no day up to the day of the round, ${onDate}`],
    ),
    ...unknownPriorPaths(rules, catalogue),
  ];
}

function repeatedIds(list: string, persons: readonly Person[]): string[] {
  const once = new Set<string>();
  const repeated = new Set<string>();
  persons.forEach(({ id }) => (once.has(id) ? repeated : once).add(id));
  return Array.from(repeated, (id) => `${list}: the id ${id} stands there twice`);
}

function readRound(
  round: FinishedRound,
  ranks: MentorRanks,
): { readonly matches: Match[]; readonly unmatched: Unmatched[] } {
  const { judge, mentorOf } = round;
  const { mentees, mentors } = judge.people;
  // Made for whoever is without a match: to look at every pair again takes its time.
  let reasons: UnmatchedReasons | undefined;
  const matches: Match[] = [];
  const unmatched: Unmatched[] = [];
  mentees.forEach((mentee, i) => {
    const j = mentorOf[i]!;
    if (j < 0) {
      reasons ??= new UnmatchedReasons(round);
      unmatched.push({ mentee, ...reasons.of(i) });
      return;
    }
    const mentor = mentors[j]!;
    const explanation = explainPair(judge, i, j);
    if (!explanation.eligible) {
      throw new RangeError(`The solver paired ${mentee.id} and ${mentor.id}: ${explanation.sentence}`);
    }
    const { score, points, gaps, gapsNotCovered, notes } = explanation;
    matches.push({
      ...{ mentee, mentor, score, ...ranks.of(i, score) },
      ...{ points, gaps, gapsNotCovered, notes },
    });
  });
  return { matches, unmatched };
}

function offersOf(mentors: readonly Mentor[], matches: readonly Match[]): Offer[] {
  const menteesOf = new Map(mentors.map(({ id }) => [id, [] as string[]]));
  matches.forEach(({ mentee, mentor }) => menteesOf.get(mentor.id)!.push(mentee.id));
  return mentors.map((mentor) => {
    const mentees = menteesOf.get(mentor.id)!;
    return { mentor, taken: mentees.length, free: mentor.capacity - mentees.length, mentees };
  });
}

function noticesOf(
  { asked, mentors, places }: MatchOutcome['totals'],
  unmatched: readonly Unmatched[],
  access: Access,
): Notice[] {
  const notices: Notice[] = [];
  if (asked === 0) {
    notices.push({
      code: 'no_mentees',
      sentence: 'Nobody who takes part asks for a mentor: there is nobody to match.',
    });
  }
  if (mentors === 0) {
    notices.push({
      code: 'no_mentors',
      sentence: 'Nobody who takes part offers to mentor: nobody can be matched.',
    });
  }
  if (
    asked > 0 &&
    mentors > 0 &&
    unmatched.length === asked &&
    unmatched.every((each) => each.eligibleMentors === 0)
  ) {
    notices.push({
      code: 'no_eligible_pair',
      sentence:
        'By the rules of this round no mentee can be paired with any mentor; the reasons stand beside each.',
    });
  }
  if (asked > 0 && places > asked) {
    const free = places - asked;
    notices.push({
      code: 'more_places_than_people',
      sentence:
        `Mentors offer ${places} places and ${asked === 1 ? '1 person asks' : `${asked} people ask`}: ` +
        `at least ${free} ${free === 1 ? 'place stays' : 'places stay'} free.`,
    });
  }
  for (const { title, asked: askedHere, inScope = askedHere } of access.professions) {
    if (askedHere > inScope) {
      notices.push({
        code: 'baseline_too_small',
        sentence: `${title}: ${askedHere} asked, more than the ${inScope} whom the baseline counts.`,
      });
    }
  }
  return notices;
}

function takesPart({ consent, active }: Person): boolean {
  return consent && active;
}

function whyNotTakingPart(role: NotTakingPart['role'], { id, consent, active }: Person): NotTakingPart[] {
  if (!consent) {
    return [{ role, id, reason: 'no_consent', sentence: 'They have not consented to being matched.' }];
  }
  return active ? [] : [{ role, id, reason: 'not_active', sentence: 'They are not active at present.' }];
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareIdentifiers(a.id, b.id);
}
