import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy, narrowedCells } from '@evenhand/disclosure';
import {
  AuditedRounds,
  BaselineRepository,
  CHARACTERISTICS,
  EquityFacts,
  type EquityReport,
  EquityReportRepository,
  type EquitySnapshot,
  EquitySnapshotRepository,
  MakeReport,
  type MadeReport,
  OrganisationCounts,
  releaseCounts,
  ReportGate,
  type ReportOrder,
  type TrueCounts,
} from '@evenhand/equity';
import { Clock, Outbox, Transaction } from '@evenhand/kernel';
import { PersistenceModule, RowReach } from '@evenhand/persistence';
import { reportOnPools, ToldOfPools } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { databaseUrls } from '../../apps/embedded/src/postgres/database-users';
import { programmeStatements } from '../harness/equity-programme';
import { optionsOf, useMatchingDatabase } from './matching-database';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const matching = useMatchingDatabase();
const LAST_DAY = '2026-10-01';
const WINDOW = { months: 24, firstDay: '2024-10-02', lastDay: LAST_DAY };
const NOW = new Date('2026-10-01T09:00:00.000Z');
const PEOPLE = 3_000;
let worker: INestApplicationContext;

class FixedClock extends Clock {
  now(): Date {
    return NOW;
  }
}

beforeAll(async () => {
  const { worker: url, auditor } = databaseUrls(matching.url);
  worker = await NestFactory.createApplicationContext(
    PersistenceModule.forRoot({ ...optionsOf(url), reachesAll: true, auditorUrl: auditor }),
    { logger: false, abortOnError: false },
  );
  const { programmeId } = matching;
  const statements = programmeStatements({
    programmeId,
    people: PEOPLE,
    organisations: 3,
    lastDay: LAST_DAY,
  });
  for (const [sql, values] of statements) await matching.superuser.query(sql, values);
}, 400_000);

afterAll(() => worker.close());

/** A worker has it in a thread, whose file is compiled. */
class GateHere extends ReportGate {
  override release(task: Parameters<typeof releaseCounts>[0]): ReturnType<typeof releaseCounts> {
    return releaseCounts(task);
  }
}

/** A report as a worker makes it. */
async function made(
  more: Partial<ReportOrder> = {},
  policy: DisclosurePolicy = DEFAULT_DISCLOSURE_POLICY,
): Promise<MadeReport> {
  const order: ReportOrder = {
    ...{
      id: randomUUID(),
      programmeId: matching.programmeId,
      months: 24,
      lastDay: LAST_DAY,
      state: 'queued',
    },
    ...{
      askedBy: randomUUID(),
      askedAt: NOW,
      deliveries: 0,
      progress: { stage: 'waiting', done: 0, total: 1 },
    },
    ...more,
  };
  const reports = worker.get(EquityReportRepository);
  await matching.get(EquityReportRepository).add(order);
  const make = new MakeReport(
    worker.get(EquityFacts),
    reports,
    new GateHere(),
    worker.get(ToldOfPools),
    { policy },
    healthAndCare,
    worker.get(Outbox),
    new FixedClock(),
    worker.get(Transaction),
  );
  const job = { kind: 'make-equity-report', subject: order.id, attempt: 1 } as const;
  await make.run(job, new AbortController().signal);
  expect(await make.run(job, new AbortController().signal)).toBe('stale');
  return (await reports.byId(order.id))!;
}

const table = (report: EquityReport, ...dimensions: readonly string[]) =>
  report.counts.people.tables.find((one) => one.dimensions.join() === dimensions.join())!;

