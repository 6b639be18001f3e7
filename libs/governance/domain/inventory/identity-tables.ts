import type { HeldTable } from './held-data';

const COUNTED = 'counts changes';
const OPENS_A_DOOR = 'whoever had it could act in your place';
const SOMEBODY_ELSE = 'says who somebody else is';

/** What the context `identity` holds. */
export const IDENTITY_TABLES: readonly HeldTable[] = [
  {
    table: 'account',
    title: 'Your account',
    handling: {
      purpose: 'to know who signs in, and what they may do',
      basis: 'public_task',
      seenBy: 'the holder; platform admins',
      keptFor: 'account',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      kind: 'Whether a person or a machine signs in with it',
      email: 'Email address',
      issuer: 'Where you sign in',
      subject: 'How you are called there',
      state: 'Whether it opens anything',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'person_account',
    title: 'Who you are in which programme',
    handling: {
      purpose: 'to know whose own things are',
      basis: 'public_task',
      seenBy: 'the holder',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: { person_id: 'Person', account_id: 'Account', claimed_at: 'Since' },
    impersonal: {},
  },
  {
    table: 'role_grant',
    title: 'Roles that you were given',
    handling: {
      purpose: 'to know who may do what, and who allowed it',
      basis: 'accountability',
      seenBy: 'the holder; platform admins',
      keptFor: 'closed_record',
      onErasure: 'kept',
    },
    personal: {
      id: 'Id',
      account_id: 'Account',
      role: 'Role',
      programme_id: 'Programme',
      organisation_id: 'Organisation whose own auditor it makes',
      state: 'Where it stands',
      asked_by: { field: 'Account of who asked for it', withheld: SOMEBODY_ELSE },
      asked_at: 'Asked for at',
      confirmed_by: { field: 'Account of who confirmed it', withheld: SOMEBODY_ELSE },
      confirmed_at: 'Confirmed at',
      ended_by: { field: 'Account of who ended it', withheld: SOMEBODY_ELSE },
      ended_at: 'Ended at',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'session',
    title: 'Where you are signed in',
    handling: {
      purpose: 'to keep somebody signed in to the pages',
      basis: 'public_task',
      seenBy: 'the holder',
      keptFor: 'session',
      onErasure: 'erased',
    },
    personal: {
      sha256: { field: 'Hash of what the browser holds', withheld: OPENS_A_DOOR },
      account_id: 'Account',
      holder_name: 'How you are called where you sign in',
      form_token: { field: 'What forms bring along', withheld: OPENS_A_DOOR },
      id_token: { field: 'What the provider said when you signed in', withheld: OPENS_A_DOOR },
      signed_in_at: 'Signed in at',
      last_seen_at: 'Last seen at',
    },
    impersonal: {},
  },
  {
    table: 'break_glass',
    title: 'When platform admins asked to see your record',
    handling: {
      purpose: 'to let two admins agree to look at a record, and to tell the person',
      basis: 'accountability',
      seenBy: 'the person; platform admins',
      keptFor: 'closed_record',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      person_id: 'Person',
      asked_by: { field: 'Account of who asked for it', withheld: SOMEBODY_ELSE },
      asked_at: 'Asked for at',
      reason: 'Reason',
      approved_by: { field: 'Account of who agreed', withheld: SOMEBODY_ELSE },
      approved_at: 'Agreed at',
      ends_at: 'Ended at',
    },
    impersonal: { version: COUNTED },
  },
];
