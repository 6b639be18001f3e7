export { aMentee, aMentor } from './people';
export {
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
  type Restorable,
} from './in-memory-matching';
export { MatchingProgramme } from './matching-programme';
export { PeopleInMemory } from './people-in-memory';
export { authorityIn, authorityOfPerson, EVERYWHERE, RememberedTrail } from './authorities';
export { callerWith } from './callers';
export { InMemoryAccounts, InMemoryPeopleOfAccounts } from './in-memory-identity';
