import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import type {
  MentorProfileRepository,
  OrganisationRepository,
  PersonRepository,
  Programme,
  ProgrammeRepository,
  RegisteredPerson,
  WorkforceRepository,
} from '@evenhand/people';
import {
  authorityIn,
  authorityOfPerson,
  EVERYWHERE,
  InMemoryCriticalPosts,
  InMemoryPoolDecisions,
  InMemoryPoolMembers,
  InMemoryPoolPublications,
  InMemoryTalentPools,
  RememberedTrail,
} from '@evenhand/testing';
import { healthAndCare } from '@evenhand/taxonomy';
import { AddCriteriaVersion } from './add-criteria-version';
import { Apply } from './apply';
import { Assess } from './assess';
import { ChangeTalentPool } from './change-talent-pool';
import { CloseTalentPool } from './close-talent-pool';
import { CreateTalentPool } from './create-talent-pool';
import { Decide } from './decide';
import { DeclareInterest } from './declare-interest';
import { DeclineNomination } from './decline-nomination';
import { KnownOfMembers } from './known-of-members';
import { ListDecisions } from './list-decisions';
import { ListMembers } from './list-members';
import { ListOwnMemberships } from './list-own-memberships';
import { ListOwnNominations } from './list-own-nominations';
import { ListTalentPools } from './list-talent-pools';
import { ListTransparentPools } from './list-transparent-pools';
import { Nominate } from './nominate';
import { OpenTalentPool } from './open-talent-pool';
import { NOTHING_TOLD } from '../../domain/pools/told-last';
import type { Nominees } from '../ports/nominees';
import { PublishPoolCounts } from './publish-pool-counts';
import { ReadCriteria } from './read-criteria';
import { ReadCriteriaMet } from './read-criteria-met';
import { ReadMemberCards } from './read-member-cards';
import { ReadPoolComposition } from './read-pool-composition';
import { ReadPoolMember } from './read-pool-member';
import { ReadTalentPool } from './read-talent-pool';
import { ReadTransparentPool } from './read-transparent-pool';
import { RecordAppointment } from './record-appointment';
import { RecordLeaving } from './record-leaving';

const BOARD = authorityIn('programme', 'talent_board');
const COORDINATOR = authorityIn('programme');
/** The word of a person of the programme, on what is their own. */
const own = (personId: string, programmeId = 'programme') => authorityOfPerson(personId, programmeId);
/** The word of a mentor, who may put others forward as well. */
const mentor = (personId: string, programmeId = 'programme') =>
  authorityOfPerson(personId, programmeId, 'mentor');
