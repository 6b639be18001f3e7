import { ROLES_IN_WORDS, rolesInWords } from './roles-in-words';

const IN_MAY = { programmeId: 'may', personId: 'ana' };

describe('The roles of somebody, in words', () => {
  it('are one for a mentor, who may do what everybody in the programme may', () => {
    const shown = rolesInWords([
      { role: 'aspiring_leader', ...IN_MAY },
      { role: 'mentor', ...IN_MAY },
    ]);
    expect(shown).toEqual([
      {
        title: 'Mentor, who may ask for a mentor too',
        lets: [...ROLES_IN_WORDS.mentor.lets, ...ROLES_IN_WORDS.aspiring_leader.lets],
        role: 'mentor',
        programmeId: 'may',
      },
    ]);
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
