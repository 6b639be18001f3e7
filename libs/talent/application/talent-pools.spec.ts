import { Clock, Random, Transaction } from '@evenhand/kernel';
import type { PersonRepository, Programme, ProgrammeRepository, RegisteredPerson } from '@evenhand/people';
import {
  InMemoryPoolDecisions,
  InMemoryPoolMembers,
  InMemoryPoolPublications,
  InMemoryTalentPools,
} from '@evenhand/testing';
import { AddCriteriaVersion } from './add-criteria-version';
import { Apply } from './apply';
import { Assess } from './assess';
import { ChangeTalentPool } from './change-talent-pool';
import { CloseTalentPool } from './close-talent-pool';
import { CreateTalentPool } from './create-talent-pool';
import { Decide } from './decide';
import { DeclareInterest } from './declare-interest';
import { DeclineNomination } from './decline-nomination';
import { ListDecisions } from './list-decisions';
import { ListMembers } from './list-members';
import { ListTalentPools } from './list-talent-pools';
import { ListTransparentPools } from './list-transparent-pools';
import { Nominate } from './nominate';
import { OpenTalentPool } from './open-talent-pool';
import { PublishPoolCounts } from './publish-pool-counts';
import { ReadCriteria } from './read-criteria';
import { ReadMemberCards } from './read-member-cards';
import { ReadPoolComposition } from './read-pool-composition';
import { ReadPoolMember } from './read-pool-member';
import { ReadTalentPool } from './read-talent-pool';
import { ReadTransparentPool } from './read-transparent-pool';
import { RecordAppointment } from './record-appointment';
import { RecordLeaving } from './record-leaving';

const BOARD = { role: 'talent_board' };
const ALL = { limit: 200 };
const CRITERIA = { criteria: [{ code: 'leads', sentence: 'Has led a team.' }], reason: 'First.' } as const;

/** Goes on by a millisecond whenever it is read, and to the next morning when it is told. */
class SlowClock extends Clock {
  private day = 1;
  private readings = 0;
  override now(): Date {
    return new Date(Date.UTC(2026, 9, this.day, 9, 0, 0, ++this.readings));
  }
  nextDay(): void {
    this.day += 1;
  }
}

class CountingRandom extends Random {
  private made = 0;
  override uuid(): string {
    this.made += 1;
    return `id-${this.made}`;
  }
  override secret(): string {
    return 'secret';
  }
}

