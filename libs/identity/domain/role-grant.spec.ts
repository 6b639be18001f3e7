import { askForRole, confirmRole, endRole, roleByOperator } from './role-grant';

const AT = new Date('2026-10-01T09:00:00Z');
const asked = { id: 'grant', accountId: 'new', role: 'coordinator', programmeId: 'may' } as const;

describe('A role', () => {
  it('is asked for by one admin and confirmed by another', () => {
    const grant = askForRole(asked, 'one', AT);
    expect(grant).toMatchObject({ state: 'asked', askedBy: 'one' });
    expect(confirmRole(grant, 'other', AT)).toMatchObject({ state: 'held', confirmedBy: 'other' });
  });

  it.each([
    ['asked for by whoever gets it', () => askForRole(asked, 'new', AT), 'access.forbidden'],
    [
      'confirmed by whoever gets it',
      () => confirmRole(askForRole(asked, 'one', AT), 'new', AT),
      'access.forbidden',
    ],
    [
      'confirmed by whoever asked',
      () => confirmRole(askForRole(asked, 'one', AT), 'one', AT),
      'role-grant.same-admin',
    ],
    [
      'confirmed twice',
      () => confirmRole(confirmRole(askForRole(asked, 'one', AT), 'other', AT), 'third', AT),
      'role-grant.not-asked',
    ],
    [
      'ended twice',
      () => endRole(endRole(askForRole(asked, 'one', AT), 'one', AT), 'one', AT),
      'role-grant.ended',
    ],
    [
      'that of a platform admin within a programme',
      () => askForRole({ ...asked, role: 'platform_admin' }, 'one', AT),
      'input.refused',
    ],
    [
      'that of an organisation’s own coordinator',
      () => askForRole({ ...asked, organisationId: 'trust' }, 'one', AT),
      'input.refused',
    ],
    [
      'that of an organisation’s own auditor in no programme',
      () =>
        roleByOperator({ id: 'grant', accountId: 'new', role: 'hr_auditor', organisationId: 'trust' }, AT),
      'input.refused',
    ],
  ])('is not %s', (_, change, code) => {
    expect(change).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('of an HR auditor can be that of an organisation’s own', () => {
    const own = { ...asked, role: 'hr_auditor', organisationId: 'trust' } as const;
    const held = confirmRole(askForRole(own, 'one', AT), 'other', AT);
    expect(held).toMatchObject({ state: 'held', programmeId: 'may', organisationId: 'trust' });
  });

  it('given by an operator holds at once, and says by whom it was not asked for', () => {
    const grant = roleByOperator(asked, AT);
    expect(grant.state).toBe('held');
    expect(grant.askedBy).toBeUndefined();
  });

  it('is ended by any admin, whether it is held or only asked for', () => {
    expect(endRole(askForRole(asked, 'one', AT), 'one', AT)).toMatchObject({
      state: 'ended',
      endedBy: 'one',
    });
    expect(endRole(roleByOperator(asked, AT), 'other', AT).state).toBe('ended');
  });
});
