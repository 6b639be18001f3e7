import { AuditedRounds, EquityFacts, MEASURES, type Measure, OrganisationCounts } from '@evenhand/equity';
import { healthAndCare } from '@evenhand/taxonomy';
import { bitOf, reportDimensions } from '@evenhand/equity';
import { randomUUID } from 'node:crypto';
import { InventedProgramme, type InventedLife } from './invented-lives';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const WINDOW = { months: 24, firstDay: '2024-10-02', lastDay: '2026-10-01' };
let programme: InventedProgramme;

/** What is counted of somebody; every step that is not named was not reached. */
interface Counted {
  readonly steps: readonly Measure[];
  readonly round?: string;
  readonly waited?: number;
  readonly score?: number;
}
type Story = readonly [tells: string, life: InventedLife, counted: Counted | undefined];

const MATCHED = ['eligible', 'asked', 'proposed', 'closed', 'matched'] as const;
const ENTERED = ['eligible', 'pool_entered', 'pool_assessed', 'in_pool'] as const;

/** A dozen people and some more, by name, each with what is to be counted of them. */
const STORIES: Readonly<Record<string, Story>> = {
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
            score: 7_300,
          },
          mentoring: { firstMetOn: '2026-09-20' },
        },
      ],
    },
    { steps: [...MATCHED, 'met'], round: 'spring', waited: 735, score: 7_300 },
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
        horizon: 'one_to_two_years',
      },
    },
    { steps: ENTERED },
  ],
  uma: [
    'was appointed from a pool, ready at once',
    {
      pool: {
        ...{ state: 'appointed', cameAt: '2025-01-01T09:00Z', assessedAt: '2025-02-01T09:00Z' },
        ...{ horizon: 'now', endedAt: '2025-06-01T09:00Z' },
      },
    },
    { steps: [...ENTERED, 'ready_now', 'appointed'] },
  ],
  vera: [
    'was not taken into a pool before these days',
    {
      pool: {
        ...{ state: 'not_in_pool', cameAt: '2023-01-01T09:00Z', assessedAt: '2023-02-01T09:00Z' },
        horizon: 'now',
      },
    },
    { steps: ['eligible'] },
  ],
  wren: [
    'is a mentor, asks for nothing, and was nominated for a pool',
    { profiles: ['mentor'], pool: { state: 'nominated', cameAt: '2026-01-01T09:00Z' } },
    { steps: ['eligible', 'pool_entered'] },
  ],
};

const NAMES = Object.keys(STORIES);
/** Two organisations, two professions, some answers: so that each is told apart. */
const placeOf = (name: string): InventedLife => ({
  ...{ organisation: NAMES.indexOf(name) % 3 === 0 ? 'Eastvale Trust' : 'Westmoor Trust' },
  profession: NAMES.indexOf(name) % 2 === 0 ? 'midwife' : 'orthoptist',
  ...(NAMES.indexOf(name) % 4 === 0 ? {} : { answers: { sex: name.length === 4 ? 'female' : 'male' } }),
});

type FactRow = Readonly<Record<Measure, boolean>> & {
  readonly person_id: string;
  readonly round_id: string | null;
  readonly profession: string;
  readonly waited_days: number | null;
  readonly score: number | null;
};

const whereKnown = (counted: Counted): Counted =>
  Object.fromEntries(Object.entries(counted).filter(([, value]) => (value ?? null) !== null)) as Counted & {
    steps: readonly Measure[];
  };

async function facts(organisation?: string): Promise<Readonly<Record<string, Counted>>> {
  const rows = await matching.superuser.query<FactRow>('select * from equity_facts($1, $2, $3, $4)', [
    ...[matching.programmeId, WINDOW.firstDay, WINDOW.lastDay],
    organisation === undefined ? null : programme.id(organisation),
  ]);
  const counted = rows.map((row): readonly [string, Counted] => [
    programme.nameOf(row.person_id)!,
    whereKnown({
      steps: MEASURES.filter((measure) => row[measure]),
      round: programme.nameOf(row.round_id)!,
      waited: row.waited_days!,
      score: row.score!,
    }),
  ]);
  expect(new Set(counted.map(([name]) => name)).size).toBe(rows.length);
  return Object.fromEntries(counted);
}

beforeAll(async () => {
  programme = new InventedProgramme(matching.superuser, matching.programmeId);
  for (const name of ['Eastvale Trust', 'Westmoor Trust']) await programme.organisation(name);
  await programme.pool();
  await programme.round('before', '2024-09-19T09:00Z');
  await programme.round('spring', '2026-03-01T09:00Z');
  await programme.round('autumn', '2026-08-19T09:00Z');
  await programme.round('after', '2026-10-01T23:30Z');
  await programme.round('dropped');
  for (const round of ['before', 'spring', 'autumn']) await programme.mentor(`mentor in ${round}`);
  for (const [name, [, life]] of Object.entries(STORIES)) {
    await programme.live(name, { ...placeOf(name), ...life });
  }
  // As much as erasing a mentor takes away of the match that somebody had.
  await matching.superuser.query('delete from proposal where mentee_id = $1', [programme.id('gwen')]);
  // What a day is does not depend on where somebody asks from.
  await matching.superuser.query(`set timezone = 'America/Los_Angeles'`);
}, 120_000);