const MAX = mentor('max');
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
function theBoard(
  persons: readonly RegisteredPerson[],
  programmeState: Programme['state'] = 'open',
  smallest = DEFAULT_DISCLOSURE_POLICY.smallest,
) {
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
    byIds: (ids: readonly string[]) => Promise.resolve(persons.filter(({ id }) => ids.includes(id))),
  } as Partial<PersonRepository> as PersonRepository;
  const nominees: Nominees = {
    find: (programmeId, nominee) =>
      Promise.resolve(
        persons.find(
          (person) =>
            person.programmeId === programmeId &&
            person.active &&
            ('personId' in nominee ? person.id === nominee.personId : person.reference === nominee.reference),
        )?.id,
      ),
    standsAs: (_, nominatorId, personId) =>
      Promise.resolve(
        persons.find(({ id }) => id === personId)?.posts[0].lineManager === nominatorId ? ['manager'] : [],
      ),
  };
  const organisations = {
    ofProgramme: () => Promise.resolve([{ id: 'organisation' }]),
  } as unknown as OrganisationRepository;
  const mentors = {
    byPersonIds: (ids: readonly string[]) =>
      Promise.resolve(ids.map((personId) => ({ personId, strengths: [{ topic: 'SE-1.1', stage: '3' }] }))),
  } as unknown as MentorProfileRepository;
  const [random, clock, transaction] = [new CountingRandom(), new SlowClock(), new Directly()];
  const publications = new InMemoryPoolPublications();
  const posts = new InMemoryCriticalPosts();
  const trail = new RememberedTrail();
  const told = { ofProgramme: () => Promise.resolve(NOTHING_TOLD), mark: () => Promise.resolve('') };
  const disclosure = { policy: { ...DEFAULT_DISCLOSURE_POLICY, smallest } };
  const publishCounts = new PublishPoolCounts(
    ...([healthAndCare, programmes, pools, members, decisions, publications, posts, told] as const),
    ...([people, trail, clock, transaction, disclosure] as const),
  );
  const readTransparent = new ReadTransparentPool(healthAndCare, pools, publications, disclosure);
  const headcounts = new Map<string, number>();
  const workforce = { read: () => Promise.resolve(headcounts) } as unknown as WorkforceRepository;
  const readComposition = new ReadPoolComposition(healthAndCare, pools, members, people, workforce, trail);
  return {
    create: new CreateTalentPool(programmes, pools, random, clock, trail, transaction),
    change: new ChangeTalentPool(pools, trail, transaction),
    open: new OpenTalentPool(pools, clock, trail, transaction),
    close: new CloseTalentPool(pools, clock, trail, transaction),
    addCriteria: new AddCriteriaVersion(healthAndCare, pools, organisations, clock, trail, transaction),
    readCriteria: new ReadCriteria(pools),
    readCriteriaMet: new ReadCriteriaMet(
      healthAndCare,
      pools,
      members,
      new KnownOfMembers(people, mentors, clock),
      trail,
    ),
    read: new ReadTalentPool(pools),
    list: new ListTalentPools(pools),
    nominate: new Nominate(pools, members, nominees, random, clock, trail, transaction),
    ownMemberships: new ListOwnMemberships(pools, members),
    ownNominations: new ListOwnNominations(pools, members),
    apply: new Apply(pools, members, random, clock, trail, transaction),
    declareInterest: new DeclareInterest(pools, members, clock, trail, transaction),
    decline: new DeclineNomination(pools, members, clock, trail, transaction),
    assess: new Assess(healthAndCare, pools, members, clock, trail, transaction),
    decide: new Decide(pools, members, decisions, random, clock, trail, transaction),
    appoint: new RecordAppointment(pools, members, clock, trail, transaction),
    leave: new RecordLeaving(pools, members, clock, trail, transaction),
    readMember: new ReadPoolMember(pools, members, trail),
    listMembers: new ListMembers(pools, members, trail),
    listDecisions: new ListDecisions(pools, decisions, members, trail),
    readComposition,
    headcounts,
    listTransparent: new ListTransparentPools(pools),
    trail,
    members,
    publishCounts,
    readTransparent,
    /** What everybody may read once it was published where that is due. */
    shown: async (poolId: string) => {
      await publishCounts.run(Authority.ofProgram('worker'));
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
  const { id } = await board.create.run(BOARD, WANTED);
  await board.addCriteria.run(BOARD, id, { ...CRITERIA, criteria: [...CRITERIA.criteria] });
  await board.open.run(BOARD, id);
  return id;
}

const nominated = (personId: string) => ({
  personId,
  as: 'mentor' as const,
  reason: 'Led the winter plan.',
});

/** Somebody who applied, was assessed and taken in. */
async function somebodyIn(board: Board, poolId: string, personId: string): Promise<string> {
  const { id: memberId } = await board.apply.run(own(personId), poolId, 'I lead a ward.');
  await board.assess.run(BOARD, { poolId, memberId }, { horizon: '1-3', evidence: 'Led a ward.' });
  await board.decide.run(BOARD, { poolId, memberId }, { outcome: 'in_pool', reason: 'Meets it.' });
  return memberId;
}

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('a talent pool', () => {
  it('is drafted, given criteria, opened and closed', async () => {
    const board = theBoard([]);
    const id = await anOpenPool(board);
    expect(await board.close.run(BOARD, id)).toMatchObject({
      state: 'closed',
      criteriaVersion: 1,
      version: 4,
    });
  });

  it('needs an open programme', async () => {
    await expect(theBoard([], 'closed').create.run(BOARD, WANTED)).rejects.toThrow(
      refused('programme.closed'),
    );
    await expect(theBoard([]).create.run(EVERYWHERE, { ...WANTED, programmeId: 'other' })).rejects.toThrow(
      refused('programme.not-found'),
    );
  });

  it('is changed only by whoever read its latest version', async () => {
    const board = theBoard([]);
    const { id } = await board.create.run(BOARD, WANTED);
    expect(await board.change.run(BOARD, id, 1, { title: 'New' })).toMatchObject({
      title: 'New',
      version: 2,
    });
    await expect(board.change.run(BOARD, id, 1, { title: 'Late' })).rejects.toThrow(refused('version.stale'));
    await expect(board.change.run(BOARD, 'none', 1, {})).rejects.toThrow(refused('talent-pool.not-found'));
  });

  it('is called what it was called when it opened, and is for the same: people came in under both', async () => {
    const board = theBoard([aPerson('ann')]);
    const id = await anOpenPool(board);
    await board.apply.run(own('ann'), id, 'I lead a ward.');
    const before = await board.read.run(BOARD, id);
    for (const change of [{ title: 'New' }, { purpose: 'Another.' }]) {
      await expect(board.change.run(BOARD, id, before.version, change)).rejects.toThrow(
        refused('talent-pool.cannot-change'),
      );
    }
    expect(await board.read.run(BOARD, id)).toEqual(before);
  });

  it('keeps every version of its criteria', async () => {
    const board = theBoard([]);
    const id = await anOpenPool(board);
    await board.addCriteria.run(BOARD, id, { criteria: [{ code: 'b', sentence: 'B.' }], reason: 'Wider.' });
    const versions = await board.readCriteria.run(BOARD, id);
    expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'Wider.'],
      [1, 'First.'],
    ]);
  });

  it('is seen by people of its own programme once it is published, and by nobody else', async () => {
    const board = theBoard([aPerson('ours'), aPerson('theirs', { programmeId: 'other' })]);
    const { id: draft } = await board.create.run(BOARD, WANTED);
    const open = await anOpenPool(board);
    expect((await board.list.run(own('ours'), {}, ALL)).items.map(({ id }) => id)).toEqual([open]);
    expect((await board.list.run(own('ours'), { states: ['draft'] }, ALL)).items).toEqual([]);
    const theirs = own('theirs', 'other');
    expect((await board.list.run(theirs, {}, ALL)).items).toEqual([]);
    expect((await board.list.run(COORDINATOR, {}, ALL)).items).toHaveLength(2);
    expect(await board.read.run(own('ours'), open)).toMatchObject({ id: open });
    await expect(board.read.run(own('ours'), draft)).rejects.toThrow(refused('talent-pool.not-found'));
    await expect(board.read.run(theirs, open)).rejects.toThrow(refused('talent-pool.not-found'));
    await expect(board.apply.run(theirs, open, 'Me.')).rejects.toThrow(refused('talent-pool.not-found'));
  });
});

