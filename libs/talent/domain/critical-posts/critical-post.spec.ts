import { Conflict, InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { changePost, closePost, type CriticalPost, fillPost, refuseUnsoundPost } from './critical-post';

const AT = new Date('2026-10-01T09:00:00Z');

const aPost = (parts: Partial<CriticalPost> = {}): CriticalPost => ({
  ...{ id: 'post', programmeId: 'programme', organisationId: 'trust', region: 'london', stage: '4' },
  ...{ title: 'Chief operating officer', neededAt: '1-3', state: 'open', openedAt: AT, version: 1 },
  roleProfile: [{ code: 'runs', sentence: 'Has run services across sites.' }],
  poolId: 'pool',
  ...parts,
});

const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

function problemsOf(parts: Partial<CriticalPost>): readonly string[] {
  try {
    refuseUnsoundPost(aPost(parts), healthAndCare);
    return [];
  } catch (error) {
    return (error as InputRefused).problems;
  }
}

describe('a critical post', () => {
  it('names a profession only with what requires it', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ profession: 'adult_nurse', professionReason: 'The regulations of 1990.' })).toEqual(
      [],
    );
    expect(problemsOf({ profession: 'adult_nurse' })).toEqual([
      'professionReason: a post that names a profession must cite what requires it',
    ]);
    expect(problemsOf({ professionReason: 'So.' })).toEqual([
      'professionReason: the post names no profession that this could be the reason for',
    ]);
  });

  it('names what the catalogue has, and hears of every fault at once', () => {
    const faults = {
      profession: 'x',
      professionReason: 'So.',
      region: 'x',
      stage: 'x',
      grade: 'x',
      neededAt: 'x',
    };
    expect(problemsOf(faults)).toEqual(
      ['profession', 'region', 'stage', 'grade', 'neededAt'].map(
        (field) => `${field}: "x" is none of the catalogue`,
      ),
    );
  });

  it('is changed as a whole, save for what it is', () => {
    const { grade: _, ...details } = aPost({ title: 'Chief executive', neededAt: 'now' });
    expect(changePost(aPost({ grade: 'vsm' }), details)).toEqual(
      aPost({ title: 'Chief executive', neededAt: 'now' }),
    );
  });

  it('is filled by a member of its own pool, or from outside', () => {
    expect(fillPost(aPost(), { id: 'member', poolId: 'pool' }, AT)).toMatchObject({
      state: 'filled',
      filled: { at: AT, fromPool: true, memberId: 'member' },
    });
    expect(fillPost(aPost(), undefined, AT).filled).toEqual({ at: AT, fromPool: false });
    for (const post of [aPost({ poolId: 'other' }), withoutPool()]) {
      expect(() => fillPost(post, { id: 'member', poolId: 'pool' }, AT)).toThrow(
        refused('critical-post.other-pool'),
      );
    }
  });

  it('is closed with a reason', () => {
    expect(closePost(aPost(), 'Two trusts merged.', AT)).toMatchObject({
      state: 'closed',
      closing: { at: AT, reason: 'Two trusts merged.' },
    });
  });

  it.each(['filled', 'closed'] as const)('stays as it is once it is %s', (state) => {
    const post = aPost({ state });
    for (const does of [
      () => changePost(post, post),
      () => fillPost(post, undefined, AT),
      () => closePost(post, 'So.', AT),
    ]) {
      expect(does).toThrow(Conflict);
      expect(does).toThrow(refused('critical-post.not-open'));
    }
  });
});

function withoutPool(): CriticalPost {
  const { poolId: _, ...post } = aPost();
  return post;
}
