import type { Background, Likeness } from '@evenhand/people';
import { type EligibilityRule, RULE_TEXTS } from './eligibility-rule';
import { halvesCovered } from './gap-cover';
import { type PairJudge, ruleBroken } from './pair-judge';
import { CRITERIA, type Criterion, CRITERION_TITLES } from './rules';

/** What a pair earned in one criterion, of how many points it could have earned. */
export interface CriterionPoints {
  readonly criterion: Criterion;
  readonly title: string;
  readonly points: number;
  readonly weight: number;
}

/** A gap of the mentee that the mentor can help with: what both people of a match read. */
export interface CoveredGap {
  /** Code and title of the topic. */
  readonly topic: string;
  readonly title: string;
  /** Place in the mentee's own order, from 1. */
  readonly rank: number;
  /** What the target stage asks less what is there, 1 to 4. */
  readonly size: number;
  /** Code of the stage that the mentee aims for. */
  readonly askedAt: string;
  /** Code of the highest stage at which the mentor has practised it. */
  readonly practisedAt: string;
  /** `half` where that is one stage below the one asked for. */
  readonly cover: 'whole' | 'half';
  /** All of this in one line. */
  readonly text: string;
}

/** A gap of the mentee that the mentor cannot help with. */
export interface UncoveredGap {
  /** Code and title of the topic. */
  readonly topic: string;
  readonly title: string;
  /** Place in the mentee's own order, from 1. */
  readonly rank: number;
}

/** Why a pair is worth what it is, or why it is none: the judge's own figures, never a story made up afterwards. */
export type PairExplanation =
  | {
      readonly eligible: true;
      readonly score: number;
      readonly points: readonly CriterionPoints[];
      readonly gaps: readonly CoveredGap[];
      /** In the mentee's order. */
      readonly gapsNotCovered: readonly UncoveredGap[];
      /** What both should know before they say yes: preferences, met or not, and who would have to travel. */
      readonly notes: readonly string[];
    }
  | {
      readonly eligible: false;
      readonly rule: EligibilityRule;
      readonly sentence: string;
      readonly change: string;
    };

/**
 * Explains one pair.
 *
 * @param mentee index of the mentee in the judge's people
 * @param mentor index of the mentor in the judge's people
 */
export function explainPair(judge: PairJudge, mentee: number, mentor: number): PairExplanation {
  const points = new Int32Array(CRITERIA.length);
  const score = judge.judge(mentee, mentor, points);
  if (score < 0) {
    const rule = ruleBroken(score);
    return { eligible: false, rule, sentence: RULE_TEXTS[rule].sentence, change: RULE_TEXTS[rule].change };
  }
  const gaps = coveredGaps(judge, mentee, mentor);
  return {
    eligible: true,
    score,
    points: CRITERIA.map((criterion, at) => ({
      criterion,
      title: CRITERION_TITLES[criterion],
      points: points[at]!,
      weight: judge.rules.weights[criterion],
    })),
    gaps,
    gapsNotCovered: uncoveredGaps(judge, mentee, gaps),
    notes: [...preferenceNotes(judge, mentee, mentor), ...placeNotes(judge, mentee, mentor)],
  };
}

function coveredGaps(judge: PairJudge, mentee: number, mentor: number): CoveredGap[] {
  const { mentees, catalogue } = judge.people;
  const { gaps, targetStage } = mentees[mentee]!;
  const practised = judge.practised(mentee, mentor);
  return gaps.flatMap(({ topic, size }, at) => {
    const halves = halvesCovered(practised[at]!, catalogue.stageRank(targetStage));
    if (halves === 0) {
      return [];
    }
    const title = catalogue.topic(topic)!.title;
    const practisedAt = catalogue.content.stages[practised[at]!]!.code;
    const half = halves === 1 ? ', which counts half' : '';
    return {
      topic,
      title,
      rank: at + 1,
      size,
      askedAt: targetStage,
      practisedAt,
      cover: halves === 2 ? 'whole' : 'half',
      text: `${topic} ${title}: asked at stage ${targetStage}, practised at stage ${practisedAt}${half}`,
    };
  });
}

function uncoveredGaps(judge: PairJudge, mentee: number, covered: readonly CoveredGap[]): UncoveredGap[] {
  const { mentees, catalogue } = judge.people;
  return mentees[mentee]!.gaps.flatMap(({ topic }, at) =>
    covered.some(({ rank }) => rank === at + 1)
      ? []
      : [{ topic, title: catalogue.topic(topic)!.title, rank: at + 1 }],
  );
}

function preferenceNotes(judge: PairJudge, mentee: number, mentor: number): string[] {
  const { mentees, mentors, catalogue } = judge.people;
  const { background: asking, preferProfession, preferOrganisation } = mentees[mentee]!;
  const { background: offering } = mentors[mentor]!;
  const titleOf = ({ profession }: Background): string => catalogue.profession(profession)!.title;
  const notes: string[] = [];
  const sameProfession = asking.profession === offering.profession;
  if (preferProfession !== 'any') {
    const near = preferProfession === 'same' && !sameProfession && asking.group === offering.group;
    const which = sameProfession
      ? `both: ${titleOf(asking)}`
      : `mentee: ${titleOf(asking)}; mentor: ${titleOf(offering)}`;
    notes.push(
      `Prefers ${preferProfession === 'same' ? 'the same' : 'another'} profession: ` +
        `${met(preferProfession, sameProfession)}${near ? ', but of the same professional group' : ''} (${which}).`,
    );
  }
  if (preferOrganisation !== 'any') {
    const same = judge.inCommon(mentee, mentor).organisation;
    notes.push(
      `Prefers ${preferOrganisation === 'same' ? 'the same' : 'another'} organisation: ${met(preferOrganisation, same)}.`,
    );
  }
  return notes;
}

function met(preference: Likeness, same: boolean): string {
  return (preference === 'same') === same ? 'met' : 'not met';
}

function placeNotes(judge: PairJudge, mentee: number, mentor: number): string[] {
  if (judge.inCommon(mentee, mentor).region) {
    return [];
  }
  const asking = judge.people.mentees[mentee]!.mode === 'in_person';
  const offering = judge.people.mentors[mentor]!.mode === 'in_person';
  if (asking && offering) {
    return ['Both meet in person only and work in different regions: agree on a place first.'];
  }
  return asking || offering
    ? [
        `The ${asking ? 'mentee' : 'mentor'} meets in person only and the two work in different regions: one of them has to travel.`,
      ]
    : [];
}
