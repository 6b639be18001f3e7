import { toldSections, withheldEntries } from './told-data';

describe('What somebody is told', () => {
  it('is every row of theirs, by the fields that are told', () => {
    const [section, ...others] = toldSections([
      { table: 'account', values: { id: 'a', kind: 'person', email: null, version: 3, unheard_of: 'x' } },
    ]);
    expect(others).toEqual([]);
    expect(section).toMatchObject({ code: 'account', title: 'Your account' });
    // What is not set is no field, and what is no personal field is not told.
    expect(section!.records).toEqual([{ id: 'a', kind: 'person' }]);
    expect(section!.fields.map(({ column }) => column)).toContain('email');
  });

  it('leaves out who somebody else is, and says so', () => {
    const [section] = toldSections([
      { table: 'role_grant', values: { id: 'g', role: 'coordinator', confirmed_by: 'somebody' } },
    ]);
    expect(section!.records).toEqual([{ id: 'g', role: 'coordinator' }]);
    expect(withheldEntries().map(({ table, column }) => `${table}.${column}`)).toContain(
      'role_grant.confirmed_by',
    );
  });

  it('stands in the order of the inventory, and has no empty sections', () => {
    const row = { values: { id: 'x' } };
    const told = toldSections([
      { table: 'person', ...row },
      { table: 'account', ...row },
    ]);
    expect(told.map(({ code }) => code)).toEqual(['account', 'person']);
  });
});