class Directly extends Transaction {
  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

function aPerson(id: string, parts: { group?: string; stage?: string } & Partial<RegisteredPerson> = {}) {
  const { group = 'nurse', stage = '2', ...rest } = parts;
  return {
    id,
    programmeId: 'programme',
    reference: id,
    background: { group, profession: 'any', registration: 'registered' },
    posts: [{ organisationId: 'organisation', region: 'london', stage }],
    languages: ['en'],
    mode: 'either',
    exclude: [],
    consent: true,
    active: true,
    version: 1,
    ...rest,
  } satisfies RegisteredPerson;
}

/** The use cases over ports in memory. */
function theBoard(persons: readonly RegisteredPerson[], programmeState: Programme['state'] = 'open') {
  const pools = new InMemoryTalentPools();
  const members = new InMemoryPoolMembers();
  const decisions = new InMemoryPoolDecisions(members);
  const programmes = {
    lock: (id: string) =>
      Promise.resolve(
        id === 'programme' ? { id, name: 'North', state: programmeState, version: 1 } : undefined,
      ),
  } as Partial<ProgrammeRepository> as ProgrammeRepository;
  const people = {
    byId: (id: string) => Promise.resolve(persons.find((person) => person.id === id)),
    byReference: (_: string, reference: string) =>
      Promise.resolve(persons.find((person) => person.reference === reference)),
    byIds: (ids: readonly string[]) => Promise.resolve(persons.filter(({ id }) => ids.includes(id))),
  } as Partial<PersonRepository> as PersonRepository;
  const [random, clock, transaction] = [new CountingRandom(), new SlowClock(), new Directly()];
  const publications = new InMemoryPoolPublications();
  const publishCounts = new PublishPoolCounts(
    ...([pools, members, decisions, publications, people, clock, transaction] as const),
  );
  const readTransparent = new ReadTransparentPool(pools, publications);
  const readComposition = new ReadPoolComposition(pools, members, people);
  return {
    create: new CreateTalentPool(programmes, pools, random, clock, transaction),
    change: new ChangeTalentPool(pools, transaction),
    open: new OpenTalentPool(pools, clock, transaction),
    close: new CloseTalentPool(pools, clock, transaction),
    addCriteria: new AddCriteriaVersion(pools, clock, transaction),
    readCriteria: new ReadCriteria(pools, people),
    read: new ReadTalentPool(pools, people),
    list: new ListTalentPools(pools, people),
    nominate: new Nominate(pools, members, people, random, clock, transaction),
    apply: new Apply(pools, members, people, random, clock, transaction),
    declareInterest: new DeclareInterest(pools, members, clock, transaction),
    decline: new DeclineNomination(pools, members, clock, transaction),
    assess: new Assess(pools, members, clock, transaction),
    decide: new Decide(pools, members, decisions, random, clock, transaction),
    appoint: new RecordAppointment(pools, members, clock, transaction),
    leave: new RecordLeaving(pools, members, clock, transaction),
    readMember: new ReadPoolMember(members),
    listMembers: new ListMembers(pools, members, people),
    listDecisions: new ListDecisions(pools, decisions, people),
    readComposition,
    listTransparent: new ListTransparentPools(pools),
    members,
    publishCounts,
    readTransparent,
    /** What everybody may read once it was published where that is due. */
    shown: async (poolId: string) => {
      await publishCounts.run();
      return readTransparent.run(poolId);
    },
    nextDay: () => clock.nextDay(),
    readCards: new ReadMemberCards(people),
  };
}

type Board = ReturnType<typeof theBoard>;

const WANTED = {
  programmeId: 'programme',
  title: 'Heads of service',
  purpose: 'People who may lead a service.',
  waysIn: ['nominated', 'applied'],
} as const;

async function anOpenPool(board: Board): Promise<string> {
  const { id } = await board.create.run(WANTED);
  await board.addCriteria.run(id, { ...CRITERIA, criteria: [...CRITERIA.criteria] });
  await board.open.run(id);
  return id;
}

const nominated = (personId: string, by: { role: string; personId?: string } = { role: 'coordinator' }) => ({
  personId,
  by,
  as: 'manager' as const,
  reason: 'Led the winter plan.',
});

/** Somebody who applied, was assessed and taken in. */
async function somebodyIn(board: Board, poolId: string, personId: string): Promise<string> {
  const { id: memberId } = await board.apply.run(poolId, 'I lead a ward.', personId);
  await board.assess.run({ poolId, memberId }, { horizon: '1-3', evidence: 'Led a ward.' }, BOARD);
  await board.decide.run({ poolId, memberId }, { outcome: 'in_pool', reason: 'Meets it.', decider: BOARD });
  return memberId;
}

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('a talent pool', () => {
  it('is drafted, given criteria, opened and closed', async () => {
    const board = theBoard([]);
    const id = await anOpenPool(board);
    expect(await board.close.run(id)).toMatchObject({ state: 'closed', criteriaVersion: 1, version: 4 });
  });

  it('needs an open programme', async () => {
    await expect(theBoard([], 'closed').create.run(WANTED)).rejects.toThrow(refused('programme.closed'));
    await expect(theBoard([]).create.run({ ...WANTED, programmeId: 'other' })).rejects.toThrow(
      refused('programme.not-found'),
    );
  });

  it('is changed only by whoever read its latest version', async () => {
    const board = theBoard([]);
    const { id } = await board.create.run(WANTED);
    expect(await board.change.run(id, 1, { title: 'New' })).toMatchObject({ title: 'New', version: 2 });
    await expect(board.change.run(id, 1, { title: 'Late' })).rejects.toThrow(refused('version.stale'));
    await expect(board.change.run('none', 1, {})).rejects.toThrow(refused('talent-pool.not-found'));
  });

  it('keeps every version of its criteria', async () => {
    const board = theBoard([]);
    const id = await anOpenPool(board);
    await board.addCriteria.run(id, { criteria: [{ code: 'b', sentence: 'B.' }], reason: 'Wider.' });
    const versions = await board.readCriteria.run(id);
    expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'Wider.'],
      [1, 'First.'],
    ]);
  });

  it('is seen by people of its own programme once it is published, and by nobody else', async () => {
    const board = theBoard([aPerson('ours'), aPerson('theirs', { programmeId: 'other' })]);
    const { id: draft } = await board.create.run(WANTED);
    const open = await anOpenPool(board);
    expect((await board.list.run({}, ALL, 'ours')).items.map(({ id }) => id)).toEqual([open]);
    expect((await board.list.run({ states: ['draft'] }, ALL, 'ours')).items).toEqual([]);
    expect((await board.list.run({}, ALL, 'theirs')).items).toEqual([]);
    expect((await board.list.run({}, ALL)).items).toHaveLength(2);
    expect(await board.read.run(open, 'ours')).toMatchObject({ id: open });
    await expect(board.read.run(draft, 'ours')).rejects.toThrow(refused('talent-pool.not-found'));
    await expect(board.read.run(open, 'theirs')).rejects.toThrow(refused('talent-pool.not-found'));
    await expect(board.apply.run(open, 'Me.', 'theirs')).rejects.toThrow(refused('talent-pool.not-found'));
  });
});

