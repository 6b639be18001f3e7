import type { HeldTable } from './held-data';

const NO_PERSON = 'about a programme, not about a person';
const COUNTED = 'counts changes';
const THE_PEOPLE = 'the person; coordinators of the programme';

/** What the context `people` holds. */
export const PEOPLE_TABLES: readonly HeldTable[] = [
  {
    table: 'programme',
    personal: {},
    impersonal: { id: NO_PERSON, name: NO_PERSON, state: NO_PERSON, version: COUNTED },
  },
  {
    table: 'organisation',
    personal: {},
    impersonal: {
      id: 'about an employer',
      programme_id: NO_PERSON,
      name: 'about an employer',
      ods_code: 'the public code of an employer',
      version: COUNTED,
    },
  },
  {
    table: 'person',
    title: 'Who you are in a programme',
    handling: {
      purpose: 'to know who takes part, and whom they can be matched with',
      basis: 'public_task',
      seenBy: THE_PEOPLE,
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      programme_id: 'Programme',
      reference: 'Reference in the programme, such as a staff number',
      name: {
        field: 'Name',
        seenBy: 'the person; coordinators; whoever is offered to them or matched with them',
      },
      email: { field: 'Email address', purpose: 'to know the person when they sign in' },
      profession: {
        field: 'Profession',
        purpose: 'to balance access across professions, and to match',
        seenBy: 'the person; coordinators; whoever is offered to them or matched with them; others in counts',
      },
      professional_group: {
        field: 'Professional group',
        purpose: 'to balance access across professional groups',
        seenBy: 'the person; coordinators; whoever is offered to them or matched with them; others in counts',
      },
      registration: 'Whether they may practise the profession',
      languages: { field: 'Languages', purpose: 'to match people who can talk to each other' },
      mode: { field: 'How they can meet', purpose: 'to match people who can meet' },
      exclude: {
        field: 'References of people with whom they are not to be paired',
        purpose: 'to keep people apart who must be',
      },
      consent: 'Whether they consent to being matched',
      active: 'Whether they take part at present',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'post',
    title: 'Your posts',
    handling: {
      purpose:
        'to match with somebody of the right seniority, outside of the own line; to see which rules of a talent pool are met',
      basis: 'public_task',
      seenBy: THE_PEOPLE,
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      person_id: 'Person',
      organisation_id: 'Organisation',
      region: 'Region',
      grade: 'Grade',
      stage: 'Leadership stage',
      staff_group: 'Staff group',
      line_manager: {
        field: 'Reference of the line manager',
        purpose: 'to match nobody with somebody in their own line',
      },
      first_day: 'First day',
      last_day: 'Last day',
    },
    impersonal: { position: 'orders the posts' },
  },
  {
    table: 'mentee_profile',
    title: 'What you ask help with',
    handling: {
      purpose: 'to find a mentor who can help',
      basis: 'public_task',
      seenBy: 'the person; coordinators; of needs, a mentor who is offered to them or matched with them',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      person_id: 'Person',
      target_stage: 'Stage they aim for',
      gaps: {
        field: 'Gaps',
        members: { topic: 'Competency or experience', size: 'What is missing, 1 to 4' },
      },
      prefer_profession: 'Whether they would rather have a mentor of their own profession',
      prefer_organisation: 'Whether they would rather have a mentor of their own organisation',
      peer: 'Whether a peer will do',
      accessibility: {
        field: 'Access needs',
        purpose: 'to match only with somebody who can meet them',
        basis: 'explicit_consent',
      },
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'mentor_profile',
    title: 'What you offer as a mentor',
    handling: {
      purpose: 'to find mentees whom the mentor can help',
      basis: 'public_task',
      seenBy: 'the person; coordinators; everybody in the programme where the mentor chose to be listed',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      person_id: 'Person',
      strengths: {
        field: 'Strengths',
        purpose: 'to find mentees whom the mentor can help; to see which rules of a talent pool are met',
        members: { topic: 'Competency or experience', stage: 'Stage at which it was practised' },
      },
      capacity: 'Places',
      protected_hours: 'Hours a month agreed for mentoring',
      peer: 'Whether they take peers',
      listed: 'Whether they are listed',
      accessibility: {
        field: 'Access needs that they can meet',
        purpose: 'to match only people who can meet',
      },
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'people_import',
    title: 'Lines about you in what came of an import',
    handling: {
      purpose: 'to tell a coordinator what is worth a look in a file',
      basis: 'public_task',
      seenBy: 'coordinators of the programme',
      keptFor: 'import_notice',
      onErasure: 'erased',
    },
    personal: {
      notices: 'Lines that name you by your reference, name or email address',
    },
    impersonal: {
      id: NO_PERSON,
      programme_id: NO_PERSON,
      imported_at: NO_PERSON,
      organisations: 'counts',
      persons: 'counts',
      mentee_profiles: 'counts',
      mentor_profiles: 'counts',
      requests_submitted: 'a count',
      headcounts: 'a count',
    },
  },
  {
    table: 'headcount',
    personal: {},
    impersonal: { programme_id: NO_PERSON, profession: 'counts of a workforce', people: 'a count' },
  },
];
