import { type EligibilityRule, RULE_TEXTS } from './eligibility-rule';
import { type PairJudge, ruleBroken } from './pair-judge';
import { CRITERIA, type Criterion, CRITERION_TITLES } from './rules';
import { halvesCovered } from './scoring';

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

/** Why a pair is worth what it is, or why it is none: the judge's own figures, never a story made up afterwards. */
export type PairExplanation =
  | {
      readonly eligible: true;
      readonly score: number;
      readonly points: readonly CriterionPoints[];
      readonly gaps: readonly CoveredGap[];
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
  return {
    eligible: true,
    score,
    points: CRITERIA.map((criterion, at) => ({
      criterion,
      title: CRITERION_TITLES[criterion],
      points: points[at]!,
      weight: judge.rules.weights[criterion],
    })),
    gaps: coveredGaps(judge, mentee, mentor),
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
