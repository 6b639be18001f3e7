import type { HeldTable } from './held-data';

const COUNTED = 'counts changes';

/** What the context `mentoring` holds. */
export const MENTORING_TABLES: readonly HeldTable[] = [
  {
    table: 'mentoring_relationship',
    title: 'Mentoring that you have or had',
    handling: {
      purpose: 'to know whose place is in use, and whether those who found a mentor met and were helped',
      basis: 'public_task',
      seenBy: 'both people of the pair; coordinators of the programme; counted in equity reports',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      programme_id: 'Programme',
      proposal_id: 'Proposal that both accepted',
      request_id: 'Request that it answers',
      mentee_id: 'Mentee',
      mentor_id: 'Mentor',
      state: 'Where it stands',
      began_at: 'Began at',
      first_met_at: 'Day of the first meeting',
      paused_at: 'Paused since',
      completed_at: 'Completed at',
      ended_at: 'Ended at',
      mentee_says: {
        field: 'Whether it helped with the gap, as the mentee says',
        seenBy: 'the mentee; counted in equity reports',
      },
      mentee_said_at: { field: 'When the mentee said so', seenBy: 'the mentee' },
      mentor_says: { field: 'Whether it helped with the gap, as the mentor says', seenBy: 'the mentor' },
      mentor_said_at: { field: 'When the mentor said so', seenBy: 'the mentor' },
      helped: {
        field: 'Whether that is yes, at least in part',
        seenBy: 'the mentee; counted in equity reports',
      },
      rematch_asked_at: 'When the mentee asked to be matched anew',
    },
    impersonal: { version: COUNTED },
  },
  {
    table: 'championing',
    title: 'Champions, yours and whose you are',
    handling: {
      purpose: 'to know for whom doors are opened, and whether they are gone through',
      basis: 'public_task',
      seenBy: 'the person and the champion whom they named; coordinators; counted in equity reports',
      keptFor: 'person',
      onErasure: 'erased',
    },
    personal: {
      id: 'Id',
      programme_id: 'Programme',
      person_id: 'Person',
      champion_person_id: 'Champion',
      state: 'Where it stands',
      named_at: 'Named at',
      put_forward_for: 'What the person was put forward for',
      put_forward_at: 'Day on which they were put forward',
      taken_up_at: 'Taken up at',
      taken_back_at: {
        field: 'When the name was taken back: with it goes the rest',
        keptFor: 'closed_record',
      },
    },
    impersonal: { version: COUNTED },
  },
];