async function as(url: string, sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('An equity report', () => {
  let first: MadeReport;
  beforeAll(async () => {
    const { programmeId } = matching;
    // A group of three.
    await matching.superuser.query(
      `update person set profession = 'dietitian', professional_group = 'ahp' where id in (
        select person_id from mentoring_request where programme_id = $1 and state = 'matched' order by id limit 3)`,
      [programmeId],
    );
    await matching.get(BaselineRepository).replace(programmeId, {
      parts: healthAndCare.content.professions.flatMap(({ code: profession }, place) =>
        healthAndCare.content.stages.map(({ code: stage }, at) => ({
          ...{ profession, stage, people: 1 + ((place * 37) % 190) + (4 - at) * (place % 3) * 40 },
        })),
      ),
      ...{ characteristics: [], version: 1 },
    });
    first = await made();
  }, 400_000);

  it('counts everybody once, to the nearest five, by what they did in its months', async () => {
    expect(first).toMatchObject({ state: 'made', countedAt: NOW });
    const [truth] = await matching.superuser.query<{ asked: number; matched: number; eligible: number }>(
      `select count(*)::int as eligible, count(*) filter (where asked)::int as asked,
        count(*) filter (where matched)::int as matched
      from equity_facts($1, '2024-10-02', $2)`,
      [matching.programmeId, LAST_DAY],
    );
    const [total] = table(first.report!).rows;
    expect(truth!.asked).toBeGreaterThan(500);
    for (const measure of ['eligible', 'asked', 'matched'] as const) {
      expect(Math.abs(total!.counts[measure]! - truth![measure])).toBeLessThan(5);
    }
  });

  it('is found, for what it tells of people in pools, by whoever tells of these later', async () => {
    const { reports, pools } = await worker.get(ToldOfPools).ofProgramme(matching.programmeId);
    expect(reports).toMatchObject([{ countedAt: NOW, firstDay: WINDOW.firstDay }]);
    const [{ tables }] = reports as [(typeof reports)[number]];
    const ofAll = tables.find(({ dimensions }) => dimensions.length === 0)!;
    expect(ofAll.rows[0]!.counts).toEqual(table(first.report!).rows[0]!.counts);
    const told = reportOnPools(reports[0]!, pools, healthAndCare.content).tables;
    expect(told.map(({ dimension }) => dimension)).toEqual(
      expect.arrayContaining([undefined, 'group', 'stage', 'profession']),
    );
  });

  it('counts each characteristic, and adds up to everybody', async () => {
    const [kept] = await matching.superuser.query<{ counts: TrueCounts }>(
      'select counts from equity_report where id = $1',
      [first.id],
    );
    const truthOf = (...set: readonly string[]) =>
      kept!.counts.people.tables.find(({ dimensions }) => dimensions.join() === set.join())!.rows;
    const everybody = truthOf()[0]!.counts.eligible;
    for (const characteristic of CHARACTERISTICS) {
      const { rows } = table(first.report!, characteristic);
      expect(rows.map(({ categories }) => categories[0])).toEqual(
        expect.arrayContaining(['prefer_not_to_say', 'not_stated']),
      );
      const truth = new Map(
        truthOf(characteristic).map(({ categories: [answer], counts }) => [answer, counts.eligible]),
      );
      expect([...truth.values()].reduce((sum, count) => sum + count)).toBe(everybody);
      const told = rows.filter(({ counts }) => counts.eligible !== null);
      // Nobody here said how old they are: that everybody did not is withheld like every other answer.
      expect(told.length > 1).toBe(characteristic !== 'age_band');
      for (const { categories, counts } of told) {
        expect(Math.abs(counts.eligible! - truth.get(categories[0])!)).toBeLessThan(5);
      }
    }
  });

  it('gives no withheld count back to whoever takes all of it together', async () => {
    const { people, supply, workforce } = first.report!.counts;
    const withheld = people.tables.flatMap(({ rows }) => rows.filter(({ counts }) => counts.asked === null));
    expect(withheld.length).toBeGreaterThan(6);
    expect(await narrowedCells(people, POLICY)).toEqual([]);
    expect(await narrowedCells(supply, POLICY)).toEqual([]);
    const places = workforce!.tables.flatMap(({ rows }) => rows.map(({ counts }) => counts.workforce));
    expect(new Set(places.map((count) => count === null)).size).toBe(2);
    expect(await narrowedCells(workforce!, POLICY)).toEqual([]);
  }, 400_000);

  it('tells no count of a group of three, whose every request was met', () => {
    const { rows } = table(first.report!, 'profession');
    const three = rows.find(({ categories }) => categories[0] === 'dietitian')!;
    expect(new Set(Object.values(three.counts))).toEqual(new Set([null]));
    const sections = first.report!.sections.filter(({ code }) => code.endsWith('by-profession'));
    expect(sections.map(({ code }) => code)).toContain('access-by-profession');
    for (const { code, table: shown } of sections) {
      const row = shown.rows.find(([label]) => label === 'Dietitians');
      expect([code, row !== undefined]).toEqual([code, true]);
      const figures = row!.filter((cell, at) => {
        const { code: column, kind } = shown.columns[at]!;
        return kind !== 'text' && column !== 'workforce' && typeof cell === 'number';
      });
      // The baseline counts many of them.
      if (!/^(?:ceilings|representation)/.test(code)) expect(figures).toEqual([]);
    }
  });

  it('is repeated, with its date, where one person more has asked since', async () => {
    const [somebody] = await matching.people(1);
    await matching.superuser.query(
      `insert into mentoring_request (id, programme_id, person_id, state, first_submitted_on, welcomed_again, version)
      values ($1, $2, $3, 'submitted', '2026-09-30', '{}', 1)`,
      [randomUUID(), matching.programmeId, somebody],
    );
    const again = await made();
    expect(again).toMatchObject({ state: 'made', repeats: first.id, report: first.report });
  }, 400_000);

  it('of other months takes over what says the same, and says of when and how many months it is', async () => {
    const { state, report, repeats } = await made({ months: 36 });
    expect([state, repeats]).toEqual(['made', undefined]);
    expect(report!.counts.people.tables).toEqual(first.report!.counts.people.tables);
    expect(report!.repeated).toContainEqual({
      ...{ of: 'people', dimensions: ['profession'], countedAt: NOW.toISOString(), months: 24 },
    });
    expect(report!.notes.at(-1)).toMatch(/1 October 2026, of the 24 months before.*people by profession;/);
  }, 400_000);

  it('tells anew the tables of which ten changed, beside those that it repeats', async () => {
    await matching.superuser.query(
      `update post set region = case region when 'london' then 'midlands' else 'london' end
      where person_id in (select person_id from mentoring_request where programme_id = $1 limit 60)`,
      [matching.programmeId],
    );
    const { report, repeats, countedAt } = await made();
    expect(repeats).toBeUndefined();
    expect(countedAt).toEqual(NOW);
    const repeated = report!
      .repeated!.filter(({ of }) => of === 'people')
      .map(({ dimensions }) => dimensions.join());
    expect(repeated).toContain('profession');
    expect(repeated).not.toContain('region');
    expect(table(report!, 'profession')).toEqual(table(first.report!, 'profession'));
    expect(table(report!, 'region')).not.toEqual(table(first.report!, 'region'));
    // What is kept behind a repeated table is what was counted when it was told.
    const kept = await matching.superuser.query<{ counts: TrueCounts }>(
      'select counts from equity_report where counts is not null and months = 24',
    );
    expect(kept).toHaveLength(2);
    const [then, now] = kept.map(
      ({ counts }) =>
        (set: string) =>
          counts.people.tables.find(({ dimensions }) => dimensions.join() === set),
    );
    expect(now!('profession')).toEqual(then!('profession'));
    expect(now!('region')).not.toEqual(then!('region'));
  }, 400_000);

  it('stays as it is, and shows the server no true count', async () => {
    const { server } = databaseUrls(matching.url);
    await expect(as(server, 'select counts from equity_report')).rejects.toMatchObject({ code: '42501' });
    for (const change of [
      `update equity_report set report = '{}' where id = $1`,
      'delete from equity_report where id = $1',
    ]) {
      await expect(matching.superuser.query(change, [first.id])).rejects.toMatchObject({ code: 'EV003' });
    }
  });

  it('is refused to whoever is no auditor by the database itself, where it counts answers', async () => {
    const { worker: url, server } = databaseUrls(matching.url);
    const counts = `select * from equality.funnel($1, '{sex}', '2024-10-02', '2026-10-01')`;
    for (const user of [url, server]) {
      await expect(as(user, counts, [matching.programmeId])).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is public once a board approved it, and never changes then', async () => {
    const snapshots = matching.get(EquitySnapshotRepository);
    const snapshot: EquitySnapshot = {
      ...{ id: randomUUID(), programmeId: matching.programmeId, reportId: first.id, state: 'put_forward' },
      ...{ putForwardBy: randomUUID(), putForwardAt: NOW },
    };
    await snapshots.add(snapshot);
    await expect(snapshots.add({ ...snapshot, id: randomUUID() })).rejects.toMatchObject({
      code: 'equity-snapshot.exists',
    });
    const asPublic = () => RowReach.PUBLIC.run(() => snapshots.publishedById(snapshot.id));
    expect(await asPublic()).toBeUndefined();
    await snapshots.save({ ...snapshot, state: 'published', decidedBy: randomUUID(), decidedAt: NOW });
    const published = await asPublic();
    expect(published).toMatchObject({ countedAt: NOW, report: first.report });
    const [called] = await matching.superuser.query<{ name: string }>(
      `update programme set name = 'Renamed since' where id = $1 returning old.name as name`,
      [matching.programmeId],
    );
    expect(published!.programmeTitle).toBe(called!.name);
    expect(await asPublic()).toEqual(published);
    expect((await RowReach.PUBLIC.run(() => snapshots.published({ limit: 5 }))).items).toHaveLength(1);
    await expect(
      matching.superuser.query(`update equity_snapshot set state = 'turned_down' where id = $1`, [
        snapshot.id,
      ]),
    ).rejects.toMatchObject({ code: 'EV003' });
  });
});

describe('A baseline', () => {
  it('comes back as it was given, in place of the one before', async () => {
    const baselines = matching.get(BaselineRepository);
    const { programmeId } = matching;
    expect((await baselines.read(programmeId))!.version).toBe(1);
    const part = { profession: 'midwife', stage: '2', people: 40 };
    await baselines.replace(programmeId, { parts: [part], characteristics: [], version: 1 });
    const later = {
      parts: [{ profession: 'midwife', people: 41 }, part],
      characteristics: [{ question: 'sex', answer: 'female', people: 81 }],
      version: 2,
    };
    await baselines.replace(programmeId, later);
    expect(await baselines.read(programmeId)).toEqual(later);
  });
});

describe('An organisation’s own auditor', () => {
  it('gets true counts of its people, which add up to all of them', async () => {
    const [organisation] = await matching.superuser.query<{ id: string; people: number }>(
      // Mentors who ask for nothing are not among those who could.
      `select organisation_id as id, count(*)::int as people from post
      where position = 0 and (person_id not in (select person_id from mentor_profile)
        or person_id in (select person_id from mentoring_request))
      group by organisation_id order by 2 desc limit 1`,
    );
    const counted = await matching.get(OrganisationCounts).of(matching.programmeId, organisation!.id, WINDOW);
    const eligible = counted.reduce((sum, { counts }) => sum + counts.eligible, 0);
    expect(eligible).toBe(organisation!.people);
    expect(counted.some(({ counts }) => counts.eligible % 5 !== 0)).toBe(true);
  });

  it('audits no window in which they ran a round', async () => {
    const rounds = matching.get(AuditedRounds);
    const [kim, lee] = [randomUUID(), randomUUID()];
    await matching.superuser.query(
      `insert into round_part select id, $2, 'ran' from matching_round where programme_id = $1 limit 1`,
      [matching.programmeId, kim],
    );
    const partsOfLee = () =>
      matching.superuser.query(`select from round_part where account_id = $1 and part = 'audited'`, [lee]);
    // To be told beforehand makes nobody an auditor.
    expect(await rounds.mayTake(matching.programmeId, WINDOW, kim)).toBe(false);
    expect(await rounds.mayTake(matching.programmeId, WINDOW, lee)).toBe(true);
    expect(await partsOfLee()).toEqual([]);
    expect(await rounds.take(matching.programmeId, WINDOW, kim)).toBe(false);
    expect(await rounds.take(matching.programmeId, WINDOW, lee)).toBe(true);
    expect(await partsOfLee()).toHaveLength(4);
  });
});
