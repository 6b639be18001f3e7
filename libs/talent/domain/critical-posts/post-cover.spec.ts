import fc from 'fast-check';
import type { CriticalPost } from './critical-post';
import { coverOf } from './post-cover';

const HORIZONS = ['now', '0-1', '1-3', '3-5'].map((code) => ({ code }));

const aPost = (id: string, neededAt: string, poolId?: string): CriticalPost => ({
  ...{ id, programmeId: 'programme', organisationId: 'trust', region: 'london', stage: '4', title: id },
  ...{ neededAt, state: 'open', openedAt: new Date(0), version: 1 },
  roleProfile: [{ code: 'runs', sentence: 'Runs.' }],
  ...(poolId === undefined ? {} : { poolId }),
});

const ready = (personId: string, horizon: string, poolId = 'pool') => ({
  ...{ id: `${personId}-${poolId}`, personId, poolId },
  assessment: {
    ...{
      horizon,
      evidence: 'E.',
      criteriaVersion: 1,
      assessedAt: new Date(0),
      assessor: { role: 'talent_board' },
    },
  },
});

describe('cover of critical posts', () => {
  it('counts who is ready by a horizon or sooner, in the pool of the post', () => {
    const members = [
      ready('ann', 'now'),
      ready('bob', '1-3'),
      ready('cat', '3-5'),
      ready('dan', 'now', 'other'),
    ];
    const { posts } = coverOf(
      [aPost('one', '1-3', 'pool'), aPost('two', 'now')],
      members,
      HORIZONS,
      () => 'not_known',
    );
    expect(posts.map(({ readyBy, ready }) => [readyBy.map((by) => by.ready), ready])).toEqual([
      [[1, 1, 2, 3], 2],
      [[0, 0, 0, 0], 0],
    ]);
  });

  it('says how those who are ready stand to the role profile, and nothing of who is not', () => {
    const members = [
      ready('ann', 'now'),
      ready('bob', '1-3'),
      ready('cat', '3-5'),
      ready('dan', 'now', 'other'),
    ];
    const { posts } = coverOf([aPost('one', '1-3', 'pool')], members, HORIZONS, (_, memberId) =>
      memberId === 'ann-pool' ? 'met' : 'not_met',
    );
    expect(posts[0]!.readyByProfile).toEqual({ met: 1, not_met: 1, not_known: 0 });
  });

  it('gives each post the people of a pool, says how many posts share them, and counts a person once for choice', () => {
    const posts = [aPost('one', 'now', 'pool'), aPost('two', '0-1', 'pool'), aPost('three', '0-1', 'other')];
    const members = [ready('ann', 'now'), ready('ann', 'now', 'other'), ready('bob', '0-1')];
    const cover = coverOf(posts, members, HORIZONS, () => 'not_known');
    expect(cover.posts.map(({ postsOfPool }) => postsOfPool)).toEqual([2, 2, 1]);
    expect(cover.choice).toEqual([
      { horizon: 'now', posts: 1, ready: 1 },
      { horizon: '0-1', posts: 3, ready: 2 },
      { horizon: '1-3', posts: 3, ready: 2 },
      { horizon: '3-5', posts: 3, ready: 2 },
    ]);
  });

  it('leaves out posts that are filled or closed, and members who are not assessed', () => {
    const posts = [{ ...aPost('one', 'now', 'pool'), state: 'filled' as const }, aPost('two', 'now', 'pool')];
    const cover = coverOf(
      posts,
      [{ id: 'one', personId: 'ann', poolId: 'pool' }],
      HORIZONS,
      () => 'not_known',
    );
    expect(cover.posts).toMatchObject([{ post: { id: 'two' }, ready: 0, postsOfPool: 1 }]);
  });

  it('never shrinks from one horizon to the next', () => {
    const horizon = fc.constantFrom(...HORIZONS.map(({ code }) => code));
    const pool = fc.constantFrom('pool', 'other');
    const members = fc.array(
      fc.tuple(fc.integer({ max: 9, min: 0 }), horizon, pool).map(([id, by, of]) => ready(`${id}`, by, of)),
    );
    const posts = fc.array(fc.tuple(horizon, pool).map(([by, of]) => aPost(by, by, of)));
    const isRising = (counts: readonly number[]) =>
      counts.every((count, at) => at === 0 || count >= counts[at - 1]!);
    fc.assert(
      fc.property(posts, members, (open, inPools) => {
        const cover = coverOf(open, inPools, HORIZONS, () => 'not_known');
        expect(cover.posts.every(({ readyBy }) => isRising(readyBy.map((by) => by.ready)))).toBe(true);
        expect(isRising(cover.choice.map((by) => by.ready))).toBe(true);
        expect(cover.choice.at(-1)!.posts).toBe(open.length);
      }),
    );
  });
});
