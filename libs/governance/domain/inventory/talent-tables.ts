import type { HeldTable } from './held-data';

const OF_POOL = 'about a pool, not about a person';
const COUNTED = 'counts changes';
const SOMEBODY_ELSE = 'says who somebody else is; their role is told';

/** What the context `talent` holds. */
export const TALENT_TABLES: readonly HeldTable[] = [
  {
    table: 'talent_pool',
    personal: {},
    impersonal: {
      id: OF_POOL,
      programme_id: OF_POOL,
      title: OF_POOL,
      purpose: OF_POOL,
      ways_in: OF_POOL,
      state: OF_POOL,
      criteria_version: OF_POOL,
      created_at: OF_POOL,
      opened_at: OF_POOL,
      closed_at: OF_POOL,
      version: COUNTED,
    },
  },
  {
    table: 'talent_pool_criteria',
    personal: {},
    impersonal: {
      pool_id: OF_POOL,
      number: OF_POOL,
      criteria: 'published criteria',
      holds_from: OF_POOL,
      reason: 'why criteria changed',
    },
  },
  {
    table: 'talent_pool_member',
    title: 'Your way through talent pools',
    handling: {
      purpose: 'to know who may be ready for which posts, and why',
      basis: 'public_task',
      seenBy: 'the person; coordinators; the talent board once the person has declared their interest',
      keptFor: 'closed_record',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      pool_id: 'Talent pool',
      person_id: 'Person',
      way_in: 'Applied or nominated',
      state: 'Where they stand',
      reason: 'Why, in the words of whoever applied or nominated',
      nominated_as: 'As what somebody nominated them',
      nominator_role: 'Role of whoever nominated them',
      nominator_person_id: { field: 'Who nominated them', withheld: SOMEBODY_ELSE },
      came_at: 'Came at',
      interest_declared_at: 'Declared their interest at',
      horizon: 'When they would be ready',
      evidence: 'What shows it',
      assessed_by_version: 'Version of the criteria by which they were assessed',
      assessed_at: 'Assessed at',
      assessor_role: 'Role of whoever assessed them',
      assessor_person_id: { field: 'Who assessed them', withheld: SOMEBODY_ELSE },
      ended_at: 'Ended at',
      ending_note: 'What was said at the end',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'talent_pool_decision',
    title: 'Decisions on you in talent pools',
    handling: {
      purpose: 'to answer for who was taken into a pool, by which criteria',
      basis: 'public_task',
      seenBy: 'the person; coordinators; the talent board',
      keptFor: 'round',
      onErasure: 'pseudonymised',
    },
    personal: {
      member_id: { field: 'Membership', onErasure: 'erased' },
      outcome: 'What was decided',
      decided_at: 'Decided at',
      decider_role: 'Role of whoever decided',
      decider_person_id: { field: 'Who decided', withheld: SOMEBODY_ELSE, onErasure: 'erased' },
      criteria_version: 'Version of the criteria',
      reason: { field: 'Reason', onErasure: 'erased' },
    },
    impersonal: { id: 'names the decision', pool_id: OF_POOL },
  },
  {
    table: 'talent_pool_publication',
    personal: {},
    impersonal: {
      pool_id: OF_POOL,
      as_of: OF_POOL,
      composition: 'counts that were made safe to publish',
      decisions: 'counts that were made safe to publish',
    },
  },
];
