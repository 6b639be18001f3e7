import { may, ROLES } from '@evenhand/identity';
import { ROLES_IN_WORDS, type RoleShown, rolesInWords } from './roles-in-words';

const IN_MAY = { programmeId: 'may', personId: 'ana' };

describe('The roles of somebody, in words', () => {
  it('are one for a mentor, who may do what everybody in the programme may', () => {
    const shown = rolesInWords([
      { role: 'aspiring_leader', ...IN_MAY },
      { role: 'mentor', ...IN_MAY },
    ]);
    const [{ lets, ...mentor }, ...others] = shown as [RoleShown];
    expect(mentor).toEqual({
      ...{ title: 'Mentor, who may ask for a mentor too', role: 'mentor', programmeId: 'may' },
    });
    expect(others).toEqual([]);
    const both = [...ROLES_IN_WORDS.mentor.lets, ...ROLES_IN_WORDS.aspiring_leader.lets];
    expect(new Set(lets)).toEqual(new Set(both));
    // What both may do is told once.
    expect(new Set(lets).size).toBe(lets.length);
  });

  it('say of a review of barriers that its leads answer it, whichever of them they are', () => {
    for (const role of ROLES.filter((each) => may(each, 'barrier-reviews:answer-own'))) {
      expect([role, ROLES_IN_WORDS[role].lets.join()]).toEqual([
        role,
        expect.stringContaining('review of barriers where you lead it'),
      ]);
    }
    expect(ROLES_IN_WORDS.coordinator.lets.join()).not.toContain('review of barriers');
  });

  it('are told for each programme apart', () => {
    const shown = rolesInWords([
      { role: 'aspiring_leader', ...IN_MAY },
      { role: 'aspiring_leader', programmeId: 'june', personId: 'ana-2' },
      { role: 'mentor', programmeId: 'june', personId: 'ana-2' },
      { role: 'coordinator' },
    ]);
    expect(shown.map(({ title, programmeId }) => [title, programmeId])).toEqual([
      ['Aspiring leader', 'may'],
      ['Mentor, who may ask for a mentor too', 'june'],
      ['Coordinator', undefined],
    ]);
  });

  it('are not those of whose record somebody sees for a while', () => {
    const glass = { role: 'platform_admin', ...IN_MAY, through: 'break_glass' } as const;
    expect(rolesInWords([{ role: 'platform_admin' }, glass])).toEqual([
      { role: 'platform_admin', ...ROLES_IN_WORDS.platform_admin },
    ]);
  });
});