describe('the criteria of a pool', () => {
  const asking = (sentence: string) => ({ criteria: [{ code: 'one', sentence }], reason: 'So.' });

  it('name no protected characteristic: who tries is told where, and nothing is changed', async () => {
    const board = theBoard([]);
    const id = await anOpenPool(board);
    const before = await board.readCriteria.run(BOARD, id);
    await expect(board.addCriteria.run(BOARD, id, asking('Is a woman who leads.'))).rejects.toThrow(
      'criteria[0].sentence: "woman" names a protected characteristic (sex)',
    );
    expect(await board.readCriteria.run(BOARD, id)).toEqual(before);
    expect(await board.read.run(BOARD, id)).toMatchObject({ criteriaVersion: 1, version: 3 });
  });

  it('name organisations of the programme alone', async () => {
    const board = theBoard([]);
    const id = await anOpenPool(board);
    const within = (organisation: string) => ({
      criteria: [
        {
          ...{ code: 'here', sentence: 'Works here.' },
          rule: [{ asks: 'organisation', organisationIds: [organisation] }],
        },
      ],
      reason: 'So.',
    });
    await expect(board.addCriteria.run(BOARD, id, within('elsewhere'))).rejects.toThrow(
      'criteria[0].rule[0].organisationIds: "elsewhere" is no organisation of the programme',
    );
    expect(await board.addCriteria.run(BOARD, id, within('organisation'))).toMatchObject({ number: 2 });
  });

  it('are held against what is known of a member, for the board and for themselves', async () => {
    const board = theBoard([aPerson('ann')]);
    const { id: poolId } = await board.create.run(BOARD, WANTED);
    const rules = [
      { asks: 'stage', stage: '3' },
      { asks: 'practised', topic: 'SE-1.1', stage: '2' },
      { asks: 'readiness', horizon: '0-1' },
      { asks: 'assessment', dimension: 'potential', level: 3 },
    ];
    await board.addCriteria.run(BOARD, poolId, {
      criteria: rules.map((condition) => ({ code: condition.asks, sentence: 'So.', rule: [condition] })),
      reason: 'First.',
    });
    await board.open.run(BOARD, poolId);
    const { id: memberId } = await board.apply.run(own('ann'), poolId, 'Me.');
    const at = { poolId, memberId };
    const found = async (by: Authority) =>
      (await board.readCriteriaMet.run(by, at)).findings.map(({ finding }) => finding);
    expect(await found(own('ann'))).toEqual(['not_met', 'met', 'not_known', 'not_known']);
    await board.assess.run(BOARD, at, {
      ...{ horizon: '0-1', evidence: 'Led.' },
      dimensions: [{ dimension: 'potential', level: 2, evidence: 'Grew.' }],
    });
    expect(await found(BOARD)).toEqual(['not_met', 'met', 'met', 'not_met']);
    await expect(board.readCriteriaMet.run(own('bob'), at)).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
    expect(board.trail.events.at(-1)).toMatchObject({
      action: 'pool-member.criteria-read',
      personIds: ['ann'],
    });
  });
});