describe('the way into a pool', () => {
  it('leads a nominated person in by their own word', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(poolId, nominated('ann'));
    const at = { poolId, memberId };
    await expect(board.declareInterest.run(at, 'bob')).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
    expect(await board.declareInterest.run(at, 'ann')).toMatchObject({ state: 'interested' });
    await board.assess.run(at, { horizon: '0-1', evidence: 'Ran the site.' }, BOARD);
    const decision = await board.decide.run(at, { outcome: 'in_pool', reason: 'Meets it.', decider: BOARD });
    expect(decision).toMatchObject({ criteriaVersion: 1, decider: BOARD, reason: 'Meets it.' });
    expect(await board.appoint.run(at, 'Head of therapies')).toMatchObject({ state: 'appointed' });
  });

  it('ends where the person declines, and may begin anew', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(poolId, nominated('ann'));
    await expect(board.nominate.run(poolId, nominated('ann'))).rejects.toThrow(
      refused('talent-pool-member.already-there'),
    );
    expect(await board.decline.run({ poolId, memberId }, undefined, 'ann')).toMatchObject({
      state: 'declined',
    });
    expect(await board.apply.run(poolId, 'Now I want to.', 'ann')).toMatchObject({ state: 'interested' });
  });

  it('is for active people of the programme, put forward by others', async () => {
    const board = theBoard([
      aPerson('ann'),
      aPerson('gone', { active: false }),
      aPerson('theirs', { programmeId: 'other' }),
    ]);
    const poolId = await anOpenPool(board);
    for (const id of ['gone', 'theirs', 'nobody']) {
      await expect(board.nominate.run(poolId, nominated(id))).rejects.toThrow(refused('person.not-found'));
    }
    const oneself = nominated('ann', { role: 'mentor', personId: 'ann' });
    await expect(board.nominate.run(poolId, oneself)).rejects.toThrow(
      refused('talent-pool-member.cannot-nominate-oneself'),
    );
    const stranger = nominated('ann', { role: 'mentor', personId: 'theirs' });
    await expect(board.nominate.run(poolId, stranger)).rejects.toThrow(refused('talent-pool.not-found'));
  });

  it('is opened to a colleague by their reference as well', async () => {
    const board = theBoard([
      aPerson('ann', { reference: 'staff-1' }),
      aPerson('theirs', { reference: 'staff-2', programmeId: 'other' }),
    ]);
    const poolId = await anOpenPool(board);
    const byReference = (reference: string, by = BOARD) =>
      board.nominate.run(poolId, { reference, as: 'manager', by, reason: 'Led the winter plan.' });
    for (const unknown of ['staff-2', 'staff-3']) {
      await expect(byReference(unknown)).rejects.toThrow(refused('person.not-found'));
    }
    const oneself = { role: 'mentor', personId: 'ann' };
    await expect(byReference('staff-1', oneself)).rejects.toThrow(
      refused('talent-pool-member.cannot-nominate-oneself'),
    );
    expect(await byReference('staff-1')).toMatchObject({ personId: 'ann', state: 'nominated' });
  });

  it('is barred once the pool is closed, while those who are in are still decided on', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob'), aPerson('cat')]);
    const poolId = await anOpenPool(board);
    const { id: nominee } = await board.nominate.run(poolId, nominated('ann'));
    const { id: applicant } = await board.apply.run(poolId, 'Me.', 'bob');
    await board.close.run(poolId);
    await expect(board.apply.run(poolId, 'Me.', 'cat')).rejects.toThrow(refused('talent-pool.not-open'));
    await expect(board.declareInterest.run({ poolId, memberId: nominee }, 'ann')).rejects.toThrow(
      refused('talent-pool.not-open'),
    );
    const at = { poolId, memberId: applicant };
    await board.assess.run(at, { horizon: 'now', evidence: 'Acts up.' }, BOARD);
    await board.decide.run(at, { outcome: 'not_in_pool', reason: 'No team yet.', decider: BOARD });
    expect(await board.readMember.run(applicant, { poolId })).toMatchObject({ state: 'not_in_pool' });
  });

  it('asks for a new assessment when the criteria have changed', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.apply.run(poolId, 'Me.', 'ann');
    const at = { poolId, memberId };
    const readiness = { horizon: '3-5', evidence: 'First post.' };
    await board.assess.run(at, readiness, BOARD);
    await board.addCriteria.run(poolId, { criteria: [{ code: 'b', sentence: 'B.' }], reason: 'Wider.' });
    const verdict = { outcome: 'in_pool', reason: 'Meets it.', decider: BOARD } as const;
    await expect(board.decide.run(at, verdict)).rejects.toThrow(
      refused('talent-pool-member.criteria-changed'),
    );
    await board.assess.run(at, readiness, BOARD);
    expect(await board.decide.run(at, verdict)).toMatchObject({ criteriaVersion: 2 });
  });

  it('knows the horizons of the catalogue only', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.apply.run(poolId, 'Me.', 'ann');
    await expect(
      board.assess.run({ poolId, memberId }, { horizon: 'soon', evidence: 'E.' }, BOARD),
    ).rejects.toThrow('horizon: "soon" is none of now, 0-1, 1-3, 3-5');
  });

  it('can be left by the person, and only by them or the board', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const at = { poolId, memberId: await somebodyIn(board, poolId, 'ann') };
    await expect(board.leave.run(at, undefined, 'bob')).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
    expect(await board.leave.run(at, 'Moving away.', 'ann')).toMatchObject({ state: 'left' });
  });

  it('is not found under another pool', async () => {
    const board = theBoard([aPerson('ann')]);
    const [poolId, other] = [await anOpenPool(board), await anOpenPool(board)];
    const memberId = await somebodyIn(board, poolId, 'ann');
    await expect(board.leave.run({ poolId: other, memberId }, undefined)).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
    await expect(board.readMember.run(memberId, { poolId: other })).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
  });
});

