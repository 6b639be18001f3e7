import { ELIGIBILITY_RULES, type EligibilityRule, RULE_TEXTS, ruleBit } from './eligibility-rule';
import type { PairJudge } from './pair-judge';

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
  /** The reason in plain words, and what would change it. */
  readonly sentence: string;
  readonly eligibleMentors: number;
  /** Places that the eligible mentors offer. */
  readonly places: number;
  /** How many of these places went to others. */
  readonly placesTaken: number;
  /** Every rule that at least one mentor breaks, in the rules' order. */
  readonly rules: readonly RuleCount[];
}

/**
 * Explains why a mentee is without a mentor.
 *
 * @param mentee index of the mentee in the judge's people
 * @param placesTaken by index of the mentor, how many mentees they were given
 */
export function whyUnmatched(judge: PairJudge, mentee: number, placesTaken: Int32Array): UnmatchedReason {
  const { mentors } = judge.people;
  const counts = ELIGIBILITY_RULES.map((rule) => ({
    bit: ruleBit(rule),
    rule,
    first: 0,
    broken: 0,
    alone: 0,
  }));
  const eligible = { mentors: 0, places: 0, taken: 0 };
  mentors.forEach(({ capacity }, mentor) => {
    const broken = judge.brokenRules(mentee, mentor);
    if (broken === 0) {
      eligible.mentors++;
      eligible.places += capacity;
      eligible.taken += placesTaken[mentor]!;
      return;
    }
    const first = broken & -broken;
    for (const count of counts) {
      count.first += first === count.bit ? 1 : 0;
      count.broken += (broken & count.bit) === 0 ? 0 : 1;
      count.alone += broken === count.bit ? 1 : 0;
    }
  });
  const rules = counts
    .filter(({ broken }) => broken > 0)
    .map(({ rule, first, broken, alone }) => ({ rule, title: RULE_TEXTS[rule].title, first, broken, alone }));
  return {
    ...reason(mentors.length, eligible, rules),
    eligibleMentors: eligible.mentors,
    places: eligible.places,
    placesTaken: eligible.taken,
    rules,
  };
}

function reason(
  mentorCount: number,
  eligible: { readonly mentors: number; readonly places: number; readonly taken: number },
  rules: readonly RuleCount[],
): Pick<UnmatchedReason, 'code' | 'sentence'> {
  if (mentorCount === 0) {
    return { code: 'no_mentors', sentence: 'Nobody takes part as a mentor. Mentors have to be found first.' };
  }
  if (eligible.mentors === 0) {
    return { code: 'no_eligible_mentor', sentence: noneEligible(mentorCount, rules) };
  }
  const { mentors, places, taken } = eligible;
  const who = mentors === 1 ? 'One mentor is eligible' : `${mentors} mentors are eligible`;
  if (places === 0) {
    return {
      code: 'no_place_offered',
      sentence: `${who}, without a place to offer. A place with them would change this.`,
    };
  }
  if (taken < places) {
    return {
      code: 'nothing_gained',
      sentence:
        `${who} and ${places - taken} of their places free, but a match would add nothing to what this round ` +
        'optimises. Coverage among its objectives would change this.',
    };
  }
  const went = places === 1 ? 'only place went to somebody else' : `${places} places went to others`;
  return {
    code: 'places_taken',
    sentence: `${who}; their ${went}. More places with mentors like these would change this.`,
  };
}

/** Names the rule that most mentors break, and the one that most break alone where that is another. */
function noneEligible(mentorCount: number, rules: readonly RuleCount[]): string {
  const [most] = [...rules].sort((a, b) => b.broken - a.broken);
  const [nearest] = [...rules].sort((a, b) => b.alone - a.alone);
  const { title, sentence, change } = RULE_TEXTS[most!.rule];
  if (mentorCount === 1) {
    return `The only mentor is not eligible. ${sentence} ${change}`;
  }
  const sentences = [
    `None of the ${mentorCount} mentors is eligible.`,
    `"${title}" excludes the most, ${most!.broken}. ${change}`,
  ];
  if (nearest!.alone > 0 && nearest !== most) {
    const { title: nearestTitle, change: nearestChange } = RULE_TEXTS[nearest!.rule];
    sentences.push(`"${nearestTitle}" is all that stands in the way of ${nearest!.alone}. ${nearestChange}`);
  }
  return sentences.join(' ');
}