describe('the way into a pool', () => {
  it('leads a nominated person in by their own word', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(MAX, poolId, nominated('ann'));
    const at = { poolId, memberId };
    await expect(board.declareInterest.run(own('bob'), at)).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
    expect(await board.declareInterest.run(own('ann'), at)).toMatchObject({ state: 'interested' });
    await board.assess.run(BOARD, at, { horizon: '0-1', evidence: 'Ran the site.' });
    const decision = await board.decide.run(BOARD, at, { outcome: 'in_pool', reason: 'Meets it.' });
    expect(decision).toMatchObject({
      criteriaVersion: 1,
      decider: { role: 'talent_board' },
      reason: 'Meets it.',
    });
    expect(await board.appoint.run(BOARD, at, 'Head of therapies')).toMatchObject({ state: 'appointed' });
  });

  it('ends where the person declines, and may begin anew', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(MAX, poolId, nominated('ann'));
    expect(await board.decline.run(own('ann'), { poolId, memberId }, undefined)).toMatchObject({
      state: 'declined',
    });
    expect(await board.apply.run(own('ann'), poolId, 'Now I want to.')).toMatchObject({
      state: 'interested',
    });
  });

  it('tells who puts somebody forward nothing of what that person has to do with the pool', async () => {
    const board = theBoard(['new', 'applicant', 'nominee', 'declined', 'out'].map((id) => aPerson(id)));
    const poolId = await anOpenPool(board);
    const applied = async (id: string) => (await board.apply.run(own(id), poolId, 'Me.')).id;
    await applied('applicant');
    const { id } = await board.nominate.run(mentor('moe'), poolId, nominated('declined'));
    await board.decline.run(own('declined'), { poolId, memberId: id }, undefined);
    await board.nominate.run(mentor('moe'), poolId, nominated('nominee'));
    const at = { poolId, memberId: await applied('out') };
    await board.assess.run(BOARD, at, { horizon: 'now', evidence: 'E.' });
    await board.decide.run(BOARD, at, { outcome: 'not_in_pool', reason: 'No.' });
    for (const person of ['new', 'applicant', 'nominee', 'declined', 'out']) {
      const answered = await board.nominate.run(MAX, poolId, nominated(person));
      const { id: _, cameAt: __, ...said } = answered;
      expect(said).toEqual({
        ...{ poolId, personId: person, wayIn: 'nominated', state: 'nominated', version: 1 },
        ...{
          reason: nominated(person).reason,
          nomination: { as: 'mentor', by: expect.anything() as unknown },
        },
      });
      await expect(board.nominate.run(MAX, poolId, nominated(person))).rejects.toThrow(
        refused('talent-pool-member.already-nominated'),
      );
      // They themselves are told, and say what is to become of it.
      const told = await board.listMembers.run(own(person), { poolId, states: ['nominated'] }, ALL);
      expect(told.items.map((one) => one.id)).toContain(answered.id);
    }
  });

  it('is taken once by a person whom several put forward', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: first } = await board.nominate.run(MAX, poolId, nominated('ann'));
    const { id: second } = await board.nominate.run(mentor('moe'), poolId, nominated('ann'));
    await board.declareInterest.run(own('ann'), { poolId, memberId: second });
    await expect(board.declareInterest.run(own('ann'), { poolId, memberId: first })).rejects.toThrow(
      refused('talent-pool-member.already-there'),
    );
    expect(await board.decline.run(own('ann'), { poolId, memberId: first }, undefined)).toMatchObject({
      state: 'declined',
    });
  });

  it('is judged by nobody who put the person forward, on whatever membership, nor by themselves', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const onBoard = (personId: string) =>
      new Authority({ kind: 'account', id: personId, persons: [{ programmeId: 'programme', personId }] }, [
        { role: 'talent_board', programmeId: 'programme' },
      ]);
    const { id: memberId } = await board.apply.run(own('ann'), poolId, 'Me.');
    await board.nominate.run(MAX, poolId, nominated('ann'));
    const at = { poolId, memberId };
    const steps = [
      (by: Authority) => board.assess.run(by, at, { horizon: 'now', evidence: 'E.' }),
      (by: Authority) => board.decide.run(by, at, { outcome: 'in_pool', reason: 'So.' }),
      (by: Authority) => board.appoint.run(by, at, 'Head of therapies'),
    ];
    for (const step of steps) {
      await expect(step(onBoard('max'))).rejects.toThrow(
        refused('talent-pool-member.cannot-judge-own-nominee'),
      );
      await expect(step(onBoard('ann'))).rejects.toThrow(refused('talent-pool-member.cannot-judge-oneself'));
      await step(onBoard('rae'));
    }
  });

  it('is for active people of the programme, put forward by others', async () => {
    const board = theBoard([
      aPerson('ann'),
      aPerson('gone', { active: false }),
      aPerson('theirs', { programmeId: 'other' }),
    ]);
    const poolId = await anOpenPool(board);
    for (const id of ['gone', 'theirs', 'nobody']) {
      await expect(board.nominate.run(MAX, poolId, nominated(id))).rejects.toThrow(
        refused('person.not-found'),
      );
    }
    await expect(board.nominate.run(mentor('ann'), poolId, nominated('ann'))).rejects.toThrow(
      refused('talent-pool-member.cannot-nominate-oneself'),
    );
    const stranger = mentor('theirs', 'other');
    await expect(board.nominate.run(stranger, poolId, nominated('ann'))).rejects.toThrow(
      refused('talent-pool.not-found'),
    );
  });

  it('is opened as line manager or champion only by whoever is on record as that', async () => {
    const [post] = aPerson('bob').posts;
    const board = theBoard([aPerson('ann'), aPerson('bob', { posts: [{ ...post, lineManager: 'max' }] })]);
    const poolId = await anOpenPool(board);
    const as = (nominator: 'manager' | 'champion', personId: string) =>
      board.nominate.run(MAX, poolId, { ...nominated(personId), as: nominator });
    await expect(as('manager', 'ann')).rejects.toThrow('nomination.as: nothing on record says that you are');
    await expect(as('champion', 'bob')).rejects.toThrow('the champion of this person');
    expect((await board.listMembers.run(COORDINATOR, { poolId }, ALL)).items).toEqual([]);
    expect(await as('manager', 'bob')).toMatchObject({ nomination: { as: 'manager' } });
  });

  it('is opened to a colleague by their reference as well', async () => {
    const board = theBoard([
      aPerson('ann', { reference: 'staff-1' }),
      aPerson('theirs', { reference: 'staff-2', programmeId: 'other' }),
    ]);
    const poolId = await anOpenPool(board);
    const byReference = (reference: string, by = MAX) =>
      board.nominate.run(by, poolId, { reference, as: 'mentor', reason: 'Led the winter plan.' });
    for (const unknown of ['staff-2', 'staff-3']) {
      await expect(byReference(unknown)).rejects.toThrow(refused('person.not-found'));
    }
    await expect(byReference('staff-1', mentor('ann'))).rejects.toThrow(
      refused('talent-pool-member.cannot-nominate-oneself'),
    );
    expect(await byReference('staff-1')).toMatchObject({ personId: 'ann', state: 'nominated' });
  });

  it('is barred once the pool is closed, while those who are in are still decided on', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob'), aPerson('cat')]);
    const poolId = await anOpenPool(board);
    const { id: nominee } = await board.nominate.run(MAX, poolId, nominated('ann'));
    const { id: applicant } = await board.apply.run(own('bob'), poolId, 'Me.');
    await board.close.run(BOARD, poolId);
    await expect(board.apply.run(own('cat'), poolId, 'Me.')).rejects.toThrow(refused('talent-pool.not-open'));
    await expect(board.declareInterest.run(own('ann'), { poolId, memberId: nominee })).rejects.toThrow(
      refused('talent-pool.not-open'),
    );
    const at = { poolId, memberId: applicant };
    await board.assess.run(BOARD, at, { horizon: 'now', evidence: 'Acts up.' });
    await board.decide.run(BOARD, at, { outcome: 'not_in_pool', reason: 'No team yet.' });
    expect(await board.readMember.run(COORDINATOR, { memberId: applicant, poolId })).toMatchObject({
      state: 'not_in_pool',
    });
  });

  it('asks for a new assessment when the criteria have changed', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.apply.run(own('ann'), poolId, 'Me.');
    const at = { poolId, memberId };
    const readiness = { horizon: '3-5', evidence: 'First post.' };
    await board.assess.run(BOARD, at, readiness);
    await board.addCriteria.run(BOARD, poolId, {
      criteria: [{ code: 'b', sentence: 'B.' }],
      reason: 'Wider.',
    });
    const verdict = { outcome: 'in_pool', reason: 'Meets it.' } as const;
    await expect(board.decide.run(BOARD, at, verdict)).rejects.toThrow(
      refused('talent-pool-member.criteria-changed'),
    );
    await board.assess.run(BOARD, at, readiness);
    expect(await board.decide.run(BOARD, at, verdict)).toMatchObject({ criteriaVersion: 2 });
  });

  it('knows the horizons of the catalogue only', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.apply.run(own('ann'), poolId, 'Me.');
    await expect(
      board.assess.run(BOARD, { poolId, memberId }, { horizon: 'soon', evidence: 'E.' }),
    ).rejects.toThrow('horizon: "soon" is none of now, 0-1, 1-3, 3-5');
  });

  it('looks at each dimension once', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.apply.run(own('ann'), poolId, 'Me.');
    const dimension = { dimension: 'resilience', level: 4, evidence: 'Two winters.' } as const;
    const readiness = { horizon: 'now', evidence: 'Acts up.' };
    const assessed = (dimensions: readonly (typeof dimension)[]) =>
      board.assess.run(BOARD, { poolId, memberId }, { ...readiness, dimensions });
    await expect(assessed([dimension, dimension])).rejects.toThrow(
      'dimensions[1].dimension: "resilience" was given before',
    );
    expect((await assessed([dimension])).assessment).toMatchObject({ dimensions: [dimension] });
  });

  it('can be left by the person, and only by them or the board', async () => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    const at = { poolId, memberId: await somebodyIn(board, poolId, 'ann') };
    await expect(board.leave.run(own('bob'), at, undefined)).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
    expect(await board.leave.run(own('ann'), at, 'Moving away.')).toMatchObject({ state: 'left' });
  });

  it('is not found under another pool', async () => {
    const board = theBoard([aPerson('ann')]);
    const [poolId, other] = [await anOpenPool(board), await anOpenPool(board)];
    const memberId = await somebodyIn(board, poolId, 'ann');
    await expect(board.leave.run(BOARD, { poolId: other, memberId }, undefined)).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
    await expect(board.readMember.run(COORDINATOR, { memberId: memberId, poolId: other })).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
  });
});

