export { aMentee, aMentor } from './people';
export {
  InMemoryCriticalPosts,
  InMemoryDecisionReviews,
  InMemoryPoolDecisions,
  InMemoryPoolMembers,
  InMemoryPoolPublications,
  InMemoryTalentPools,
} from './in-memory-talent';
export {
  InMemoryEnquiries,
  InMemoryMatchingRounds,
  InMemoryMatchingRuns,
  InMemoryMentoringRequests,
  InMemoryOpenJobs,
  InMemoryOutbox,
  InMemoryProposals,
  InMemoryTransaction,
} from './in-memory-matching';
export type { Restorable } from './rows-in-memory';
export { MatchingProgramme } from './matching-programme';
export { PeopleInMemory } from './people-in-memory';
export { authorityIn, authorityOfPerson, EVERYWHERE, RememberedTrail } from './authorities';
export { callerWith } from './callers';
export { InMemoryAccounts, InMemoryPeopleOfAccounts } from './in-memory-identity';
export { type RDistributions, rDistributions } from './r-distributions';
export { aPublicSnapshot, aReportSection } from './equity-snapshots';
export { aPublicPlan } from './public-plan';
