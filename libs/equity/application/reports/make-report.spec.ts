import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Clock, type Job, Outbox, Transaction } from '@evenhand/kernel';
import { NOTHING_TOLD, ToldOfPools } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import type { ReleasedCounts } from '../../domain/reports/equity-report';
import type { MadeReport, ReportOrder } from '../../domain/reports/report-order';
import { type GateTask, releaseCounts } from '../../domain/reports/release-beside';
import { type CountedReport } from '../../domain/reports/true-counts';
import type { MentorFact, PeopleFacts } from '../../domain/reports/people-facts';
import { EquityFacts, type FactsLook } from '../ports/equity-facts';
import { EquityReportRepository, type ReportOutcome } from '../ports/equity-report.repository';
import { ReportGate } from '../ports/report-gate';
import { MakeReport } from './make-report';

const READ_AT = new Date('2026-10-01T09:00:00.000Z');
const MADE_AT = new Date('2026-10-01T09:05:00.000Z');
const NOBODY: PeopleFacts = {
  people: 0,
  categories: {
    ...{ profession: new Uint16Array(), stage: new Uint16Array(), grade: new Uint16Array() },
    ...{ region: new Uint16Array(), organisation: new Uint16Array(), round: new Uint16Array() },
  },
  steps: new Uint32Array(),
  waitedDays: new Int32Array(),
  ...{ scores: new Int32Array(), mentorRanks: new Int32Array(), eligibleMentors: new Int32Array() },
};

/** A programme of nothing but mentors, of whom there are as many as is said. */
class Mentors extends EquityFacts {
  count = 0;

  override look<Result>(
    _programmeId: string,
    _window: object,
    work: (look: FactsLook) => Promise<Result>,
  ): Promise<Result> {
    const mentor: MentorFact = {
      ...{ profession: 'midwife', stage: '3', region: 'london', organisation: null },
      ...{ places: 1, placesInUse: 0, offers: 0, answeredInTime: 0 },
    } as never;
    return work({
      parts: () => Promise.resolve({ organisations: [], rounds: [] }),
      people: () => Promise.resolve(NOBODY),
      mentors: () => Promise.resolve(Array.from({ length: this.count }, () => mentor)),
      baseline: () => Promise.resolve(undefined),
      characteristics: () => Promise.resolve(undefined),
    });
  }
}

/** Reports in the order in which they were made. */
class Reports extends EquityReportRepository {
  readonly orders = new Map<string, ReportOrder>();
  readonly made: (CountedReport & { readonly outcome: ReportOutcome })[] = [];
  readonly outcomes = new Map<string, ReportOutcome>();
  atOnce = 0;
  overtakenBy: (() => Promise<void>) | undefined;

  override add = (order: ReportOrder) => Promise.resolve(void this.orders.set(order.id, order));
  override byId = (id: string) =>
    Promise.resolve({ ...this.orders.get(id)!, ...(this.outcomes.get(id) as object) } as MadeReport);
  override begin = (id: string) => Promise.resolve(this.orders.get(id));
  override reportProgress = () => Promise.resolve(true);
  override giveBack = () => Promise.resolve();
  override underWay = () => Promise.resolve(0);
  override list = () => Promise.reject(new Error('nobody lists'));
  override ordersOf = () => Promise.reject(new Error('nobody lists'));
  override fail = () => Promise.resolve(true);

  override async *counted(): AsyncIterable<CountedReport> {
    for (const report of [...this.made].reverse()) {
      yield await Promise.resolve(report);
    }
  }

  override async holdNewest(): Promise<string | undefined> {
    const overtake = this.overtakenBy;
    this.overtakenBy = undefined;
    await overtake?.();
    return this.made.at(-1)?.id;
  }

  override finish(id: string, outcome: ReportOutcome): Promise<boolean> {
    this.outcomes.set(id, outcome);
    const { months } = this.orders.get(id)!;
    if ('counts' in outcome) {
      const { counts, countedAt } = outcome;
      this.made.push({ ...{ id, months, countedAt, counts, outcome }, policy: DEFAULT_DISCLOSURE_POLICY });
    }
    return Promise.resolve(true);
  }
}

/** There is nobody but mentors, and the gate takes its time over tables of nobody. */
class GateHere extends ReportGate {
  released = 0;
  override async release(task: GateTask): Promise<ReleasedCounts> {
    this.released += 1;
    const { people } = task.counts;
    const { supply } = await releaseCounts({
      ...task,
      counts: { ...task.counts, people: { ...people, tables: [] } },
    });
    return { people: { ...people, tables: people.tables.map((table) => ({ ...table, rows: [] })) }, supply };
  }
}