describe('what is read of a pool', () => {
  it('is to somebody all that they are to pools themselves, whoever they put forward', async () => {
    const board = theBoard([aPerson('ann'), aPerson('max')]);
    const [one, other] = [await anOpenPool(board), await anOpenPool(board)];
    await somebodyIn(board, one, 'ann');
    await board.nominate.run(MAX, other, nominated('ann'));
    const told = (authority: Authority) => board.ownMemberships.run(authority, ALL);
    const { items } = await told(own('ann'));
    expect(items.map(({ pool, member }) => [pool.id, member.personId, member.state]).sort()).toEqual(
      [[one, 'ann', 'in_pool'] as const, [other, 'ann', 'nominated'] as const].sort(),
    );
    for (const authority of [MAX, own('bob'), BOARD]) expect(await told(authority)).toEqual({ items: [] });
  });

  it('shows a person themselves, and nobody else', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob')]);
    const poolId = await anOpenPool(board);
    const ann = await somebodyIn(board, poolId, 'ann');
    await somebodyIn(board, poolId, 'bob');
    expect((await board.listMembers.run(own('ann'), { poolId }, ALL)).items.map(({ id }) => id)).toEqual([
      ann,
    ]);
    expect((await board.listDecisions.run(own('ann'), poolId, ALL)).items).toMatchObject([{ memberId: ann }]);
    expect((await board.listMembers.run(COORDINATOR, { poolId }, ALL)).items).toHaveLength(2);
    await expect(board.readMember.run(own('bob'), { memberId: ann, poolId })).rejects.toThrow(
      refused('talent-pool-member.not-found'),
    );
  });

  it('keeps those who have not said that they want to be considered from whoever sees only the others', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(MAX, poolId, nominated('ann'));
    const { id: applicant } = await board.apply.run(own('bob'), poolId, 'Me.');
    const seen = async (by: Authority) =>
      (await board.listMembers.run(by, { poolId }, ALL)).items.map(({ id }) => id).sort();
    const missing = refused('talent-pool-member.not-found');
    expect(await seen(COORDINATOR)).toEqual([memberId, applicant].sort());
    expect(await seen(BOARD)).toEqual([applicant]);
    const at = { poolId, memberId };
    await expect(board.readMember.run(BOARD, at)).rejects.toThrow(missing);
    const readiness = { horizon: 'now', evidence: 'Acts up.' };
    await expect(board.assess.run(BOARD, at, readiness)).rejects.toThrow(missing);
    await expect(board.leave.run(BOARD, at, undefined)).rejects.toThrow(missing);

    await board.declareInterest.run(own('ann'), at);
    expect(await seen(BOARD)).toEqual([memberId, applicant].sort());
    await board.leave.run(own('ann'), at, undefined);
    expect(await seen(BOARD)).toEqual([applicant]);
    await expect(board.readMember.run(BOARD, at)).rejects.toThrow(missing);
    expect(await board.readMember.run(own('ann'), at)).toMatchObject({ state: 'left' });
  });

  it('shows to whoever put somebody forward what they said, whatever came of it, and no other', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob'), aPerson('cat')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(MAX, poolId, nominated('ann'));
    await board.nominate.run(mentor('cat'), poolId, nominated('bob'));
    await board.decline.run(own('ann'), { poolId, memberId }, 'Not with them.');
    const seenBy = async (by: Authority) => (await board.ownNominations.run(by, poolId, ALL)).items;
    const { reason, as } = nominated('ann');
    expect(await seenBy(MAX)).toEqual([
      { id: memberId, personId: 'ann', reason, as, cameAt: expect.any(Date) as Date },
    ]);
    for (const other of [own('max'), own('ann'), COORDINATOR, BOARD]) expect(await seenBy(other)).toEqual([]);
  });

  it.each([
    ['coordinators', COORDINATOR],
    ['the board', BOARD],
    ['whoever is no mentor', own('max')],
  ])('takes nominations of mentors, and of %s none', async (_, by) => {
    const board = theBoard([aPerson('ann')]);
    const poolId = await anOpenPool(board);
    await expect(board.nominate.run(by, poolId, nominated('ann'))).rejects.toThrow(
      refused('access.forbidden'),
    );
  });

  it('tells the board what was decided on whom it may see, until they leave', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob')]);
    const poolId = await anOpenPool(board);
    const memberId = await somebodyIn(board, poolId, 'ann');
    await somebodyIn(board, poolId, 'bob');
    const countedBy = async (by: Authority) => (await board.listDecisions.run(by, poolId, ALL)).items.length;
    expect([await countedBy(BOARD), await countedBy(COORDINATOR)]).toEqual([2, 2]);
    await board.leave.run(own('ann'), { poolId, memberId }, undefined);
    expect([await countedBy(BOARD), await countedBy(COORDINATOR), await countedBy(own('ann'))]).toEqual([
      ...[1, 2, 1],
    ]);
  });

  it('shows a member of the board who is put forward their own nomination beside those of others', async () => {
    const board = theBoard([aPerson('ann'), aPerson('bob'), aPerson('cat')]);
    const poolId = await anOpenPool(board);
    const { id: memberId } = await board.nominate.run(MAX, poolId, nominated('ann'));
    await board.nominate.run(MAX, poolId, nominated('bob'));
    const { id: applicant } = await board.apply.run(own('cat'), poolId, 'Me.');
    const both = new Authority(own('ann').actor, [...BOARD.reaches, ...own('ann').reaches]);
    const { items } = await board.listMembers.run(both, { poolId }, ALL);
    expect(items.map(({ id }) => id).sort()).toEqual([memberId, applicant].sort());
    await board.declareInterest.run(both, { poolId, memberId });
    await expect(
      board.assess.run(both, { poolId, memberId }, { horizon: 'now', evidence: 'I do.' }),
    ).rejects.toThrow(refused('talent-pool-member.cannot-judge-oneself'));
  });

  it('names them to those who decide only from when they want to be considered until they leave', async () => {
    const board = theBoard([
      aPerson('ann', { name: 'Ann Lee', group: 'ahp', stage: '3' }),
      aPerson('bob', { name: 'Bob May' }),
      aPerson('cat'),
    ]);
    const poolId = await anOpenPool(board);
    await board.apply.run(own('ann'), poolId, 'Me.');
    await board.nominate.run(MAX, poolId, nominated('bob'));
    const { id: memberId } = await board.apply.run(own('cat'), poolId, 'Me.');
    await board.leave.run(own('cat'), { poolId, memberId }, undefined);
    const { items } = await board.listMembers.run(COORDINATOR, { poolId }, ALL);
    const ann = ['ann', { name: 'Ann Lee', group: 'ahp', stage: '3' }];
    expect([...(await board.readCards.run(BOARD, items))]).toEqual([ann]);
    for (const nobody of [own('ann'), mentor('ann'), authorityIn('other')]) {
      expect([...(await board.readCards.run(nobody, items))]).toEqual([]);
    }
    expect([...(await board.readCards.run(COORDINATOR, items))]).toEqual([
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
    await board.apply.run(own('bob'), poolId, 'Me.');
    await board.nominate.run(MAX, poolId, nominated('cat'));
    const dan = await somebodyIn(board, poolId, 'dan');
    await board.leave.run(BOARD, { poolId, memberId: dan }, undefined);
    const { groups, stages } = await board.readComposition.run(BOARD, poolId);
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

describe('an authority', () => {
  const readiness = { horizon: 'now', evidence: 'Acts up.' };
  const verdict = { outcome: 'in_pool', reason: 'Meets it.' } as const;

  /** A pool with somebody who applied, and somebody who was nominated. */
  async function aPoolOfTwo() {
    const board = theBoard([aPerson('ann'), aPerson('bob')]);
    const poolId = await anOpenPool(board);
    const { id: applicant } = await board.apply.run(own('ann'), poolId, 'Me.');
    const { id: nominee } = await board.nominate.run(MAX, poolId, nominated('bob'));
    board.trail.events.length = 0;
    return {
      board,
      poolId,
      applicant: { poolId, memberId: applicant },
      nominee: { poolId, memberId: nominee },
    };
  }

  type Pool = Awaited<ReturnType<typeof aPoolOfTwo>>;
  type Asked = (by: Authority, of: Pool) => Promise<unknown>;

  const ASKED: readonly (readonly [string, Asked])[] = [
    ['reading a pool', (by, { board, poolId }) => board.read.run(by, poolId)],
    ['reading criteria', (by, { board, poolId }) => board.readCriteria.run(by, poolId)],
    ['reading a composition', (by, { board, poolId }) => board.readComposition.run(by, poolId)],
    ['changing a pool', (by, { board, poolId }) => board.change.run(by, poolId, 3, { title: 'New' })],
    [
      'setting criteria',
      (by, { board, poolId }) =>
        board.addCriteria.run(by, poolId, { ...CRITERIA, criteria: [...CRITERIA.criteria] }),
    ],
    ['closing a pool', (by, { board, poolId }) => board.close.run(by, poolId)],
    ['nominating', (by, { board, poolId }) => board.nominate.run(by, poolId, nominated('ann'))],
    ['applying', (by, { board, poolId }) => board.apply.run(by, poolId, 'Me.')],
    ['listing members', (by, { board, poolId }) => board.listMembers.run(by, { poolId }, ALL)],
    ['listing decisions', (by, { board, poolId }) => board.listDecisions.run(by, poolId, ALL)],
    ['reading a member', (by, { board, applicant }) => board.readMember.run(by, applicant)],
    ['assessing', (by, { board, applicant }) => board.assess.run(by, applicant, readiness)],
    ['deciding', (by, { board, applicant }) => board.decide.run(by, applicant, verdict)],
    ['appointing', (by, { board, applicant }) => board.appoint.run(by, applicant, 'Head')],
    ['recording that somebody left', (by, { board, applicant }) => board.leave.run(by, applicant, undefined)],
    ['declaring interest', (by, { board, nominee }) => board.declareInterest.run(by, nominee)],
    ['declining', (by, { board, nominee }) => board.decline.run(by, nominee, undefined)],
  ];

  it.each(ASKED)('over another programme finds no pool, %s', async (_, ask) => {
    const pool = await aPoolOfTwo();
    const elsewhere = [
      authorityIn('other', 'talent_board'),
      authorityIn('other'),
      own('ann', 'other'),
      mentor('ann', 'other'),
    ];
    for (const by of elsewhere) {
      await expect(ask(by, pool)).rejects.toThrow(refused('talent-pool.not-found'));
    }
    expect(pool.board.trail.events).toEqual([]);
  });

  it.each(ASKED)('finds of no pool the same, %s', async (_, ask) => {
    const pool = await aPoolOfTwo();
    const none = { ...pool, poolId: 'none' };
    const address = { poolId: 'none', memberId: pool.applicant.memberId };
    const asked = ask(BOARD, { ...none, applicant: address, nominee: address });
    await expect(asked).rejects.toThrow('There is no talent pool none.');
  });

  it('over another programme drafts no pool in this one, and is listed none of it', async () => {
    const { board } = await aPoolOfTwo();
    const elsewhere = authorityIn('other', 'talent_board');
    await expect(board.create.run(elsewhere, WANTED)).rejects.toThrow(refused('programme.not-found'));
    expect((await board.list.run(elsewhere, {}, ALL)).items).toEqual([]);
    expect((await board.list.run(elsewhere, { programmeId: 'programme' }, ALL)).items).toEqual([]);
    expect((await board.list.run(BOARD, {}, ALL)).items).toHaveLength(1);
  });

  it('over a programme says nothing in the place of a person', async () => {
    const { board, poolId, nominee } = await aPoolOfTwo();
    const forbidden = refused('access.forbidden');
    await expect(board.apply.run(BOARD, poolId, 'Me.')).rejects.toThrow(forbidden);
    await expect(board.declareInterest.run(COORDINATOR, nominee)).rejects.toThrow(forbidden);
    await expect(board.decline.run(COORDINATOR, nominee, undefined)).rejects.toThrow(forbidden);
  });

  it('of a person says nothing in the place of the board', async () => {
    const { board, poolId, applicant } = await aPoolOfTwo();
    const forbidden = refused('access.forbidden');
    await expect(board.nominate.run(own('ann'), poolId, nominated('bob'))).rejects.toThrow(forbidden);
    await expect(board.assess.run(own('ann'), applicant, readiness)).rejects.toThrow(forbidden);
    await expect(board.decide.run(own('ann'), applicant, verdict)).rejects.toThrow(forbidden);
    await expect(board.appoint.run(own('ann'), applicant, 'Head')).rejects.toThrow(forbidden);
    await expect(board.readComposition.run(own('ann'), poolId)).rejects.toThrow(
      refused('talent-pool.not-found'),
    );
  });

  it('is told to the log with what it did, and to whom', async () => {
    const { board, poolId, applicant, nominee } = await aPoolOfTwo();
    const ann = { programmeId: 'programme', personIds: ['ann'] };
    await board.assess.run(BOARD, applicant, readiness);
    await board.decide.run(BOARD, applicant, verdict);
    await board.appoint.run(BOARD, applicant, 'Head of therapies');
    await board.declareInterest.run(own('bob'), nominee);
    await board.leave.run(own('bob'), nominee, 'Moves away.');
    const moe = mentor('moe');
    const { id } = await board.nominate.run(moe, poolId, nominated('bob'));
    await board.decline.run(own('bob'), { poolId, memberId: id }, 'Not now.');
    const member = { kind: 'talent-pool-member', id: applicant.memberId };
    const details = { criteriaVersion: 1 };
    expect(board.trail.events).toMatchObject([
      {
        ...{ kind: 'decision', action: 'pool-member.assessed', authority: BOARD, thing: member, ...ann },
        details: { ...details, horizon: 'now' },
      },
      {
        kind: 'decision',
        action: 'pool-member.decided',
        ...ann,
        details: { ...details, outcome: 'in_pool' },
      },
      { kind: 'decision', action: 'pool-member.appointed', ...ann },
      { kind: 'change', action: 'pool-member.interest-declared', personIds: ['bob'] },
      { kind: 'change', action: 'pool-member.left', personIds: ['bob'] },
      { kind: 'change', action: 'pool-member.nominated', authority: moe, personIds: ['bob'] },
      { kind: 'change', action: 'pool-member.declined', personIds: ['bob'] },
    ]);
    const words = /acts up|meets it|head of|moves away|not now|winter/i;
    expect(JSON.stringify(board.trail.events)).not.toMatch(words);
  });

  it('is told to the log with whom it looked at', async () => {
    const { board, poolId, applicant } = await aPoolOfTwo();
    await board.assess.run(BOARD, applicant, readiness);
    await board.decide.run(BOARD, applicant, verdict);
    board.trail.events.length = 0;
    await board.readMember.run(BOARD, applicant);
    await board.listMembers.run(BOARD, { poolId }, ALL);
    await board.listMembers.run(COORDINATOR, { poolId, states: ['appointed'] }, ALL);
    await board.listDecisions.run(COORDINATOR, poolId, ALL);
    await board.readComposition.run(BOARD, poolId);
    const pool = { programmeId: 'programme', thing: { kind: 'talent-pool', id: poolId } };
    expect(board.trail.events).toMatchObject([
      { kind: 'read', action: 'pool-member.read', personIds: ['ann'] },
      { kind: 'read', action: 'pool-members.listed', personIds: ['ann'], ...pool },
      { kind: 'read', action: 'pool-decisions.listed', personIds: ['ann'], ...pool },
      { kind: 'equity', action: 'talent-pool.composition-read', ...pool },
    ]);
  });

  it('is told to the log with what became of a pool', async () => {
    const board = theBoard([]);
    const { id: poolId } = await board.create.run(BOARD, WANTED);
    await board.change.run(BOARD, poolId, 1, { title: 'New' });
    await board.addCriteria.run(BOARD, poolId, { ...CRITERIA, criteria: [...CRITERIA.criteria] });
    await board.open.run(BOARD, poolId);
    await board.close.run(BOARD, poolId);
    expect(board.trail.events.map(({ action }) => action)).toEqual([
      'talent-pool.created',
      'talent-pool.changed',
      'talent-pool.criteria-set',
      'talent-pool.opened',
      'talent-pool.closed',
    ]);
    const thing = { kind: 'talent-pool', id: poolId };
    expect(board.trail.events).toEqual(
      board.trail.events.map((event) => ({ ...event, authority: BOARD, programmeId: 'programme', thing })),
    );
  });
});

describe('what everybody may read', () => {
  it('is of pools that are or were open', async () => {
    const board = theBoard([]);
    const { id: draft } = await board.create.run(BOARD, WANTED);
    const open = await anOpenPool(board);
    const closed = await anOpenPool(board);
    await board.close.run(BOARD, closed);
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
    expect([told.get('nurse'), told.get('ahp')]).toEqual([40, null]);
    const outcomes = ['in_pool', 'not_in_pool'].map((outcome) => ({ outcome, decisions: null }));
    expect(decisions).toEqual({ decisions: null, outcomes });
    expect(criteria).toHaveLength(1);
  });

  it('is not changed by reading it, but by publishing, once a day', async () => {
    const people = crowd(20, 'nurse');
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    for (const { id } of people) await board.apply.run(own(id), poolId, 'Me.');
    await board.close.run(BOARD, poolId);
    board.nextDay();
    expect((await board.readTransparent.run(poolId)).asOf).toBeUndefined();
    board.trail.events.length = 0;
    expect(await board.publishCounts.run(Authority.ofProgram('worker'))).toBe(1);
    expect(board.trail.events).toMatchObject([
      { kind: 'equity', action: 'talent-pool.counts-published', thing: { kind: 'talent-pool', id: poolId } },
    ]);
    expect(await board.publishCounts.run(Authority.ofProgram('worker'))).toBe(0);
    expect((await board.readTransparent.run(poolId)).composition).toMatchObject({
      ...{ members: null, underWay: 20 },
    });
  });

  it.each([
    [21, 0],
    [20, 1],
  ])('waits for as many as the smallest count that is told: %i of twenty', async (smallest, published) => {
    const people = crowd(20, 'nurse');
    const board = theBoard(people, 'open', smallest);
    const poolId = await anOpenPool(board);
    for (const { id } of people) await board.apply.run(own(id), poolId, 'Me.');
    board.nextDay();
    expect(await board.publishCounts.run(Authority.ofProgram('worker'))).toBe(published);
  });

  it('is published of every other pool when one cannot be', async () => {
    const people = crowd(20, 'nurse');
    const board = theBoard(people);
    const [broken, healthy] = [await anOpenPool(board), await anOpenPool(board)];
    for (const { id } of people) await board.apply.run(own(id), healthy, 'Me.');
    board.nextDay();
    const inStates = board.members.inStates.bind(board.members);
    board.members.inStates = (poolId, states) =>
      poolId === broken ? Promise.reject(new Error('unreadable')) : inStates(poolId, states);
    await expect(board.publishCounts.run(Authority.ofProgram('worker'))).rejects.toThrow('unreadable');
    expect((await board.readTransparent.run(healthy)).composition.underWay).toBe(20);
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
    for (const { id } of people) await board.apply.run(own(id), poolId, 'Me.');
    board.nextDay();
    const first = await board.shown(poolId);
    expect(first.composition.underWay).toBe(20);

    for (let time = 0; time < 10; time += 1) {
      const { id: memberId } = await board.apply.run(own(target!.id), poolId, 'Me.');
      board.nextDay();
      expect(await board.shown(poolId)).toEqual(first);
      await board.leave.run(own(target!.id), { poolId, memberId }, undefined);
      board.nextDay();
      expect(await board.shown(poolId)).toEqual(first);
    }
    for (const { id } of others) await board.apply.run(own(id), poolId, 'Me.');
    board.nextDay();
    expect(await board.shown(poolId)).toEqual(first);

    await board.apply.run(own(target!.id), poolId, 'Me.');
    board.nextDay();
    expect(await board.shown(poolId)).not.toEqual(first);
  });

  it('counts what was decided on earlier days, and anew once ten more people were taken in', async () => {
    const people = crowd(30, 'nurse');
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    for (const { id } of people.slice(0, 10)) await somebodyIn(board, poolId, id);
    for (const { id } of people.slice(10)) await board.apply.run(own(id), poolId, 'Me.');
    const { items } = await board.listMembers.run(COORDINATOR, { poolId, states: ['interested'] }, ALL);
    const takeIn = async (memberId: string) => {
      await board.assess.run(BOARD, { poolId, memberId }, { horizon: 'now', evidence: 'Acts up.' });
      const verdict = { outcome: 'in_pool', reason: 'Meets it.' } as const;
      await board.decide.run(BOARD, { poolId, memberId }, verdict);
    };
    const told = async () => (await board.shown(poolId)).composition.members;
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
    for (const { id } of people.slice(0, 20)) await board.apply.run(own(id), poolId, 'Me.');
    for (const { id } of people.slice(20)) {
      const at = { poolId, memberId: (await board.apply.run(own(id), poolId, 'Me.')).id };
      await board.assess.run(BOARD, at, { horizon: 'now', evidence: 'E.' });
      await board.decide.run(BOARD, at, { outcome: 'not_in_pool', reason: 'Not yet.' });
    }
    board.nextDay();
    const { composition, decisions } = await board.shown(poolId);
    expect([composition.underWay, decisions.decisions]).toEqual([20, 10]);
    const { items } = await board.listMembers.run(COORDINATOR, { poolId, states: ['interested'] }, ALL);
    for (const { id: memberId } of items.slice(0, 10)) {
      await board.leave.run(BOARD, { poolId, memberId }, undefined);
    }
    board.nextDay();
    expect((await board.shown(poolId)).composition.underWay).toBe(10);
  });

  it('counts in the pool only who was taken in, and the others beside it', async () => {
    const people = [...crowd(20, 'nurse'), ...crowd(31, 'ahp')];
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    for (const { id } of people.slice(0, 20)) await somebodyIn(board, poolId, id);
    for (const { id } of people.slice(20)) await board.apply.run(own(id), poolId, 'Me.');
    board.nextDay();
    const { composition } = await board.shown(poolId);
    const told = new Map(composition.groups.map(({ code, members }) => [code, members]));
    expect([told.get('nurse'), told.get('ahp'), composition.underWay]).toEqual([20, null, 30]);
  });

  it('tells of those in the pool as before where a few of them changed, however many others did', async () => {
    const people = crowd(50, 'nurse');
    const board = theBoard(people);
    const poolId = await anOpenPool(board);
    const inPool = people.slice(0, 20);
    for (const { id } of inPool) await somebodyIn(board, poolId, id);
    board.nextDay();
    const first = await board.shown(poolId);
    expect(first.composition.members).toBe(20);
    for (const { id } of people.slice(20, 40)) await board.apply.run(own(id), poolId, 'Me.');
    const { id } = await board.apply.run(own('nurse-45'), poolId, 'Me.');
    await board.assess.run(BOARD, { poolId, memberId: id }, { horizon: 'now', evidence: 'E.' });
    await board.decide.run(BOARD, { poolId, memberId: id }, { outcome: 'in_pool', reason: 'Meets it.' });
    board.nextDay();
    const { asOf: _, ...then } = first;
    expect(await board.shown(poolId)).toEqual({
      ...{ ...then, asOf: expect.any(Date) as Date },
      composition: { ...first.composition, underWay: 20 },
    });
  });
});
