import { authorityOf, type Caller, type RoleHeld } from './caller';

const caller = (...roles: readonly RoleHeld[]): Caller => ({ id: 'account', roles });
const OWN = { programmeId: 'may', personId: 'ana' };

describe('The authority of a caller', () => {
  it('reaches the programmes in which a role holds the permission', () => {
    const coordinator = caller(
      { role: 'coordinator', programmeId: 'may' },
      { role: 'hr_auditor', programmeId: 'june' },
    );
    const authority = authorityOf(coordinator, ['people:read']);
    expect([authority.reachesProgramme('may'), authority.reachesProgramme('june')]).toEqual([true, false]);
  });

  it('of an organisation’s own auditor reaches the programme, and says whose auditor it is', () => {
    const auditor = caller(
      { role: 'hr_auditor', programmeId: 'may', organisationId: 'trust' },
      { role: 'hr_auditor', programmeId: 'june' },
    );
    const authority = authorityOf(auditor, ['workforce:read']);
    expect([authority.reachesProgramme('may'), authority.reachesProgramme('june')]).toEqual([true, true]);
    expect([authority.organisationsIn('may'), authority.organisationsIn('june')]).toEqual([['trust'], []]);
  });

  it('reaches what is one’s own where the permission is only for that', () => {
    const authority = authorityOf(caller({ role: 'mentor', ...OWN }), [
      'proposals:read',
      'proposals:read-own',
    ]);
    expect(authority.over({ programmeId: 'may', personIds: ['ana'] })?.role).toBe('mentor');
    expect(authority.over({ programmeId: 'may', personIds: ['ben'] })).toBeUndefined();
  });

  it('joins what several roles reach, and knows who the caller is', () => {
    const both = caller({ role: 'coordinator', programmeId: 'june' }, { role: 'aspiring_leader', ...OWN });
    const authority = authorityOf(both, ['proposals:read', 'proposals:read-own']);
    expect(authority.limits()).toEqual({ programmeIds: ['june'], personIds: ['ana'] });
    expect(authority.personIn('may')).toBe('ana');
  });

  it('of whoever broke the glass reaches one record, to read it, and does not make them that person', () => {
    const admin = caller(
      { role: 'platform_admin' },
      { role: 'platform_admin', ...OWN, through: 'break_glass' },
    );
    const reading = authorityOf(admin, ['people:read', 'people:read-own']);
    expect(reading.over({ programmeId: 'may', personIds: ['ana'] })?.role).toBe('platform_admin');
    expect(reading.over({ programmeId: 'may', personIds: ['ben'] })).toBeUndefined();
    expect([reading.is('ana'), reading.personIn('may')]).toEqual([false, undefined]);
    expect(() => authorityOf(admin, ['people:correct', 'people:write-own'])).toThrow();
    expect(() => authorityOf(admin, ['proposals:read', 'proposals:read-own'])).toThrow();
  });

  it('reaches of what everybody may ask no more than a programme shows to everybody in it', () => {
    const mentee = caller({ role: 'aspiring_leader', ...OWN });
    for (const asked of ['programmes:read', 'organisations:read', 'mentors:browse'] as const) {
      const authority = authorityOf(mentee, [asked]);
      expect([authority.reachesCommonsOf('may'), authority.reachesCommonsOf('june')]).toEqual([true, false]);
      expect(authority.over({ programmeId: 'may', personIds: ['ben'] })).toBeUndefined();
      expect(authority.limits()).toEqual({ programmeIds: [], personIds: [] });
    }
  });

  it('about the account reaches who its holder is, and nothing else in whatever role', () => {
    const both = caller({ role: 'coordinator', programmeId: 'may' }, { role: 'mentor', ...OWN });
    const authority = authorityOf(both, ['account:read']);
    expect(authority.over({ programmeId: 'may', personIds: ['ana'] })?.role).toBe('mentor');
    expect([authority.reachesProgramme('may'), authority.reachesCommonsOf('may')]).toEqual([false, false]);
    expect(authorityOf(caller({ role: 'coordinator' }), ['account:read']).limits()).toEqual({
      ...{ programmeIds: [], personIds: [] },
    });
  });

  it('of an admin reaches the service, every programme by name, and nothing of anybody', () => {
    const authority = authorityOf(caller({ role: 'platform_admin' }), ['programmes:make']);
    expect([authority.holdsEverywhere(), authority.reachesCommonsOf('may')]).toEqual([true, true]);
    expect([authority.reachesProgramme('may'), authority.over({})]).toEqual([false, undefined]);
  });

  it.each([
    ['no role', caller(), 'given you a role'],
    ['another role', caller({ role: 'talent_board' }), 'The role talent_board may not do this.'],
    ['a role for one’s own and nothing that is', caller({ role: 'mentor' }), 'in no programme'],
  ])('is none with %s', (_, nobody, words) => {
    expect(() => authorityOf(nobody, ['proposals:read', 'proposals:read-own', 'people:register'])).toThrow(
      words,
    );
  });
});
