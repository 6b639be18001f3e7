export type { Counted } from './counted';
export type { Estimate, Interval, Reason, ReasonCode, TestResult } from './estimate';
export { wilson } from './rates/wilson';
export { newcombe } from './rates/newcombe';
export { katz } from './rates/katz';
export {
  type LikelihoodOptions,
  type LikelihoodOrder,
  type RelativeLikelihood,
  relativeLikelihood,
} from './rates/relative-likelihood';
export { type ImpactRatio, impactRatio } from './rates/impact-ratio';
export { type SampleSize, sampleSizeNeeded, type SampleSizeQuestion } from './rates/sample-size-needed';
export { fisherExact } from './tables/fisher-exact';
export { type ChiSquared, chiSquared } from './tables/chi-squared';
export { holm } from './several-tests/holm';
export { benjaminiHochberg } from './several-tests/benjamini-hochberg';
export type { Stratum } from './strata/stratum';
export { type MantelHaenszel, mantelHaenszel } from './strata/mantel-haenszel';
export { cochranMantelHaenszel } from './strata/cochran-mantel-haenszel';
export type { Durations } from './waiting/durations';
export { kaplanMeier, type SurvivalCurve } from './waiting/kaplan-meier';
export type { SurvivalStep } from './waiting/survival-step';
export { type LogRank, logRank } from './waiting/log-rank';
export { type RestrictedMean, restrictedMean } from './waiting/restricted-mean';
export { type RepresentationIndex, representationIndex } from './representation/representation-index';
export { exactBinomial } from './representation/exact-binomial';
export { clopperPearson } from './representation/clopper-pearson';
export { type MoreNeeded, moreNeeded } from './verdicts/enough-data';
export { type GroupCount, type GroupVerdict, type Verdict, verdicts } from './verdicts/verdicts';
export type { CountedRange, CountRange } from './verdicts/count-range';
export type { Direction } from './verdicts/compared-ranges';
export { type GroupRange, type PossibleVerdicts, possibleVerdicts } from './verdicts/possible-verdicts';
export { type Ceiling, type CeilingStep, ceilings, type LevelStep } from './ceilings/ceilings';
export { type LevelHeadcounts, stepsOfHeadcounts } from './ceilings/steps-of-headcounts';
