import {
  changeOpportunity,
  closeOpportunity,
  type Opportunity,
  refuseOver,
  refuseUnreasoned,
  standingOn,
} from './opportunity';

const TODAY = '2026-12-01';

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
    const changed = changeOpportunity(
      before,
      { kind, phase, title: 'Two days', description, professions },
      TODAY,
    );
    expect(changed).toEqual({ ...open, title: 'Two days' });
    expect(() => changeOpportunity(before, { ...open, professions: ['midwife'] }, TODAY)).toThrow('say why');
  });

  it('that is closed stays so', () => {
    const closed = closeOpportunity(open, TODAY);
    expect(closed.state).toBe('closed');
    for (const move of [
      () => closeOpportunity(closed, TODAY),
      () => changeOpportunity(closed, open, TODAY),
    ]) {
      expect(move).toThrow(expect.objectContaining({ code: 'opportunity.closed' }) as Error);
    }
  });

  it('ends with the last day on which to come forward', () => {
    const opportunity = { ...open, closesOn: TODAY };
    expect(standingOn(opportunity, TODAY).state).toBe('open');
    expect(standingOn(opportunity, '2026-12-02').state).toBe('closed');
    expect(standingOn(open, '2036-12-02').state).toBe('open');
    expect(() => closeOpportunity(opportunity, '2026-12-02')).toThrow('is closed');
    expect(() => changeOpportunity(opportunity, open, '2026-12-02')).toThrow('is closed');
  });

  it('is offered until today or later', () => {
    refuseOver({ ...open, closesOn: TODAY }, TODAY);
    expect(() => refuseOver({ ...open, closesOn: '2026-11-30' }, TODAY)).toThrow(
      'closesOn: 2026-11-30 is over',
    );
    expect(() => changeOpportunity(open, { ...open, closesOn: '2026-11-30' }, TODAY)).toThrow('closesOn');
  });
});
