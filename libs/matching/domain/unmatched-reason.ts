import { ELIGIBILITY_RULES, type EligibilityRule, RULE_TEXTS, ruleBit } from './eligibility-rule';
import type { PairJudge } from './pair-judge';
import type { MatchingRules } from './rules';
import { type Shortage, Shortages } from './shortage';

/** How many mentors one rule keeps from a mentee. */
export interface RuleCount {
  readonly rule: EligibilityRule;
  readonly title: string;
  /** It is the first rule that they break: over all rules these add up to the mentors who are not eligible. */
  readonly first: number;
  /** They break it, whatever else they break. */
  readonly broken: number;
  /** They break it and no other. */
  readonly alone: number;
}

/** Why somebody has no mentor after a round. */
export interface UnmatchedReason {
  /**
   * `no_mentors`: nobody takes part as a mentor. `no_eligible_mentor`: the rules exclude every mentor.
   * `no_place_offered`: those eligible offer no place. `places_taken`: their places went to others. `nothing_gained`:
   * they have places left, but a match would add nothing to what the round optimises.
   */
  readonly code: 'no_mentors' | 'no_eligible_mentor' | 'no_place_offered' | 'places_taken' | 'nothing_gained';
  /** The reason in plain words: what is said to have decided was computed. */
  readonly sentence: string;
  readonly eligibleMentors: number;
  /** Places that the eligible mentors offer. */
  readonly places: number;
  /** How many of these places went to others. */
  readonly placesTaken: number;
  /** With whom they share these places, and all others that could become free for them; only where none is free. */
  readonly shortage?: Shortage;
  /** Every rule that at least one mentor breaks, in the rules' order. */
  readonly rules: readonly RuleCount[];
}

/** What chooses among people who cannot all be matched. */
export interface Deciding extends Pick<MatchingRules, 'objectives' | 'equityLevels'> {
  /** Whether somebody decided about single pairs before. */
  readonly overridden?: boolean;
  /** Whether every group that evenness looks at had to keep the number of matches that it had before they decided. */
  readonly countsHeld?: boolean | undefined;
}

/** A finished round, from which the reasons are read. */
export interface FinishedRound {
  readonly judge: PairJudge;
  readonly rules: Deciding;
  /** For each mentee the index of the mentor, or -1. */
  readonly mentorOf: Int32Array;
  /** For each mentee the whole days of waiting up to the round. */
  readonly waitingDays: readonly number[];
}

/** Explains why mentees are without a mentor. */
export class UnmatchedReasons {
  readonly #round: FinishedRound;
  readonly #placesTaken: Int32Array;
  readonly #shortages: Shortages;
  /** By profession, the least days that anybody matched had waited. */
  readonly #leastWait = new Map<string, number>();

  constructor(round: FinishedRound) {
    const { judge, mentorOf, waitingDays } = round;
    const { mentees, mentors } = judge.people;
    this.#round = round;
    this.#placesTaken = new Int32Array(mentors.length);
    this.#shortages = new Shortages(
      judge,
      mentorOf,
      Int32Array.from(mentors, ({ capacity }) => capacity),
    );
    mentorOf.forEach((mentor, mentee) => {
      if (mentor >= 0) {
        const { profession } = mentees[mentee]!.background;
        this.#placesTaken[mentor]!++;
        this.#leastWait.set(
          profession,
          Math.min(this.#leastWait.get(profession) ?? Infinity, waitingDays[mentee]!),
        );
      }
    });
  }

  /**
   * The reason of one mentee.
   *
   * @param mentee index of a mentee without a match
   */
  of(mentee: number): UnmatchedReason {
    const { judge } = this.#round;
    const { mentees, mentors } = judge.people;
    const { waitingSince } = mentees[mentee]!;
    const eligible = { mentors: 0, places: 0, taken: 0 };
    const brokenByMentor = mentors.map(({ capacity }, mentor) => {
      const broken = judge.brokenRules(mentee, mentor);
      if (broken === 0) {
        eligible.mentors++;
        eligible.places += capacity;
        eligible.taken += this.#placesTaken[mentor]!;
      }
      return broken;
    });
    const rules = countRules(brokenByMentor);
    const shortage = this.#shortages.of(mentee);
    const { code, sentences } = this.#reason(mentee, eligible, rules, shortage);
    const goesOn = waitingSince === undefined ? [] : [`The wait goes on counting from ${waitingSince}.`];
    return {
      code,
      sentence: [...sentences, ...goesOn].join(' '),
      eligibleMentors: eligible.mentors,
      places: eligible.places,
      placesTaken: eligible.taken,
      ...(shortage === undefined ? {} : { shortage }),
      rules,
    };
  }

  #reason(
    mentee: number,
    { mentors, places, taken }: { readonly mentors: number; readonly places: number; readonly taken: number },
    rules: readonly RuleCount[],
    shortage: Shortage | undefined,
  ): { readonly code: UnmatchedReason['code']; readonly sentences: readonly string[] } {
    const all = this.#placesTaken.length;
    if (all === 0) {
      return {
        code: 'no_mentors',
        sentences: ['Nobody takes part as a mentor. Mentors have to be found first.'],
      };
    }
    if (mentors === 0) {
      return { code: 'no_eligible_mentor', sentences: noneEligible(all, rules) };
    }
    const who = mentors === 1 ? 'One mentor is eligible' : `${mentors} mentors are eligible`;
    if (places === 0) {
      return { code: 'no_place_offered', sentences: [`${who}, without a place to offer.`] };
    }
    if (taken < places) {
      const free = `${places - taken} of their places ${places - taken === 1 ? 'is' : 'are'} free`;
      return {
        code: 'nothing_gained',
        sentences: [`${who} and ${free}, but a match would add nothing to what this round optimises.`],
      };
    }
    const went = places === 1 ? 'only place went to somebody else' : `${places} places went to others`;
    return {
      code: 'places_taken',
      sentences: [
        `${who}; their ${went}.`,
        shortage === undefined
          ? 'Others could have moved to a free place and left theirs, but that would add nothing to what this round optimises.'
          : `${shared(shortage)} ${this.#deciding(mentee)}`,
      ],
    };
  }

  /** What chose among those who share a shortage: the wait where it tells them apart, else the order of what counts. */
  #deciding(mentee: number): string {
    const { judge, rules, waitingDays } = this.#round;
    const wait = waitingDays[mentee]!;
    const leastWait = this.#leastWait.get(judge.people.mentees[mentee]!.background.profession) ?? 0;
    if (rules.objectives.includes('priority') && wait < leastWait) {
      return `Everyone matched from this profession had waited ${counted(leastWait, 'day')} or more; this wait is ${counted(wait, 'day')}.`;
    }
    return whatDecides(rules);
  }
}