describe('Who got how far in the days of a report', () => {
  let counted: Readonly<Record<string, Counted>>;
  beforeAll(async () => {
    counted = await facts();
  });

  it.each(Object.entries(STORIES).map(([name, [tells, , expected]]) => [name, tells, expected] as const))(
    'of %s, who %s',
    (name, _, expected) => {
      expect(counted[name]).toEqual(expected);
    },
  );

  it('is told of nobody else', () => {
    const known = NAMES.filter((name) => STORIES[name]![2] !== undefined);
    expect(Object.keys(counted).sort()).toEqual(known.sort());
  });

  it('is the same of one organisation, and of none beside it', async () => {
    const east = await facts('Eastvale Trust');
    const [there, elsewhere] = [true, false].map((isThere) =>
      Object.entries(counted).filter(
        ([name]) => (placeOf(name).organisation === 'Eastvale Trust') === isThere,
      ),
    );
    expect(elsewhere!.length).toBeGreaterThan(5);
    expect(east).toEqual(Object.fromEntries(there!));
  });

  it('comes out as it is where a report reads it, with whoever is in no category in the last', async () => {
    const rounds = ['spring', 'autumn'].map((name) => ({ code: programme.id(name), title: name }));
    const organisations = [{ code: programme.id('Westmoor Trust'), title: 'Westmoor Trust' }];
    const dimensions = reportDimensions(healthAndCare.content, { organisations, rounds });
    const people = await matching
      .get(EquityFacts)
      .look(matching.programmeId, WINDOW, (look) => look.people(dimensions));
    const { categories } = people;
    const read = Array.from({ length: people.people }, (_, at) => [
      dimensions.profession.categories[categories.profession[at]!],
      dimensions.organisation.categories[categories.organisation[at]!],
      dimensions.round.categories[categories.round[at]!],
      MEASURES.filter((measure) => (people.steps[at]! & bitOf(measure)) !== 0),
      ...[people.waitedDays[at], people.scores[at]],
    ]);
    const expected = Object.entries(counted).map(([name, one]) => [
      placeOf(name).profession,
      placeOf(name).organisation === 'Westmoor Trust' ? programme.id('Westmoor Trust') : 'not_stated',
      one.round === undefined ? 'not_stated' : programme.id(one.round),
      one.steps,
      ...[one.waited ?? -1, one.score ?? -1],
    ]);
    const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(read)).toEqual(inOrder(expected));
  });

  it('adds up by answer to the same people, with whoever gave none beside them', async () => {
    const rows = await matching.superuser.query<Readonly<Record<string, string>>>(
      'select * from equality.funnel($1, $2, $3, $4)',
      [matching.programmeId, ['sex', 'disability'], WINDOW.firstDay, WINDOW.lastDay],
    );
    const groups = new Map<string, Counted[]>();
    for (const [name, one] of Object.entries(counted)) {
      const { profession, answers = {} } = { ...placeOf(name) };
      for (const question of ['sex', 'disability']) {
        const key = [question, answers[question] ?? 'not_stated', profession].join();
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
    }
    const expected = [...groups].map(([key, people]) => [
      key,
      ...MEASURES.map((measure) => people.filter(({ steps }) => steps.includes(measure)).length),
    ]);
    const found = rows.map((row) => [
      [row['question'], row['answer'], row['profession']].join(),
      ...MEASURES.map((measure) => Number(row[measure])),
    ]);
    expect(found.sort()).toEqual(expected.sort());
    expect(found.length).toBeGreaterThan(6);
  });
});

describe('An organisation’s own auditor', () => {
  it('is told how many of its people got how far, by profession', async () => {
    const { programmeId } = matching;
    const organisationId = programme.id('Eastvale Trust');
    const told = await matching.get(OrganisationCounts).of(programmeId, organisationId, WINDOW);
    const people = Object.entries(await facts('Eastvale Trust'));
    const expected = ['midwife', 'orthoptist'].map((profession) => [
      profession,
      MEASURES.map(
        (measure) =>
          people.filter(
            ([name, { steps }]) => placeOf(name).profession === profession && steps.includes(measure),
          ).length,
      ),
    ]);
    expect(
      told.map(({ profession, counts }) => [profession, MEASURES.map((measure) => counts[measure])]),
    ).toEqual(expected);
  });
});

describe('The rounds of a report', () => {
  it('are those published on its days, which end at midnight in the United Kingdom', async () => {
    const { rounds } = await matching
      .get(EquityFacts)
      .look(matching.programmeId, WINDOW, (look) => look.parts());
    expect(rounds.map(({ title }) => title)).toEqual(['spring', 'autumn']);
    const auditor = randomUUID();
    expect(await matching.get(AuditedRounds).take(matching.programmeId, WINDOW, auditor)).toBe(true);
    const taken = await matching.superuser.query<{ round_id: string }>(
      'select round_id from round_part where account_id = $1',
      [auditor],
    );
    expect(taken.map(({ round_id }) => programme.nameOf(round_id)).sort()).toEqual(['autumn', 'spring']);
  });
});