describe('what is read of a pool', () => {
  it('shows a person themselves, and nobody else', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob')]);
    const poolId = await anOpenPool(board);
    const ann = await somebodyIn(board, poolId, 'ann');
    await somebodyIn(board, poolId, 'bob');
    expect((await board.listMembers.run({ poolId }, ALL, 'ann')).items.map(({ id }) => id)).toEqual([ann]);
    expect((await board.listDecisions.run(poolId, ALL, 'ann')).items).toMatchObject([{ memberId: ann }]);
    expect((await board.listMembers.run({ poolId }, ALL)).items).toHaveLength(2);
    await expect(board.readMember.run(ann, { poolId }, 'bob')).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
  });

  it('keeps those who have not said that they want to be considered from whoever sees only the others', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(poolId, nominated('ann'));
    const { id: applicant } = await board.apply.run(poolId, 'Me.', 'bob');
    const interested = { poolId, interested: true } as const;
    expect((await board.listMembers.run(interested, ALL)).items.map(({ id }) => id)).toEqual([applicant]);
    await expect(board.readMember.run(memberId, interested)).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
  });

  it('names them to those who decide only from when they want to be considered until they leave', async () => {
    const board = theBoard([
      aPerson('ann', { name: 'Ann Lee', group: 'ahp', stage: '3' }),
      aPerson('bob', { name: 'Bob May' }),
      aPerson('cat'),
    ]);
    const poolId = await anOpenPool(board);
    await board.apply.run(poolId, 'Me.', 'ann');
    await board.nominate.run(poolId, nominated('bob'));
    const { id: memberId } = await board.apply.run(poolId, 'Me.', 'cat');
    await board.leave.run({ poolId, memberId }, undefined, 'cat');
    const { items } = await board.listMembers.run({ poolId }, ALL);
    const ann = ['ann', { name: 'Ann Lee', group: 'ahp', stage: '3' }];
    expect([...(await board.readCards.run(items, { consenting: true }))]).toEqual([ann]);
    expect([...(await board.readCards.run(items))]).toEqual([
      ann,
      ['bob', { name: 'Bob May', group: 'nurse', stage: '2' }],
      ['cat', { group: 'nurse', stage: '2' }],
    ]);
  });

  it('counts by group and stage those who want to be there, and nobody who was only nominated', async () => {
    const board = theBoard([
      aPerson('ann', { group: 'ahp', stage: '1' }),
      aPerson('bob', { group: 'ahp', stage: '2' }),
      aPerson('cat'),
      aPerson('dan'),
    ]);
    const poolId = await anOpenPool(board);
    await somebodyIn(board, poolId, 'ann');
    await board.apply.run(poolId, 'Me.', 'bob');
    await board.nominate.run(poolId, nominated('cat'));
    const dan = await somebodyIn(board, poolId, 'dan');
    await board.leave.run({ poolId, memberId: dan }, undefined);
    const { groups, stages } = await board.readComposition.run(poolId);
    expect(groups.find(({ code }) => code === 'ahp')?.counts).toEqual({
      interested: 1,
      assessed: 0,
      in_pool: 1,
    });
    expect(groups.find(({ code }) => code === 'nurse')?.counts).toEqual({
      interested: 0,
      assessed: 0,
      in_pool: 0,
    });
    expect(stages.map(({ counts }) => counts.interested + counts.in_pool)).toEqual([0, 1, 1, 0, 0]);
  });
});

