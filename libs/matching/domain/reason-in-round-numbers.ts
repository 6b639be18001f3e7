import { releasedCount } from '@evenhand/disclosure';
import { RULE_TEXTS } from './eligibility-rule';
import { type Deciding, type RuleCount, type UnmatchedReason, whatDecides } from './unmatched-reason';

/** A count of other people, or of their places, as somebody concerned may read it: `fewer than 10`, `about 25`. */
export type CountInWords = string;

/** Why somebody has no mentor, told so that it gives nobody else away: no count stands in it as it is. */
export interface ReasonInRoundNumbers {
  readonly code: UnmatchedReason['code'];
  readonly sentence: string;
  readonly eligibleMentors: CountInWords;
  readonly places: CountInWords;
  readonly placesTaken: CountInWords;
  readonly shortage?: Readonly<Record<'people' | 'places' | 'mentors', CountInWords>>;
  readonly rules: readonly (Pick<RuleCount, 'rule' | 'title'> &
    Readonly<Record<'first' | 'broken' | 'alone', CountInWords>>)[];
}

/** A count as somebody concerned may read it: rounded as counts are when they are published, and small ones not told. */
export function countInWords(count: number): CountInWords {
  const released = releasedCount(count);
  return released === null ? 'fewer than 10' : `about ${released}`;
}

/**
 * Tells somebody why they have no mentor. The sentence is made anew: from one that was made with true counts, small
 * ones could be read between the lines ("the only mentor", "one has to wait").
 *
 * @param waitingSince day from which the wait counts, `YYYY-MM-DD`
 */
export function reasonInRoundNumbers(
  reason: UnmatchedReason,
  rules: Deciding,
  waitingSince: string | undefined,
): ReasonInRoundNumbers {
  const { code, eligibleMentors, places, placesTaken, shortage } = reason;
  const goesOn = waitingSince === undefined ? [] : [`The wait goes on counting from ${waitingSince}.`];
  return {
    code,
    sentence: [...sentences(reason, rules), ...goesOn].join(' '),
    eligibleMentors: countInWords(eligibleMentors),
    places: countInWords(places),
    placesTaken: countInWords(placesTaken),
    ...(shortage === undefined
      ? {}
      : {
          shortage: {
            people: countInWords(shortage.people),
            places: countInWords(shortage.places),
            mentors: countInWords(shortage.mentors),
          },
        }),
    rules: reason.rules.map(({ rule, title, first, broken, alone }) => ({
      rule,
      title,
      first: countInWords(first),
      broken: countInWords(broken),
      alone: countInWords(alone),
    })),
  };
}

function sentences(reason: UnmatchedReason, rules: Deciding): readonly string[] {
  const eligible = `Of the mentors, ${countInWords(reason.eligibleMentors)} are eligible`;
  switch (reason.code) {
    case 'no_mentors':
      return ['Nobody takes part as a mentor. Mentors have to be found first.'];
    case 'no_eligible_mentor':
      return ['None of the mentors is eligible.', ...mostExcluding(reason.rules)];
    case 'no_place_offered':
      return [`${eligible}, without a place to offer.`];
    case 'nothing_gained':
      return [
        `${eligible} and have places left, but a match would add nothing to what this round optimises.`,
      ];
    case 'places_taken':
      return [
        `${eligible}; all of their places went to others.`,
        ...(reason.shortage === undefined
          ? [
              'Others could have moved to a free place and left theirs, but that would add nothing to what this round optimises.',
            ]
          : [
              `More people than there are places, ${countInWords(reason.shortage.people)}, can be helped only by the same mentors: some have to wait.`,
              whatDecides(rules),
            ]),
      ];
  }
}

/** The rule that most mentors break, and the one that most break alone where that is another. */
function mostExcluding(rules: readonly RuleCount[]): readonly string[] {
  const by = (member: 'broken' | 'alone'): RuleCount | undefined =>
    [...rules].sort((a, b) => b[member] - a[member])[0];
  const most = by('broken');
  const nearest = by('alone');
  const told = (count: RuleCount, says: string): string =>
    `"${count.title}" ${says}. ${RULE_TEXTS[count.rule].change}`;
  return [
    ...(most === undefined ? [] : [told(most, `excludes the most, ${countInWords(most.broken)}`)]),
    ...(nearest === undefined || nearest.alone === 0 || nearest === most
      ? []
      : [told(nearest, `is all that stands in the way of ${countInWords(nearest.alone)}`)]),
  ];
}
