import { decide } from './pool-decision';
import {
  appoint,
  assess,
  declareInterest,
  declineNomination,
  leave,
  MEMBER_STATES,
  type MemberState,
  type PoolMember,
} from './pool-member';
import type { TalentPool } from './talent-pool';

const NOW = new Date('2026-10-01T09:00:00Z');
const BOARD = { role: 'talent_board', personId: 'board' };

const assessment = {
  horizon: '1-3',
  evidence: 'Led the move of two wards.',
  criteriaVersion: 1,
  assessedAt: NOW,
  assessor: BOARD,
};

const aMember = (parts: Partial<PoolMember> = {}): PoolMember => ({
  id: 'member',
  poolId: 'pool',
  personId: 'person',
  wayIn: 'applied',
  state: 'interested',
  reason: 'Ready for more.',
  cameAt: NOW,
  interestDeclaredAt: NOW,
  assessment,
  version: 1,
  ...parts,
});

const POOL: TalentPool = {
  id: 'pool',
  programmeId: 'programme',
  title: 'Heads of service',
  purpose: 'People who may lead a service within three years.',
  waysIn: ['applied'],
  state: 'open',
  criteriaVersion: 1,
  createdAt: NOW,
  openedAt: NOW,
  version: 1,
};

const decided = (outcome: 'in_pool' | 'not_in_pool', member: PoolMember, decider = BOARD) =>
  decide(POOL, member, { id: 'decision', outcome, decidedAt: NOW, decider, reason: 'By the criteria.' });

const MOVES: Record<
  string,
  { does: (member: PoolMember) => PoolMember; from: MemberState[]; to: MemberState }
> = {
  'declare-interest': { does: (one) => declareInterest(one, NOW), from: ['nominated'], to: 'interested' },
  decline: { does: (one) => declineNomination(one, undefined, NOW), from: ['nominated'], to: 'declined' },
  assess: { does: (one) => assess(one, assessment), from: ['interested', 'assessed'], to: 'assessed' },
  'take-in': { does: (one) => decided('in_pool', one).member, from: ['assessed'], to: 'in_pool' },
  'turn-down': { does: (one) => decided('not_in_pool', one).member, from: ['assessed'], to: 'not_in_pool' },
  appoint: { does: (one) => appoint(one, 'Head of therapies', NOW), from: ['in_pool'], to: 'appointed' },
  leave: {
    does: (one) => leave(one, undefined, NOW),
    from: ['interested', 'assessed', 'in_pool'],
    to: 'left',
  },
};

const cases = Object.entries(MOVES).flatMap(([name, move]) =>
  MEMBER_STATES.map((state) => ({ name, state, allowed: move.from.includes(state), ...move })),
);

describe('a member of a talent pool', () => {
  it.each(cases.filter(({ allowed }) => allowed))(
    'who is $state becomes $to by the move $name',
    ({ does, state, to }) => {
      expect(does(aMember({ state })).state).toBe(to);
    },
  );

  it.each(cases.filter(({ allowed }) => !allowed))('who is $state cannot $name', ({ name, does, state }) => {
    expect(() => does(aMember({ state }))).toThrow(
      expect.objectContaining({ code: `talent-pool-member.cannot-${name}` }) as Error,
    );
  });

  it('keeps when and why it ended', () => {
    expect(appoint(aMember({ state: 'in_pool' }), 'Head of therapies', NOW).ending).toEqual({
      at: NOW,
      note: 'Head of therapies',
    });
    expect(leave(aMember(), undefined, NOW).ending).toEqual({ at: NOW });
  });

  it('cannot assess or decide on themselves', () => {
    const oneself = { role: 'talent_board', personId: 'person' };
    const refused = expect.objectContaining({ code: 'talent-pool-member.cannot-judge-oneself' }) as Error;
    expect(() => assess(aMember(), { ...assessment, assessor: oneself })).toThrow(refused);
    expect(() => decided('in_pool', aMember({ state: 'assessed' }), oneself)).toThrow(refused);
  });

  it('is not assessed or decided on by who put them forward', () => {
    const nominated = { nomination: { as: 'manager', by: { role: 'mentor', personId: 'boss' } } } as const;
    const boss = { role: 'talent_board', personId: 'boss' };
    const refused = expect.objectContaining({ code: 'talent-pool-member.cannot-judge-own-nominee' }) as Error;
    expect(() => assess(aMember(nominated), { ...assessment, assessor: boss })).toThrow(refused);
    expect(() => decided('in_pool', aMember({ ...nominated, state: 'assessed' }), boss)).toThrow(refused);
    expect(assess(aMember(nominated), assessment).state).toBe('assessed');
    const unknown = { nomination: { as: 'manager', by: { role: 'mentor' } } } as const;
    expect(assess(aMember(unknown), { ...assessment, assessor: { role: 'talent_board' } }).state).toBe(
      'assessed',
    );
  });
});

describe('a decision', () => {
  it('says by which version of the criteria it was made', () => {
    expect(decided('in_pool', aMember({ state: 'assessed' })).decision).toEqual({
      id: 'decision',
      poolId: 'pool',
      memberId: 'member',
      outcome: 'in_pool',
      decidedAt: NOW,
      decider: BOARD,
      criteriaVersion: 1,
      reason: 'By the criteria.',
    });
  });

  it('is not made on an assessment by criteria that hold no more', () => {
    const earlier = aMember({ state: 'assessed', assessment: { ...assessment, criteriaVersion: 0 } });
    expect(() => decided('in_pool', earlier)).toThrow(
      expect.objectContaining({ code: 'talent-pool-member.criteria-changed' }) as Error,
    );
  });
});
