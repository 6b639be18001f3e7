import { changeOpportunity, closeOpportunity, type Opportunity, refuseUnreasoned } from './opportunity';

const open: Opportunity = {
  ...{ id: 'shadowing', programmeId: 'programme', state: 'open', version: 3 },
  ...{ kind: 'widening_perspectives', phase: 'early_mid_career', title: 'A day at the board' },
  ...{ description: 'Shadow a director.', professions: [], createdAt: new Date('2026-11-30T09:00:00Z') },
};

describe('an opportunity', () => {
  it('that names a profession says why, and one that names none has nothing to say', () => {
    expect(() => refuseUnreasoned({ ...open, professions: ['midwife'] })).toThrow(
      expect.objectContaining({
        problems: [expect.stringContaining('professionsReason: professions are named')],
      }) as Error,
    );
    expect(() => refuseUnreasoned({ ...open, professionsReason: 'Custom.' })).toThrow(
      'no profession is named',
    );
    refuseUnreasoned(open);
    refuseUnreasoned({ ...open, professions: ['midwife'], professionsReason: 'Supervision of midwives.' });
  });

  it('is said anew as a whole, and keeps what it is', () => {
    const before = { ...open, closesOn: '2027-01-31' };
    const { kind, phase, description, professions } = open;
    const changed = changeOpportunity(before, { kind, phase, title: 'Two days', description, professions });
    expect(changed).toEqual({ ...open, title: 'Two days' });
    expect(() => changeOpportunity(before, { ...open, professions: ['midwife'] })).toThrow('say why');
  });

  it('that is closed stays so', () => {
    const closed = closeOpportunity(open);
    expect(closed.state).toBe('closed');
    for (const move of [() => closeOpportunity(closed), () => changeOpportunity(closed, open)]) {
      expect(move).toThrow(expect.objectContaining({ code: 'opportunity.closed' }) as Error);
    }
  });
});
