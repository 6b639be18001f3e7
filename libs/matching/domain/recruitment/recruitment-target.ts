import type { Mentee } from '@evenhand/people';
import type { PeopleOfRound } from '../bottleneck';
import type { GapNobodyOffers } from '../gaps-nobody-offers';
import type { SharedPlacesOfRound } from '../shortage';
import { asSentence, inFull, isWithheld, type TellCount, toldCount } from '../told-count';
import {
  type MentorProfile,
  profileFor,
  profileInWords,
  profileOfFewInWords,
  usualPlaces,
} from './mentor-profile';
import type { RecruitmentEffect } from './recruitment-effect';

/**
 * Why to recruit: too many share the same places, no mentor with a place is eligible for some, or nobody offers help with
 * a gap.
 */
export type RecruitmentReason = 'shortage' | 'no_eligible_mentor' | 'gap_nobody_offers';

/** For whom to look: a kind of mentor, why, and what such mentors would change. */
export interface RecruitmentTarget {
  readonly reason: RecruitmentReason;
  /** Position in the list of bottlenecks, where the reason is a shortage. */
  readonly bottleneck?: number;
  /** How many of those without a match it is about. */
  readonly without: number;
  readonly profile: MentorProfile;
  /** For whom, and whom to look for, in plain words. */
  readonly sentences: readonly string[];
  /** By number of mentors, ascending. Empty where no more solves could be afforded: nothing is guessed. */
  readonly effects: readonly RecruitmentEffect[];
}

/** Of the stages that people of one shortage aim for, so many become a target of their own. */
const MOST_STAGES = 3;

/**
 * Proposes whom to recruit: for each bottleneck, and for those for whom no mentor with a place is eligible, by the stage
 * that most aim for; and for each gap that nobody offers. Those that are about most people without a match come first, and
 * of those with the same profile the first alone is proposed.
 * What they would change is not computed here.
 *
 * @param ranked the shortages, in the order of the bottlenecks
 * @param unmatched indices of the mentees without a match
 * @param tell how counts of people stand in the sentences
 */
export function proposeTargets(
  people: PeopleOfRound,
  ranked: readonly SharedPlacesOfRound[],
  unmatched: { readonly all: readonly number[]; readonly withoutEligibleMentor: readonly number[] },
  gaps: readonly GapNobodyOffers[],
  tell: TellCount = inFull,
): RecruitmentTarget[] {
  const { mentees, mentors, catalogue } = people;
  const places = usualPlaces(mentors);
  const menteesAt = (indices: readonly number[]): Mentee[] => indices.map((index) => mentees[index]!);
  const shortages = ranked.flatMap(({ closest }, bottleneck) =>
    byStage(menteesAt(closest)).map(([stage, concerned]) => ({
      ...{ reason: 'shortage' as const, bottleneck, without: concerned.length, effects: [] },
      ...described(
        `${tell(concerned.length)} of those without a match in bottleneck ${bottleneck + 1} ${aim(tell, concerned.length)} stage ${stage}.`,
        profileFor(concerned, stage, places, catalogue),
        isWithheld(tell, concerned.length),
      ),
    })),
  );
  const nobodyEligible = byStage(menteesAt(unmatched.withoutEligibleMentor)).map(([stage, concerned]) => ({
    ...{ reason: 'no_eligible_mentor' as const, without: concerned.length, effects: [] },
    ...described(
      `${toldCount(tell, concerned.length, 'person', 'people')} ${aim(tell, concerned.length)} stage ${stage}, and no mentor with a place is eligible for them.`,
      profileFor(concerned, stage, places, catalogue),
      isWithheld(tell, concerned.length),
    ),
  }));
  const notOffered = gaps.map((gap) => {
    const asking = mentees.filter((mentee) => asksFor(mentee, gap));
    const without = menteesAt(unmatched.all).filter((mentee) => asksFor(mentee, gap));
    const concerned = without.length > 0 ? without : asking;
    return {
      ...{ reason: 'gap_nobody_offers' as const, without: without.length, effects: [] },
      ...described(
        `${toldCount(tell, gap.mentees, 'person asks', 'people ask')} about ${gap.topic} ${gap.title} at stage ${gap.stage}, ` +
          `which no mentor with a place has practised there; ` +
          `${toldCount(tell, without.length, 'of them is', 'of them are')} without a match.`,
        profileFor(concerned, gap.stage, places, catalogue, gap.topic),
        isWithheld(tell, concerned.length),
      ),
    };
  });
  const all = [...shortages, ...nobodyEligible, ...notOffered].sort((a, b) => b.without - a.without);
  return eachProfileOnce(all);
}

/** Whoever is recruited for the first of two equal profiles is recruited for the second. */
function eachProfileOnce(targets: readonly RecruitmentTarget[]): RecruitmentTarget[] {
  const first = new Map<string, RecruitmentTarget>();
  for (const target of targets) {
    const profile = JSON.stringify(target.profile);
    first.set(profile, first.get(profile) ?? target);
  }
  return [...first.values()];
}

function described(
  sentence: string,
  profile: MentorProfile,
  ofFew: boolean,
): Pick<RecruitmentTarget, 'profile' | 'sentences'> {
  const inWords = ofFew ? profileOfFewInWords(profile) : profileInWords(profile);
  return { profile, sentences: [asSentence(sentence), inWords] };
}

/** The stages that most aim for, and who does; between equals the one that comes first in the list of people. */
function byStage(people: readonly Mentee[]): [stage: string, concerned: Mentee[]][] {
  const aiming = new Map<string, Mentee[]>();
  for (const mentee of people) {
    aiming.set(mentee.targetStage, [...(aiming.get(mentee.targetStage) ?? []), mentee]);
  }
  return [...aiming].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_STAGES);
}

function asksFor({ targetStage, gaps }: Mentee, { stage, topic }: GapNobodyOffers): boolean {
  return targetStage === stage && gaps.some((gap) => gap.topic === topic);
}

function aim(tell: TellCount, people: number): string {
  return tell(people) === '1' ? 'aims for' : 'aim for';
}
