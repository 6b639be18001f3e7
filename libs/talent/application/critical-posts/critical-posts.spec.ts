import { Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import type {
  MentorProfileRepository,
  OrganisationRepository,
  PersonRepository,
  Programme,
  ProgrammeRepository,
} from '@evenhand/people';
import {
  authorityIn,
  InMemoryCriticalPosts,
  InMemoryPoolMembers,
  InMemoryTalentPools,
  RememberedTrail,
} from '@evenhand/testing';
import { healthAndCare } from '@evenhand/taxonomy';
import type { PoolMember } from '../../domain/pools/pool-member';
import type { TalentPool } from '../../domain/pools/talent-pool';
import { KnownOfMembers } from '../pools/known-of-members';
import { ChangeCriticalPost } from './change-critical-post';
import { CloseCriticalPost } from './close-critical-post';
import { FillCriticalPost } from './fill-critical-post';
import { ListCriticalPosts } from './list-critical-posts';
import { OpenCriticalPost } from './open-critical-post';
import { PostChecks, type WantedPost } from './post-checks';
import { ReadCover } from './read-cover';
import { ReadCriticalPost } from './read-critical-post';

const BOARD = authorityIn('programme', 'talent_board');
const AUDITOR = authorityIn('programme', 'hr_auditor');
const STRANGERS = authorityIn('other', 'talent_board');
const AT = new Date('2026-10-01T09:00:00Z');
const ALL = { limit: 200 };

class StandingClock extends Clock {
  override now(): Date {
    return AT;
  }
}

class CountingRandom extends Random {
  private made = 0;
  override uuid(): string {
    return `id-${++this.made}`;
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

const pool = (id: string, programmeId = 'programme'): TalentPool => ({
  ...{ id, programmeId, title: id, purpose: 'To lead.', waysIn: ['applied'], state: 'open' },
  ...{ criteriaVersion: 1, createdAt: AT, openedAt: AT, version: 1 },
});

const member = (id: string, poolId = 'pool', parts: Partial<PoolMember> = {}): PoolMember => ({
  ...{ id, poolId, personId: id, wayIn: 'applied', state: 'in_pool', reason: 'Me.', cameAt: AT },
  ...{ interestDeclaredAt: AT, version: 1 },
  assessment: {
    ...{
      horizon: '0-1',
      evidence: 'E.',
      criteriaVersion: 1,
      assessedAt: AT,
      assessor: { role: 'talent_board' },
    },
  },
  ...parts,
});

const WANTED: WantedPost = {
  ...{ organisationId: 'trust', region: 'london', title: 'Chief operating officer', stage: '4' },
  roleProfile: [{ code: 'runs', sentence: 'Has run services across sites.' }],
  ...{ neededAt: '1-3', poolId: 'pool' },
};

/** The use cases over ports in memory. */
async function thePlan(programmeState: Programme['state'] = 'open') {
  const [posts, pools, members] = [
    new InMemoryCriticalPosts(),
    new InMemoryTalentPools(),
    new InMemoryPoolMembers(),
  ];
  const programmes = {
    lock: (id: string) => Promise.resolve({ id, name: 'North', state: programmeState, version: 1 }),
  } as Partial<ProgrammeRepository> as ProgrammeRepository;
  const organisations = {
    ofProgramme: () => Promise.resolve([{ id: 'trust' }]),
  } as unknown as OrganisationRepository;
  const trail = new RememberedTrail();
  const [random, clock, transaction] = [new CountingRandom(), new StandingClock(), new Directly()];
  const person = { id: 'ann', posts: [{ organisationId: 'trust', region: 'london', stage: '3' }] };
  const people = { byIds: () => Promise.resolve([person]) } as unknown as PersonRepository;
  const mentors = { byPersonIds: () => Promise.resolve([]) } as unknown as MentorProfileRepository;
  const known = new KnownOfMembers(people, mentors, clock);
  const checks = new PostChecks(healthAndCare, organisations, pools);
  await pools.add(pool('pool'));
  await pools.add(pool('theirs', 'other'));
  const open = new OpenCriticalPost(programmes, checks, posts, random, clock, trail, transaction);
  return {
    ...{ open, members, trail },
    change: new ChangeCriticalPost(checks, posts, trail, transaction),
    fill: new FillCriticalPost(healthAndCare, posts, pools, members, known, clock, trail, transaction),
    close: new CloseCriticalPost(posts, clock, trail, transaction),
    read: new ReadCriticalPost(posts),
    list: new ListCriticalPosts(posts),
    cover: new ReadCover(healthAndCare, posts, members, known, trail),
    opened: (parts: Partial<WantedPost> = {}, by: Authority = BOARD) =>
      open.run(by, { programmeId: 'programme', ...WANTED, ...parts }),
  };
}

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

describe('a critical post', () => {
  it('is opened by the board, and told to the log', async () => {
    const plan = await thePlan();
    const post = await plan.opened();
    expect(post).toMatchObject({ ...WANTED, state: 'open', openedAt: AT, version: 1 });
    expect(await plan.read.run(BOARD, post.id)).toEqual(post);
    expect(plan.trail.events).toMatchObject([{ kind: 'change', action: 'critical-post.opened' }]);
  });

  it('says all that is wrong with it at once, and is not opened', async () => {
    const plan = await thePlan();
    const faults = plan.opened({
      ...{ organisationId: 'nowhere', region: 'moon', profession: 'adult_nurse', poolId: 'theirs' },
      roleProfile: [{ code: 'runs', sentence: 'Is male.' }],
    });
    await expect(faults).rejects.toMatchObject({
      problems: [
        'organisationId: "nowhere" is no organisation of the programme',
        'region: "moon" is none of the catalogue',
        'professionReason: a post that names a profession must cite what requires it',
        expect.stringMatching(/^roleProfile\[0\]\.sentence: "male" names a protected characteristic/),
        'poolId: "theirs" is no talent pool of the programme',
      ],
    });
    expect((await plan.list.run(BOARD, {}, ALL)).items).toEqual([]);
    expect(plan.trail.events).toEqual([]);
  });

  it('needs a programme that is reached and open', async () => {
    await expect((await thePlan('closed')).opened()).rejects.toThrow(refused('programme.closed'));
    await expect((await thePlan()).opened({}, STRANGERS)).rejects.toThrow(refused('programme.not-found'));
  });

  it('is not there for who does not reach its programme', async () => {
    const plan = await thePlan();
    const { id } = await plan.opened();
    const missing = refused('critical-post.not-found');
    await expect(plan.read.run(STRANGERS, id)).rejects.toThrow(missing);
    await expect(plan.change.run(STRANGERS, id, 1, WANTED)).rejects.toThrow(missing);
    await expect(plan.fill.run(STRANGERS, id, undefined)).rejects.toThrow(missing);
    await expect(plan.close.run(STRANGERS, id, 'So.')).rejects.toThrow(missing);
    expect((await plan.list.run(STRANGERS, {}, ALL)).items).toEqual([]);
    await expect(plan.cover.run(STRANGERS, 'programme')).rejects.toThrow(refused('programme.not-found'));
  });

  it('is changed only by whoever read its latest version', async () => {
    const plan = await thePlan();
    const { id } = await plan.opened();
    expect(await plan.change.run(BOARD, id, 1, { ...WANTED, neededAt: 'now' })).toMatchObject({
      neededAt: 'now',
      version: 2,
    });
    await expect(plan.change.run(BOARD, id, 1, WANTED)).rejects.toThrow(refused('version.stale'));
  });

  it('is filled from its pool, and the member is appointed to it', async () => {
    const plan = await thePlan();
    const rule = [{ asks: 'stage', stage: '4' }];
    const { id } = await plan.opened({ roleProfile: [{ code: 'leads', sentence: 'Leads a trust.', rule }] });
    await plan.members.add(member('ann'));
    expect(await plan.fill.run(BOARD, id, 'ann')).toMatchObject({
      post: { state: 'filled', filled: { fromPool: true, memberId: 'ann' } },
      profile: [{ code: 'leads', finding: 'not_met' }],
    });
    expect(await plan.members.byId('ann')).toMatchObject({
      state: 'appointed',
      ending: { note: 'Chief operating officer' },
    });
    expect(plan.trail.events.map(({ action }) => action).slice(1)).toEqual([
      'pool-member.appointed',
      'critical-post.filled',
    ]);
    expect(plan.trail.events.at(-1)).toMatchObject({ details: { fromPool: true, profile: 'not_met' } });
  });

  it('is not filled with themselves, or with whom they put forward, by who fills it', async () => {
    const plan = await thePlan();
    const { id } = await plan.opened();
    await plan.members.add(member('ann'));
    const nomination = { as: 'mentor', by: { role: 'mentor', personId: 'max' } } as const;
    const beside = { personId: 'ann', wayIn: 'nominated', state: 'nominated', nomination } as const;
    await plan.members.add(member('beside', 'pool', beside));
    const by = (personId: string) =>
      new Authority({ kind: 'account', id: personId, persons: [{ programmeId: 'programme', personId }] }, [
        { role: 'talent_board', programmeId: 'programme' },
      ]);
    for (const [who, code] of [
      ['ann', 'talent-pool-member.cannot-judge-oneself'],
      ['max', 'talent-pool-member.cannot-judge-own-nominee'],
    ] as const) {
      await expect(plan.fill.run(by(who), id, 'ann')).rejects.toThrow(refused(code));
    }
    expect(await plan.read.run(BOARD, id)).toMatchObject({ state: 'open' });
    expect(await plan.fill.run(by('rae'), id, 'ann')).toMatchObject({ post: { state: 'filled' } });
  });

  it('is filled from outside, without anybody’s name', async () => {
    const plan = await thePlan();
    const { id } = await plan.opened();
    const { post, profile } = await plan.fill.run(BOARD, id, undefined);
    expect(post.filled).toEqual({ at: AT, fromPool: false });
    expect(profile).toEqual([]);
  });

  it('is not filled by who is none of its pool, and then nobody is appointed', async () => {
    const plan = await thePlan();
    const { id } = await plan.opened();
    await plan.members.add(member('theirs', 'theirs'));
    await plan.members.add(member('new', 'pool', { state: 'assessed' }));
    for (const [memberId, code] of [
      ['theirs', 'talent-pool-member.not-found'],
      ['nobody', 'talent-pool-member.not-found'],
      ['new', 'talent-pool-member.cannot-appoint'],
    ] as const) {
      await expect(plan.fill.run(BOARD, id, memberId)).rejects.toThrow(refused(code));
    }
    expect(await plan.read.run(BOARD, id)).toMatchObject({ state: 'open' });
    expect(await plan.members.byId('new')).toMatchObject({ state: 'assessed' });
  });

  it('tells an auditor whether the pool was used, and not by whom', async () => {
    const plan = await thePlan();
    const { id } = await plan.opened();
    await plan.members.add(member('ann'));
    await plan.fill.run(BOARD, id, 'ann');
    expect((await plan.read.run(AUDITOR, id)).filled).toEqual({ at: AT });
    const [listed] = (await plan.list.run(AUDITOR, {}, ALL)).items;
    expect(listed!.filled).toEqual({ at: AT });
  });

  it('is closed with a reason', async () => {
    const plan = await thePlan();
    const { id } = await plan.opened();
    expect(await plan.close.run(BOARD, id, 'Merged.')).toMatchObject({ closing: { reason: 'Merged.' } });
    await expect(plan.fill.run(BOARD, id, undefined)).rejects.toThrow(refused('critical-post.not-open'));
  });

  it('is listed by state, and by whether it names a profession', async () => {
    const plan = await thePlan();
    const { id: closed } = await plan.opened();
    await plan.close.run(BOARD, closed, 'Merged.');
    const reserved = await plan.opened({ profession: 'adult_nurse', professionReason: 'The law on boards.' });
    const ids = async (filter: Parameters<typeof plan.list.run>[1]) =>
      (await plan.list.run(BOARD, filter, ALL)).items.map((post) => post.id);
    expect(await ids({ states: ['closed'] })).toEqual([closed]);
    expect(await ids({ namesProfession: true })).toEqual([reserved.id]);
    expect(await ids({ namesProfession: false })).toEqual([closed]);
  });
});

describe('cover', () => {
  it('counts members who are in the pools of the open posts', async () => {
    const plan = await thePlan();
    await plan.opened();
    await plan.opened({ neededAt: 'now' });
    await plan.members.add(member('ann'));
    await plan.members.add(member('bob', 'pool', { state: 'assessed' }));
    const cover = await plan.cover.run(BOARD, 'programme');
    expect(cover.posts.map(({ ready, postsOfPool }) => [ready, postsOfPool])).toEqual([
      [1, 2],
      [0, 2],
    ]);
    expect(cover.choice[1]).toEqual({ horizon: '0-1', posts: 1, ready: 1 });
    expect(cover.posts[0]!.readyByProfile).toEqual({ met: 0, not_met: 0, not_known: 1 });
    expect(plan.trail.events.at(-1)).toMatchObject({ kind: 'equity', action: 'critical-posts.cover-read' });
  });
});
