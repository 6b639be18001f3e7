import type { HeldTable } from './held-data';

const OFFERED = 'about an opportunity, not about a person';

/** What the context `development` holds. */
export const DEVELOPMENT_TABLES: readonly HeldTable[] = [
  {
    table: 'opportunity',
    personal: {},
    impersonal: {
      id: OFFERED,
      programme_id: OFFERED,
      organisation_id: OFFERED,
      kind: OFFERED,
      phase: OFFERED,
      title: OFFERED,
      description: OFFERED,
      professions: OFFERED,
      professions_reason: OFFERED,
      closes_on: OFFERED,
      state: OFFERED,
      created_at: OFFERED,
      version: 'counts changes',
    },
  },
];
