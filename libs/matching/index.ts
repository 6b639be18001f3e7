export {
  CRITERIA,
  type Criterion,
  CRITERION_TITLES,
  checkRules,
  DEFAULT_RULES,
  type MatchingRules,
  type RulesInput,
  unknownPriorPaths,
} from './domain/rules';
export {
  ELIGIBILITY_RULES,
  type EligibilityRule,
  RULE_TEXTS,
  type RuleText,
} from './domain/eligibility-rule';
export { pairKey, type PeopleToPair } from './domain/compiled-people';
export { PairJudge, ruleBroken } from './domain/pair-judge';
export {
  type CoveredGap,
  type CriterionPoints,
  explainPair,
  type PairExplanation,
  type UncoveredGap,
} from './domain/explanation';
export {
  type FinishedRound,
  type RuleCount,
  type UnmatchedReason,
  UnmatchedReasons,
} from './domain/unmatched-reason';
export { type Shortage, Shortages } from './domain/shortage';
export { type GapNobodyOffers, gapsNobodyOffers } from './domain/gaps-nobody-offers';
export { type Access, type AccessRow, type Share } from './domain/access';
export { type Baseline, readBaseline } from './domain/baseline';
export { readEarlierPairs } from './domain/earlier-pairs';
export {
  type Match,
  type MatchOutcome,
  matchPeople,
  type Notice,
  type NotTakingPart,
  type Offer,
  type MatchInput,
  type Solve,
  type Unmatched,
} from './application/match-people';
