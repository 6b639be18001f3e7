import { holdsIn, programmesWith } from './programmes-with';

describe('The programmes in which somebody holds a permission', () => {
  it('are those of the roles that hold it, or all of them', () => {
    const board = { role: 'talent_board', programmeId: 'north' } as const;
    const auditor = { role: 'hr_auditor', programmeId: 'south' } as const;
    const glass = {
      role: 'platform_admin',
      programmeId: 'west',
      personId: 'ana',
      through: 'break_glass',
    } as const;
    const roles = [board, auditor, glass];
    expect(programmesWith(roles, 'equity-snapshots:approve')).toEqual(new Set(['north']));
    expect(programmesWith(roles, 'people:read-own')).toEqual(new Set(['north', 'south']));
    expect(programmesWith([...roles, { role: 'talent_board' }], 'equity-snapshots:approve')).toBe('all');
    expect(holdsIn(roles, 'equity-snapshots:approve', 'south')).toBe(false);
    expect(holdsIn([{ role: 'talent_board' }], 'equity-snapshots:approve', 'south')).toBe(true);
  });
});
