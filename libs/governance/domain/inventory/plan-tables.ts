import type { HeldTable } from './held-data';

const OF_PLAN = 'about a plan, not about a person';
const COUNTED = 'counts changes';
const ROLES_ONLY = 'names posts and roles, and no person';

/**
 * What leadership plans and boards hold. None of it is about a person but who had a plan published: owners are named by
 * their post or role.
 */
export const PLAN_TABLES: readonly HeldTable[] = [
  {
    table: 'leadership_plan',
    personal: {},
    impersonal: {
      programme_id: OF_PLAN,
      title: OF_PLAN,
      starts_on: OF_PLAN,
      vacancies: 'counts of posts that are expected to be open',
      version: COUNTED,
    },
  },
  {
    table: 'leadership_plan_section',
    personal: {},
    impersonal: {
      programme_id: OF_PLAN,
      kind: OF_PLAN,
      code: OF_PLAN,
      owner: ROLES_ONLY,
      evidence: ROLES_ONLY,
      state: OF_PLAN,
      releases: 'how many people one organisation let go to another',
      version: COUNTED,
    },
  },
  {
    table: 'leadership_plan_entry',
    personal: {},
    impersonal: {
      id: OF_PLAN,
      programme_id: OF_PLAN,
      kind: OF_PLAN,
      content: ROLES_ONLY,
      added_at: OF_PLAN,
      version: COUNTED,
    },
  },
  {
    table: 'population_baseline',
    personal: {},
    impersonal: {
      programme_id: OF_PLAN,
      source: 'where counts are from',
      as_of: OF_PLAN,
      populations: 'counts of a workforce and of a community',
      version: COUNTED,
    },
  },
  {
    table: 'board',
    personal: {},
    impersonal: {
      id: 'about a board',
      programme_id: 'about a board',
      organisation_id: 'about a board',
      kind: 'about a board',
      seats: 'what seats there are and from which profession each is held, without who holds it',
      version: COUNTED,
    },
  },
  {
    table: 'leadership_plan_snapshot',
    title: 'Snapshots of leadership plans that you put forward, or decided about',
    handling: {
      purpose: 'to answer for what is published: nobody approves their own',
      basis: 'accountability',
      seenBy: 'the holder of the account',
      keptFor: 'report',
      onErasure: 'pseudonymised',
    },
    personal: {
      put_forward_by: 'Account that put it forward',
      decided_by: 'Account that decided',
      decided_at: 'Decided at',
    },
    impersonal: {
      id: OF_PLAN,
      programme_id: OF_PLAN,
      state: OF_PLAN,
      outline: 'counts that were made safe to publish',
      counted: 'counts of people who are ready, by profession and place',
      counted_at: OF_PLAN,
      programme_title: OF_PLAN,
      reason: 'why a board did not publish the plan of a whole programme',
    },
  },
];
