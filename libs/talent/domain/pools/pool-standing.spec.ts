import type { CriticalPost } from '../critical-posts/critical-post';
import type { PoolDecision } from './pool-decision';
import type { MemberState, PoolMember } from './pool-member';
import { standingsAt } from './pool-standing';

const on = (day: number) => new Date(Date.UTC(2026, 8, day));

function member(id: string, state: MemberState, parts: Partial<PoolMember> = {}): PoolMember {
  return {
    ...{ id, poolId: 'pool', personId: `person-${id}`, wayIn: 'applied', state, reason: 'Me.', version: 1 },
    ...{ cameAt: on(1), interestDeclaredAt: on(1) },
    ...parts,
  };
}

const decision = (
  memberId: string | undefined,
  outcome: PoolDecision['outcome'],
  day: number,
): PoolDecision => ({
  ...{ id: `on-${memberId ?? `nobody-${day}`}`, poolId: 'pool', outcome, decidedAt: on(day) },
  ...(memberId === undefined ? {} : { memberId }),
  ...{ decider: { role: 'talent_board' }, criteriaVersion: 1, reason: 'R.' },
});

const filledPost = (id: string, filled: NonNullable<CriticalPost['filled']>): CriticalPost => ({
  ...{ id, programmeId: 'programme', organisationId: 'any', region: 'london', title: 'Head', stage: '3' },
  ...{
    roleProfile: [{ code: 'leads', sentence: 'Has led.' }],
    neededAt: 'now',
    poolId: 'pool',
    state: 'filled',
    openedAt: on(1),
    filled,
    version: 2,
  },
});

const HISTORY = {
  members: [
    member('waits', 'assessed'),
    member('asked', 'nominated', { interestDeclaredAt: undefined! }),
    member('in', 'in_pool'),
    member('placed', 'appointed', { ending: { at: on(9) } }),
    member('elsewhere', 'appointed', { ending: { at: on(9) } }),
    member('gone', 'left', { ending: { at: on(9) } }),
    member('went-before', 'left', { ending: { at: on(3) } }),
    member('not', 'not_in_pool'),
  ].map(({ interestDeclaredAt, ...each }) => ({
    ...each,
    ...(interestDeclaredAt === undefined ? {} : { interestDeclaredAt }),
  })),
  decisions: [
    ...['in', 'placed', 'elsewhere', 'gone'].map((id) => decision(id, 'in_pool', 5)),
    decision('not', 'not_in_pool', 5),
  ],
  posts: [
    filledPost('post-1', { at: on(9), fromPool: true, memberId: 'placed' }),
    filledPost('post-2', { at: on(9), fromPool: false }),
  ],
};

const at = (day: number, history: Parameters<typeof standingsAt>[0] = HISTORY) =>
  Object.fromEntries(standingsAt(history, on(day)).map(({ id, standing }) => [id, standing]));

describe('where people stand with a pool', () => {
  it('is on the way until it is decided, and only for those who want to', () => {
    expect(at(2)).toEqual(
      Object.fromEntries(
        ['waits', 'in', 'placed', 'elsewhere', 'gone', 'went-before', 'not'].map((id) => [id, 'under_way']),
      ),
    );
  });

  it('follows decisions, appointments and leaving, each from its own day', () => {
    const decided = { waits: 'under_way', in: 'in_pool', not: 'turned_down' };
    expect(at(6)).toEqual({ ...decided, placed: 'in_pool', elsewhere: 'in_pool', gone: 'in_pool' });
    expect(at(10)).toEqual({
      ...{ ...decided, placed: 'appointed', elsewhere: 'appointed_elsewhere', gone: 'left' },
      'post-2': 'outside',
    });
  });

  it('keeps what was decided on those who are erased since, as nobody’s', () => {
    const history = {
      members: [],
      decisions: [
        decision(undefined, 'in_pool', 5),
        decision(undefined, 'in_pool', 6),
        decision(undefined, 'not_in_pool', 7),
      ],
      posts: [filledPost('post-1', { at: on(9), fromPool: true })],
    };
    expect(Object.values(at(10, history)).sort()).toEqual(['appointed', 'left', 'turned_down']);
    expect(standingsAt(history, on(10)).every(({ personId }) => personId === undefined)).toBe(true);
  });
});