/** In which order a round chooses among people who cannot all be matched, in one sentence. */
export function whatDecides(deciding: Deciding): string {
  const { objectives, equityLevels, countsHeld = false } = deciding;
  const evenness =
    equityLevels.length === 2 ? 'evenness over groups and professions' : 'evenness over groups';
  const [first = 'the draw by the seed', ...others] = [
    ...(objectives.includes('equity') && !countsHeld ? [evenness] : []),
    ...(objectives.includes('priority') ? ['waiting'] : []),
    ...(objectives.includes('score') ? ['the fit'] : []),
  ];
  return `${whatIsGiven(deciding)}Among equals ${first} comes first${others.map((other) => `, then ${other}`).join('')}.`;
}

/** Where counts are held, it is they that choose among groups, and evenness chooses nobody any more. */
function whatIsGiven({ equityLevels, overridden = false, countsHeld = false }: Deciding): string {
  const kept = equityLevels.length === 2 ? 'every group and profession keeps' : 'every group keeps';
  const held = countsHeld ? `, and ${kept} the number of matches that it had before` : '';
  return overridden ? `What a coordinator decided about single pairs is given${held}. ` : '';
}

function countRules(brokenByMentor: readonly number[]): RuleCount[] {
  const counts = ELIGIBILITY_RULES.map((rule) => ({ rule, first: 0, broken: 0, alone: 0 }));
  for (const broken of brokenByMentor) {
    for (const count of broken === 0 ? [] : counts) {
      const bit = ruleBit(count.rule);
      count.first += (broken & -broken) === bit ? 1 : 0;
      count.broken += (broken & bit) === 0 ? 0 : 1;
      count.alone += broken === bit ? 1 : 0;
    }
  }
  return counts
    .filter(({ broken }) => broken > 0)
    .map(({ rule, ...count }) => ({ rule, title: RULE_TEXTS[rule].title, ...count }));
}

function shared({ people, places, mentors }: Shortage): string {
  const without = people - places;
  return (
    `${people} people, ${without} of them without a match, can be helped only by the same ` +
    `${counted(places, 'place')} with ${counted(mentors, 'mentor')}: ${without === 1 ? 'one has' : 'some have'} to wait.`
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Names the rule that most mentors break, and the one that most break alone where that is another. */
function noneEligible(mentorCount: number, rules: readonly RuleCount[]): string[] {
  const [most] = [...rules].sort((a, b) => b.broken - a.broken);
  const [nearest] = [...rules].sort((a, b) => b.alone - a.alone);
  const { title, sentence, change } = RULE_TEXTS[most!.rule];
  if (mentorCount === 1) {
    return [`The only mentor is not eligible. ${sentence} ${change}`];
  }
  const sentences = [
    `None of the ${mentorCount} mentors is eligible.`,
    `"${title}" excludes the most, ${most!.broken}. ${change}`,
  ];
  if (nearest!.alone > 0 && nearest !== most) {
    const { title: nearestTitle, change: nearestChange } = RULE_TEXTS[nearest!.rule];
    sentences.push(`"${nearestTitle}" is all that stands in the way of ${nearest!.alone}. ${nearestChange}`);
  }
  return sentences;
}
