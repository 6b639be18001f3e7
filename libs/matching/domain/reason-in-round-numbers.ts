import { type DisclosurePolicy, releasedCount } from '@evenhand/disclosure';
import { RULE_TEXTS } from './eligibility-rule';
import type { TellCount } from './told-count';
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
export function countInWords(count: number, policy: DisclosurePolicy): CountInWords {
  const released = releasedCount(count, policy);
  return released === null ? `fewer than ${policy.smallest}` : `about ${released}`;
}

/** How a policy has counts stand in sentences. */
export function inWordsBy(policy: DisclosurePolicy): TellCount {
  return (count) => countInWords(count, policy);
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
  policy: DisclosurePolicy,
): ReasonInRoundNumbers {
  const told = inWordsBy(policy);
  const { code, eligibleMentors, places, placesTaken, shortage } = reason;
  const goesOn = waitingSince === undefined ? [] : [`The wait goes on counting from ${waitingSince}.`];
  return {
    code,
    sentence: [...sentences(reason, rules, told), ...goesOn].join(' '),
    eligibleMentors: told(eligibleMentors),
    places: told(places),
    placesTaken: told(placesTaken),
    ...(shortage === undefined
      ? {}
      : {
          shortage: {
            people: told(shortage.people),
            places: told(shortage.places),
            mentors: told(shortage.mentors),
          },
        }),
    rules: reason.rules.map(({ rule, title, first, broken, alone }) => ({
      rule,
      title,
      first: told(first),
      broken: told(broken),
      alone: told(alone),
    })),
  };
}

function sentences(reason: UnmatchedReason, rules: Deciding, told: TellCount): readonly string[] {
  const eligible = `Of the mentors, ${told(reason.eligibleMentors)} are eligible`;
  switch (reason.code) {
    case 'no_mentors':
      return ['Nobody takes part as a mentor. Mentors have to be found first.'];
    case 'no_eligible_mentor':
      return ['None of the mentors is eligible.', ...mostExcluding(reason.rules, told)];
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
              `More people than there are places, ${told(reason.shortage.people)}, can be helped only by the same mentors: some have to wait.`,
              whatDecides(rules),
            ]),
      ];
  }
}

/** The rule that most mentors break, and the one that most break alone where that is another. */
function mostExcluding(rules: readonly RuleCount[], tell: TellCount): readonly string[] {
  const by = (member: 'broken' | 'alone'): RuleCount | undefined =>
    [...rules].sort((a, b) => b[member] - a[member])[0];
  const most = by('broken');
  const nearest = by('alone');
  const told = (count: RuleCount, says: string): string =>
    `"${count.title}" ${says}. ${RULE_TEXTS[count.rule].change}`;
  return [
    ...(most === undefined ? [] : [told(most, `excludes the most, ${tell(most.broken)}`)]),
    ...(nearest === undefined || nearest.alone === 0 || nearest === most
      ? []
      : [told(nearest, `is all that stands in the way of ${tell(nearest.alone)}`)]),
  ];
}