/** Shows one time to whoever reads the counts, and a later one from then on. */
class TwoTimes extends Clock {
  #isRead = false;
  override now(): Date {
    const now = this.#isRead ? MADE_AT : READ_AT;
    this.#isRead = true;
    return now;
  }
}

class NoOutbox extends Outbox {
  override leave = () => Promise.resolve();
  override settle = () => Promise.resolve();
}

class AtOnce extends Transaction {
  override run = <Result>(work: () => Promise<Result>) => work();
}

/** Nothing is told of pools, though something may be meanwhile. */
class NoPools extends ToldOfPools {
  told = 0;
  /** What happens while it is read what was told. */
  meanwhile: () => void = () => undefined;
  override ofProgramme() {
    this.meanwhile();
    return Promise.resolve(NOTHING_TOLD);
  }
  override mark = () => Promise.resolve(`${this.told}`);
}

function office() {
  const parts = { facts: new Mentors(), reports: new Reports(), gate: new GateHere(), pools: new NoPools() };
  const make = async (id: string, mentors: number, months = 24): Promise<ReportOutcome> => {
    parts.facts.count = mentors;
    await parts.reports.add({
      ...{ id, programmeId: 'programme', months, lastDay: '2026-10-01', state: 'running', askedBy: 'lee' },
      ...{ askedAt: READ_AT, deliveries: 1, progress: { stage: 'waiting', done: 0, total: 1 } },
    });
    const made = new MakeReport(
      ...([parts.facts, parts.reports, parts.gate, parts.pools] as const),
      ...([
        { policy: DEFAULT_DISCLOSURE_POLICY },
        healthAndCare,
        new NoOutbox(),
        new TwoTimes(),
        new AtOnce(),
      ] as const),
    );
    const job: Job = { kind: 'make-equity-report', subject: id, attempt: 1 };
    expect(await made.run(job, new AbortController().signal)).toBe('made');
    return parts.reports.outcomes.get(id)!;
  };
  return { ...parts, make };
}

const mentorsIn = (outcome: ReportOutcome) =>
  'report' in outcome
    ? outcome.report.counts.supply.tables.find(({ dimensions }) => dimensions.length === 0)!.rows[0]!.counts
        .mentors
    : outcome.repeats;

describe('A report that a worker makes', () => {
  it('says when its counts were read, and not when the gate was done with them', async () => {
    const { make } = office();
    expect(await make('one', 50)).toMatchObject({ countedAt: READ_AT });
  });

  it('is the earlier one where hardly anybody changed, without asking the gate again', async () => {
    const { make, gate } = office();
    await make('one', 50);
    expect(await make('two', 59)).toEqual({ repeats: 'one' });
    expect(gate.released).toBe(1);
    expect(mentorsIn(await make('three', 60))).toBe(60);
  });

  it('says nothing of a single person by being repeated: it is so where nobody changed, too', async () => {
    const { make, gate } = office();
    await make('one', 50);
    expect([await make('of nobody', 50), await make('of one', 51)]).toEqual([
      ...[{ repeats: 'one' }, { repeats: 'one' }],
    ]);
    expect(gate.released).toBe(1);
  });

  it('of other months takes over what says the same, and says from when and of how many months it is', async () => {
    const { make } = office();
    await make('one', 50);
    const outcome = await make('of a year', 53, 12);
    expect(mentorsIn(outcome)).toBe(50);
    expect(outcome).toMatchObject({
      report: {
        repeated: expect.arrayContaining([
          { of: 'supply', dimensions: [], countedAt: READ_AT.toISOString(), months: 24 },
        ]) as unknown,
        notes: expect.arrayContaining([
          expect.stringMatching(/1 October 2026, of the 24 months before/),
        ]) as unknown,
      },
    });
  });

  it('is compared again where another one was made meanwhile', async () => {
    const { make, reports } = office();
    reports.overtakenBy = async () => {
      await make('quicker', 50);
    };
    expect(await make('one', 53)).toEqual({ repeats: 'quicker' });
  });

  it('is proved again where something was told of the pools meanwhile', async () => {
    const { make, gate, pools } = office();
    pools.meanwhile = () => {
      pools.told = 1;
    };
    expect(mentorsIn(await make('one', 50))).toBe(50);
    expect(gate.released).toBe(2);
  });
});
