import {
  AuditedRounds,
  bitOf,
  EquityFacts,
  MEASURES,
  type Measure,
  OrganisationCounts,
  OWN_MEASURES,
  reportDimensions,
} from '@evenhand/equity';
import { RowReach } from '@evenhand/persistence';
import { healthAndCare } from '@evenhand/taxonomy';
import { authorityIn } from '@evenhand/testing';
import { randomUUID } from 'node:crypto';
import { type Counted, NAMES, placeOf, STORIES } from './equity-lives';
import { InventedProgramme } from './invented-lives';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const WINDOW = { months: 24, firstDay: '2024-10-02', lastDay: '2026-10-01' };
let programme: InventedProgramme;

type FactRow = Readonly<Record<Measure, boolean>> & {
  readonly person_id: string;
  readonly round_id: string | null;
  readonly profession: string;
  readonly waited_days: number | null;
  readonly score: number | null;
  readonly mentor_rank: number | null;
  readonly eligible_mentors: number | null;
};

async function facts(organisation?: string): Promise<Readonly<Record<string, Counted>>> {
  const rows = await matching.superuser.query<FactRow>('select * from equity_facts($1, $2, $3, $4)', [
    ...[matching.programmeId, WINDOW.firstDay, WINDOW.lastDay],
    organisation === undefined ? null : programme.id(organisation),
  ]);
  const counted = rows.map((row): readonly [string, Counted] => [
    programme.nameOf(row.person_id)!,
    {
      steps: MEASURES.filter((measure) => row[measure]),
      ...(row.round_id === null ? {} : { round: programme.nameOf(row.round_id)! }),
      ...(row.waited_days === null ? {} : { waited: row.waited_days }),
      ...(row.score === null ? {} : { score: row.score }),
      ...(row.mentor_rank === null ? {} : { rank: [row.mentor_rank, row.eligible_mentors!] }),
    },
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
      ...[people.mentorRanks[at], people.eligibleMentors[at]],
    ]);
    const expected = Object.entries(counted).map(([name, one]) => [
      placeOf(name).profession,
      placeOf(name).organisation === 'Westmoor Trust' ? programme.id('Westmoor Trust') : 'not_stated',
      one.round === undefined ? 'not_stated' : programme.id(one.round),
      one.steps,
      ...[one.waited ?? -1, one.score ?? -1, ...(one.rank ?? [-1, -1])],
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
  it('is told of no programme that they do not reach', async () => {
    const { programmeId } = matching;
    const [here, elsewhere] = [programmeId, randomUUID()].map((id) =>
      RowReach.of(authorityIn(id, 'hr_auditor')),
    );
    const told = (reach: RowReach) =>
      reach.run(() =>
        matching.get(OrganisationCounts).of(programmeId, programme.id('Eastvale Trust'), WINDOW),
      );
    expect((await told(here!)).length).toBeGreaterThan(0);
    expect(await told(elsewhere!)).toEqual([]);
  });

  it('is told how many of its people got how far, by profession', async () => {
    const { programmeId } = matching;
    const organisationId = programme.id('Eastvale Trust');
    const told = await matching.get(OrganisationCounts).of(programmeId, organisationId, WINDOW);
    const people = Object.entries(await facts('Eastvale Trust'));
    const expected = ['midwife', 'orthoptist'].map((profession) => [
      profession,
      OWN_MEASURES.map(
        (measure) =>
          people.filter(
            ([name, { steps }]) => placeOf(name).profession === profession && steps.includes(measure),
          ).length,
      ),
    ]);
    expect(
      told.map(({ profession, counts }) => [profession, OWN_MEASURES.map((measure) => counts[measure])]),
    ).toEqual(expected);
  });
});

describe('The rounds of a report', () => {
  const auditedBy = async (auditor: string) => {
    expect(await matching.get(AuditedRounds).take(matching.programmeId, WINDOW, auditor)).toBe(true);
    const taken = await matching.superuser.query<{ round_id: string }>(
      'select round_id from round_part where account_id = $1',
      [auditor],
    );
    return taken.map(({ round_id }) => programme.nameOf(round_id)).sort();
  };

  it('are those published on its days, which end at midnight in the United Kingdom', async () => {
    const { rounds } = await matching
      .get(EquityFacts)
      .look(matching.programmeId, WINDOW, (look) => look.parts());
    expect(rounds.map(({ title }) => title)).toEqual(['spring', 'autumn']);
    expect(await auditedBy(randomUUID())).toEqual(['autumn', 'before', 'spring']);
  });

  it('are those published before of which a match came on its days, and none of which an offer ended otherwise', async () => {
    await programme.round('long before', '2024-01-10T09:00Z');
    await programme.mentor('mentor in long before');
    const pair = { round: 'long before', offeredAt: '2024-01-10T09:00Z' };
    // The first of its days begins while it is summer there.
    await programme.live('a late match', {
      requests: [
        {
          ...{ state: 'matched', since: '2024-01-01' },
          pair: { ...pair, confirmedAt: '2024-10-01T22:59Z' },
        },
      ],
    });
    await programme.live('a late refusal', {
      requests: [
        {
          ...{ state: 'withdrawn', since: '2024-01-01', overSince: '2024-02-01T09:00Z' },
          pair: { ...pair, declinedAt: '2024-11-01T09:00Z' },
        },
      ],
    });
    const offer = [programme.id('a late refusal')];
    for (const state of ['declined', 'expired', 'superseded']) {
      const says = `state = $2, declined = case $2 when 'declined' then declined end`;
      await matching.superuser.query(`update proposal set ${says} where mentee_id = $1`, [...offer, state]);
      expect([state, ...(await auditedBy(randomUUID()))]).toEqual([state, 'autumn', 'before', 'spring']);
    }
    await matching.superuser.query(
      `update proposal set closed_at = '2024-10-01T23:00Z' where mentee_id = $1`,
      [programme.id('a late match')],
    );
    expect(await auditedBy(randomUUID())).toEqual(['autumn', 'before', 'long before', 'spring']);
  });
});