describe('what everybody may read', () => {
  it('is of pools that are or were open', async () => {
    const board = theBoard([]);
    const { id: draft } = await board.create.run(WANTED);
    const open = await anOpenPool(board);
    const closed = await anOpenPool(board);
    await board.close.run(closed);
    expect((await board.listTransparent.run(ALL)).items.map(({ id }) => id)).toEqual([closed, open]);
    await expect(board.readTransparent.run(draft)).rejects.toThrow(refused('talent-pool.not-found'));
    await expect(board.readTransparent.run('none')).rejects.toThrow(refused('talent-pool.not-found'));
  });

  const crowd = (count: number, group: string, from = 0) =>
    Array.from({ length: count }, (_, at) => aPerson(`${group}-${from + at}`, { group }));

  it('holds no count of a few people', async () => {
    const people = [...crowd(40, 'nurse'), ...crowd(3, 'ahp')];
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    for (const { id } of people) await somebodyIn(board, poolId, id);
    board.nextDay();
    const { asOf, composition, decisions, criteria } = await board.shown(poolId);
    expect(asOf).toEqual(new Date('2026-10-02T00:00:00Z'));
    const told = new Map(composition.groups.map(({ code, members }) => [code, members]));
    expect([told.get('nurse'), told.get('ahp'), composition.members]).toEqual([40, null, 40]);
    expect(composition.groups.find(({ code }) => code === 'nurse')?.share).toBe(100);
    expect(composition.stages.map(({ members }) => members)).toEqual([null, null, null, null, null]);
    expect(decisions).toEqual({
      decisions: 45,
      outcomes: [
        { outcome: 'in_pool', decisions: 45 },
        { outcome: 'not_in_pool', decisions: null },
      ],
    });
    expect(criteria).toHaveLength(1);
  });

  it('is not changed by reading it, but by publishing, once a day', async () => {
    const people = crowd(20, 'nurse');
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    for (const { id } of people) await board.apply.run(poolId, 'Me.', id);
    await board.close.run(poolId);
    board.nextDay();
    expect((await board.readTransparent.run(poolId)).asOf).toBeUndefined();
    expect(await board.publishCounts.run()).toBe(1);
    expect(await board.publishCounts.run()).toBe(0);
    expect((await board.readTransparent.run(poolId)).composition.members).toBe(20);
  });

  it('is published of every other pool when one cannot be', async () => {
    const people = crowd(20, 'nurse');
    const board = theBoard(people);
    const [broken, healthy] = [await anOpenPool(board), await anOpenPool(board)];
    for (const { id } of people) await board.apply.run(healthy, 'Me.', id);
    board.nextDay();
    const inStates = board.members.inStates.bind(board.members);
    board.members.inStates = (poolId, states) =>
      poolId === broken ? Promise.reject(new Error('unreadable')) : inStates(poolId, states);
    await expect(board.publishCounts.run()).rejects.toThrow('unreadable');
    expect((await board.readTransparent.run(healthy)).composition.members).toBe(20);
  });

  it('does not change within a day, whoever comes while somebody watches', async () => {
    const people = crowd(30, 'nurse');
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    const first = await board.shown(poolId);
    expect(first.asOf).toBeUndefined();
    for (const { id } of people) {
      await somebodyIn(board, poolId, id);
      expect(await board.shown(poolId)).toEqual(first);
    }
  });

  it('does not change for fewer than ten people, nor for one who comes and goes ten times', async () => {
    const people = [...crowd(12, 'nurse'), ...crowd(9, 'ahp')];
    const [target, ...others] = crowd(10, 'midwife');
    const board = theBoard([...people, target!, ...others]);
    const poolId = await anOpenPool(board);
    for (const { id } of people) await board.apply.run(poolId, 'Me.', id);
    board.nextDay();
    const first = await board.shown(poolId);
    expect(first.composition.members).toBe(10);

    for (let time = 0; time < 10; time += 1) {
      const { id: memberId } = await board.apply.run(poolId, 'Me.', target!.id);
      board.nextDay();
      expect(await board.shown(poolId)).toEqual(first);
      await board.leave.run({ poolId, memberId }, undefined, target!.id);
      board.nextDay();
      expect(await board.shown(poolId)).toEqual(first);
    }
    for (const { id } of others) await board.apply.run(poolId, 'Me.', id);
    board.nextDay();
    expect(await board.shown(poolId)).toEqual(first);

    await board.apply.run(poolId, 'Me.', target!.id);
    board.nextDay();
    expect(await board.shown(poolId)).not.toEqual(first);
  });

  it('counts decisions of earlier days, and anew once ten more people were decided on', async () => {
    const people = crowd(30, 'nurse');
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    for (const { id } of people.slice(0, 10)) await somebodyIn(board, poolId, id);
    for (const { id } of people.slice(10)) await board.apply.run(poolId, 'Me.', id);
    const { items } = await board.listMembers.run({ poolId, states: ['interested'] }, ALL);
    const takeIn = async (memberId: string) => {
      await board.assess.run({ poolId, memberId }, { horizon: 'now', evidence: 'Acts up.' }, BOARD);
      const verdict = { outcome: 'in_pool', reason: 'Meets it.', decider: BOARD } as const;
      await board.decide.run({ poolId, memberId }, verdict);
    };
    const told = async () => (await board.shown(poolId)).decisions.decisions;
    board.nextDay();
    for (const { id } of items.slice(0, 9)) await takeIn(id);
    expect(await told()).toBe(10);
    board.nextDay();
    expect(await told()).toBe(10);
    await takeIn(items[9]!.id);
    board.nextDay();
    expect(await told()).toBe(20);
  });

  it('leaves out who was turned down or is gone', async () => {
    const people = [...crowd(20, 'nurse'), ...crowd(12, 'ahp')];
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    for (const { id } of people.slice(0, 20)) await board.apply.run(poolId, 'Me.', id);
    for (const { id } of people.slice(20)) {
      const at = { poolId, memberId: (await board.apply.run(poolId, 'Me.', id)).id };
      await board.assess.run(at, { horizon: 'now', evidence: 'E.' }, BOARD);
      await board.decide.run(at, { outcome: 'not_in_pool', reason: 'Not yet.', decider: BOARD });
    }
    board.nextDay();
    const { composition, decisions } = await board.shown(poolId);
    expect([composition.members, decisions.decisions]).toEqual([20, 10]);
    const { items } = await board.listMembers.run({ poolId, states: ['interested'] }, ALL);
    for (const { id: memberId } of items.slice(0, 10)) {
      await board.leave.run({ poolId, memberId }, undefined);
    }
    board.nextDay();
    expect((await board.shown(poolId)).composition.members).toBe(10);
  });
});
