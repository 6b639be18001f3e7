/**
 * The hard rules, in the order in which they are asked: first those about two people by name, then what their profiles
 * say, last the score. One that is broken ends the matter, whatever the others would say.
 */
export const ELIGIBILITY_RULES = [
  'not_taking_part',
  'same_person',
  'own_line',
  'excluded',
  'earlier_pair',
  'decided_against',
  'stage_too_low',
  'no_gap_covered',
  'language',
  'mode',
  'access_needs',
  'below_floor',
] as const;
/** The code of a hard rule. */
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];

/** The bit of a rule in a set of broken rules. */
export function ruleBit(rule: EligibilityRule): number {
  return 1 << ELIGIBILITY_RULES.indexOf(rule);
}

/** How a rule reads. */
export interface RuleText {
  /** A heading for counts. */
  readonly title: string;
  /** Why this pair is not eligible. */
  readonly sentence: string;
  /** What would change it. */
  readonly change: string;
}

/** The texts of every rule. They speak of `mentor` and `mentee`, never of names. */
export const RULE_TEXTS: Readonly<Record<EligibilityRule, RuleText>> = {
  not_taking_part: {
    title: 'Not taking part',
    sentence: 'One of the two has not consented to being matched or is not active.',
    change: 'Both have to consent and be active.',
  },
  same_person: {
    title: 'The same person',
    sentence: 'Mentee and mentor are the same person.',
    change: 'Nobody can be their own mentor.',
  },
  own_line: {
    title: 'One line of management',
    sentence: 'One of the two reports to the other, directly or through one manager.',
    change: 'It ends when neither reports to the other any longer.',
  },
  excluded: {
    title: 'Not to be paired',
    sentence: 'The two are on record as not to be paired.',
    change: 'Whoever put the other on record can take that back.',
  },
  earlier_pair: {
    title: 'Paired or declined before',
    sentence: 'The two were a pair before, or one of them declined the other.',
    change: 'The mentee can ask for this mentor again.',
  },
  decided_against: {
    title: 'Decided against',
    sentence:
      'Whoever runs the round decided that the two are not matched in it, or that the mentee is matched with another mentor.',
    change: 'The decision holds for this round; in another one it counts no longer.',
  },
  stage_too_low: {
    title: 'Stage too low',
    sentence:
      "The mentor's stage is not above the mentee's, or is below the stage that the mentee aims for, and the two have not " +
      'both chosen to be peers at one stage.',
    change:
      'Mentors at the target stage have to be found; a peer will do where the mentee asks for one and the mentor is willing.',
  },
  no_gap_covered: {
    title: 'No gap covered',
    sentence: 'The mentor has practised none of the gaps at the target stage or above.',
    change:
      'Mentors who have practised these gaps at the target stage have to be found, or other gaps put on the list.',
  },
  language: {
    title: 'No shared language',
    sentence: 'The two share no language in which they can meet.',
    change: 'Either of them can add a language.',
  },
  mode: {
    title: 'No shared way of meeting',
    sentence: 'One of the two meets in person only, the other remotely only.',
    change: 'Either of them can open up to both ways of meeting.',
  },
  access_needs: {
    title: 'Access needs not met',
    sentence: 'The mentor does not offer everything that the mentee needs in order to meet.',
    change: 'What is missing has to be arranged with a mentor.',
  },
  below_floor: {
    title: 'Score below the floor',
    sentence: "The pair's score is below the floor of the round.",
    change: 'Mentors who cover more of the gaps have to be found, or the floor lowered before the round.',
  },
};
