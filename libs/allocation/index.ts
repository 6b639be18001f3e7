export {
  type Allocation,
  type AllocationMentee,
  type AllocationMentor,
  type AllocationProblem,
  type Certificate,
  type CertifiedAllocation,
  type ExpectedByPrice,
  type GroupCount,
  type Objective,
  OBJECTIVES,
  type PairAt,
  type PairSource,
  type PricedRows,
  type Price,
  type PriorAccess,
  type Rate,
  type SolveProgress,
  type TightSet,
  LONGEST_SEED,
  TOP_CAPACITY,
  TOP_PRIOR,
  TOP_PRIORITY,
  TOP_SCORE,
} from './problem';
export { solve, type SolveOptions } from './solve';
export { type AmendableMatching, amendable } from './amend/amendable-matching';
export type { PairDecisions } from './pair-decisions';
export { type Reoptimised, reoptimise } from './reoptimise';
export { type HeldCounts, type SolvedAround, solveAround } from './solve-around';
export { ENGINE } from './engine-name';
export { compacted, type CompactProblem } from './exchange/compacted';
export { CompactPairs, type PairColumns } from './exchange/compact-pairs';
export {
  type ExchangedProblem,
  MOST_EDGES,
  MOST_PEOPLE,
  MOST_QUOTAS,
  parseProblem,
  PROBLEM_FORMAT,
} from './exchange/problem-file';
export { canonicalProblemChunks, problemSha256 } from './exchange/canonical-problem';
export { RESULT_FORMAT, resultDocument, resultText } from './exchange/result-file';
export { LONGEST_QUOTA_NAME, type ProblemWithQuotas, type Quota } from './quotas/quota';
export type { Optimality, QuotaAllocation, QuotaConflict, UnprovenObjective } from './quotas/quota-solution';
export { type QuotaOptions, QuotasUndecided, solveWithQuotas } from './quotas/solve-with-quotas';
export type { Claim, Verdict } from './verifier/claims';
export type { ProblemToVerify } from './verifier/matching-claims';
export { verify } from './verifier/verify';
export { RefutedResult, verifiedResult, type VerifiedResult } from './verified-result';
export { verifyDocuments } from './verifier/verify-documents';
