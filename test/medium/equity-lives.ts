import type { Measure } from '@evenhand/equity';
import type { InventedLife } from './invented-lives';

/** What is counted of somebody; every step that is not named was not reached. */
export interface Counted {
  readonly steps: readonly Measure[];
  readonly round?: string;
  readonly waited?: number;
  readonly score?: number;
  /** Of the mentor, among how many who were eligible. */
  readonly rank?: readonly [rank: number, eligible: number];
}
type Story = readonly [tells: string, life: InventedLife, counted: Counted | undefined];

const MATCHED = ['eligible', 'asked', 'proposed', 'closed', 'matched'] as const;
const ENTERED = ['eligible', 'pool_entered', 'pool_assessed', 'in_pool'] as const;

/** A dozen people and some more, by name, each with what is to be counted of them. */
export const STORIES: Readonly<Record<string, Story>> = {
  amara: ['takes part and never asked', {}, { steps: ['eligible'] }],
  bilal: ['is a mentor and no more', { profiles: ['mentor'] }, undefined],
  chidi: [
    'is a mentor who named gaps of his own',
    { profiles: ['mentor', 'mentee'] },
    { steps: ['eligible'] },
  ],
  kofi: ['takes part no more', { gone: true }, undefined],

  dina: [
    'was taken up by two rounds, which proposed nobody to her',
    { requests: [{ state: 'submitted', since: '2026-01-01', heldBy: ['spring', 'autumn'] }] },
    { steps: ['eligible', 'asked'], round: 'spring', waited: 273 },
  ],
  tess: [
    'was taken up by a round that was never published',
    { requests: [{ state: 'submitted', since: '2026-09-01', heldBy: ['dropped'] }] },
    { steps: ['eligible', 'asked'], waited: 30 },
  ],
  esme: [
    'asked 25 months ago and was matched last month',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2024-09-01', heldBy: ['spring', 'autumn'] },
          pair: {
            ...{ round: 'autumn', offeredAt: '2026-09-02T09:00Z', confirmedAt: '2026-09-06T09:00Z' },
            ...{ score: 7_300, rank: [2, 15] },
          },
          mentoring: { firstMetOn: '2026-09-20' },
        },
      ],
    },
    { steps: [...MATCHED, 'met'], round: 'spring', waited: 735, score: 7_300, rank: [2, 15] },
  ],
  farid: [
    'was matched before these days',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2024-06-01', heldBy: ['before'] },
          pair: {
            round: 'before',
            offeredAt: '2024-09-20T09:00Z',
            confirmedAt: '2024-09-25T09:00Z',
          },
          mentoring: { firstMetOn: '2025-01-01', says: 'yes', saidAt: '2025-06-01T09:00Z' },
        },
      ],
    },
    { steps: ['eligible'] },
  ],
  gwen: [
    'was matched with a mentor who was erased since',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2026-01-01', heldBy: ['spring'] },
          pair: { round: 'spring', offeredAt: '2026-03-02T09:00Z', confirmedAt: '2026-03-06T09:00Z' },
          mentoring: { firstMetOn: '2026-03-20', says: 'yes', saidAt: '2026-06-21T09:00Z' },
        },
      ],
    },
    { steps: MATCHED, round: 'spring' },
  ],
  hana: [
    'withdrew after 31 days, and takes part no more',
    {
      gone: true,
      requests: [{ state: 'withdrawn', since: '2026-02-01', overSince: '2026-03-04T09:00Z' }],
    },
    { steps: ['eligible', 'asked', 'closed'], waited: 31 },
  ],
  ivor: [
    'withdrew before these days',
    { requests: [{ state: 'withdrawn', since: '2024-02-01', overSince: '2024-10-01T22:59Z' }] },
    { steps: ['eligible'] },
  ],
  jude: [
    'withdrew within the first hour of these days, when it was still yesterday elsewhere',
    { requests: [{ state: 'withdrawn', since: '2024-09-02', overSince: '2024-10-01T23:30Z' }] },
    { steps: ['eligible', 'asked', 'closed'], waited: 30 },
  ],
  lena: [
    'met four months ago and never said whether it helped',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2026-03-01', heldBy: ['spring'] },
          pair: { round: 'spring', offeredAt: '2026-03-02T09:00Z', confirmedAt: '2026-03-11T09:00Z' },
          mentoring: { firstMetOn: '2026-06-01', completedAt: '2026-09-01T09:00Z' },
        },
      ],
    },
    {
      steps: [...MATCHED, 'met', 'followed_up', 'completed'],
      ...{ round: 'spring', waited: 10, score: 5_000 },
    },
  ],
  mina: [
    'met a month ago and said at once that it helped',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2026-08-01', heldBy: ['autumn'] },
          pair: { round: 'autumn', offeredAt: '2026-08-20T09:00Z', confirmedAt: '2026-08-21T09:00Z' },
          mentoring: { firstMetOn: '2026-09-01', says: 'yes', saidAt: '2026-09-02T09:00Z' },
        },
      ],
    },
    { steps: [...MATCHED, 'met', 'followed_up', 'helped'], round: 'autumn', waited: 20, score: 5_000 },
  ],
  nils: [
    'met three months ago to the day and said that it did not help',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2026-03-01', heldBy: ['spring'] },
          pair: { round: 'spring', offeredAt: '2026-03-02T09:00Z', confirmedAt: '2026-03-03T09:00Z' },
          mentoring: { firstMetOn: '2026-07-01', says: 'no', saidAt: '2026-09-30T09:00Z' },
        },
      ],
    },
    { steps: [...MATCHED, 'met', 'followed_up'], round: 'spring', waited: 2, score: 5_000 },
  ],
  noor: [
    'asked twice: one request ran out, the other led to a proposal that was declined',
    {
      requests: [
        { state: 'expired', since: '2025-01-01', overSince: '2025-03-01T09:00Z', heldBy: ['spring'] },
        {
          ...{ state: 'submitted', since: '2026-08-02', heldBy: ['autumn'] },
          pair: { round: 'autumn', offeredAt: '2026-08-20T09:00Z', declinedAt: '2026-08-25T09:00Z' },
        },
      ],
    },
    { steps: ['eligible', 'asked', 'proposed'], round: 'autumn', waited: 60 },
  ],
  omar: [
    'was matched half an hour after the last day, when it was not over elsewhere',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2026-09-21', heldBy: ['autumn'] },
          pair: { round: 'autumn', offeredAt: '2026-09-22T09:00Z', confirmedAt: '2026-10-01T23:30Z' },
        },
      ],
    },
    { steps: ['eligible', 'asked', 'proposed'], round: 'autumn', waited: 10 },
  ],
  otis: [
    'asked on the day after the last',
    { requests: [{ state: 'submitted', since: '2026-10-02' }] },
    { steps: ['eligible'] },
  ],

  pia: [
    'has a champion, named long ago',
    { champion: { namedAt: '2022-01-01T09:00Z' } },
    { steps: ['eligible', 'championed'] },
  ],
  quin: [
    'took up what a champion put them forward for before these days',
    {
      champion: {
        ...{ namedAt: '2022-01-01T09:00Z', putForwardOn: '2023-01-01', takenUpAt: '2024-09-30T09:00Z' },
      },
    },
    { steps: ['eligible'] },
  ],
  rosa: [
    'took it up within them, and takes part no more',
    {
      gone: true,
      champion: {
        ...{ namedAt: '2022-01-01T09:00Z', putForwardOn: '2026-01-01', takenUpAt: '2026-09-30T09:00Z' },
      },
    },
    { steps: ['eligible', 'championed', 'put_forward', 'taken_up'] },
  ],
  ruth: [
    'had a champion long ago, and takes part no more',
    { gone: true, champion: { namedAt: '2022-01-01T09:00Z' } },
    undefined,
  ],

  sami: [
    'is in a pool since before these days',
    {
      pool: {
        ...{ state: 'in_pool', cameAt: '2023-01-01T09:00Z', assessedAt: '2023-02-01T09:00Z' },
        ...{ horizon: 'one_to_two_years', decidedAt: '2023-03-01T09:00Z' },
      },
    },
    { steps: ENTERED },
  ],
  uma: [
    'was appointed from a pool, ready at once',
    {
      pool: {
        ...{ state: 'appointed', cameAt: '2025-01-01T09:00Z', assessedAt: '2025-02-01T09:00Z' },
        ...{ horizon: 'now', decidedAt: '2025-03-01T09:00Z', endedAt: '2025-06-01T09:00Z' },
      },
    },
    { steps: [...ENTERED, 'ready_now', 'appointed'] },
  ],
  vera: [
    'was not taken into a pool before these days',
    {
      pool: {
        ...{ state: 'not_in_pool', cameAt: '2023-01-01T09:00Z', assessedAt: '2023-02-01T09:00Z' },
        ...{ horizon: 'now', decidedAt: '2023-03-01T09:00Z' },
      },
    },
    { steps: ['eligible'] },
  ],
  theo: [
    'came to a pool before these days and was not taken in within them',
    {
      pool: {
        ...{ state: 'not_in_pool', cameAt: '2024-06-01T09:00Z', assessedAt: '2024-07-01T09:00Z' },
        ...{ horizon: 'now', decidedAt: '2026-08-01T09:00Z' },
      },
    },
    { steps: ['eligible', 'pool_entered', 'pool_assessed'] },
  ],
  umar: [
    'came to a pool before these days, and nothing is decided yet',
    {
      pool: {
        ...{ state: 'assessed', cameAt: '2024-06-01T09:00Z', assessedAt: '2024-07-01T09:00Z' },
        horizon: 'now',
      },
    },
    { steps: ['eligible', 'pool_entered', 'pool_assessed'] },
  ],
  vito: [
    'came to a pool before these days and was taken in after them',
    {
      pool: {
        ...{ state: 'in_pool', cameAt: '2024-06-01T09:00Z', assessedAt: '2024-07-01T09:00Z' },
        ...{ horizon: 'now', decidedAt: '2026-10-05T09:00Z' },
      },
    },
    { steps: ['eligible', 'pool_entered', 'pool_assessed'] },
  ],
  willa: [
    'was in a pool, and left it within these days',
    {
      pool: {
        ...{ state: 'left', cameAt: '2023-01-01T09:00Z', assessedAt: '2023-02-01T09:00Z' },
        ...{ horizon: 'one_to_two_years', decidedAt: '2023-03-01T09:00Z', endedAt: '2025-06-01T09:00Z' },
      },
    },
    { steps: ENTERED },
  ],
  wren: [
    'is a mentor, asks for nothing, and was nominated for a pool',
    { profiles: ['mentor'], pool: { state: 'nominated', cameAt: '2026-01-01T09:00Z' } },
    { steps: ['eligible', 'pool_entered'] },
  ],
  yara: [
    'was offered a pair by a round before these days, and agreed within them',
    {
      requests: [
        {
          ...{ state: 'matched', since: '2024-09-01', heldBy: ['before'] },
          pair: { round: 'before', offeredAt: '2024-09-20T09:00Z', confirmedAt: '2024-10-03T09:00Z' },
        },
      ],
    },
    { steps: MATCHED, waited: 32, score: 5_000 },
  ],
};

export const NAMES = Object.keys(STORIES);
/** Two organisations, two professions, some answers: so that each is told apart. */
export const placeOf = (name: string): InventedLife => ({
  ...{ organisation: NAMES.indexOf(name) % 3 === 0 ? 'Eastvale Trust' : 'Westmoor Trust' },
  profession: NAMES.indexOf(name) % 2 === 0 ? 'midwife' : 'orthoptist',
  ...(NAMES.indexOf(name) % 4 === 0 ? {} : { answers: { sex: name.length === 4 ? 'female' : 'male' } }),
});
