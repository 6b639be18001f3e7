import { Authority, Forbidden, type Reach } from '@evenhand/kernel';
import { ChangeAccount } from './accounts/change-account';
import { ListAccounts } from './accounts/list-accounts';
import { ApproveBreakGlass } from './break-glass/approve-break-glass';
import { AskToBreakGlass } from './break-glass/ask-to-break-glass';
import { ListBrokenGlass } from './break-glass/list-broken-glass';
import { AskForRole } from './roles/ask-for-role';
import { ConfirmRole } from './roles/confirm-role';
import { EndRole } from './roles/end-role';
import { ListRoleGrants } from './roles/list-role-grants';

/** A port of which nothing may be asked, nor anything be told to the log. */
const untouched = new Proxy({} as never, {
  get: () => {
    throw new RangeError('asked for before it was known who asks');
  },
});
const PAGE = { limit: 5 };

const USE_CASES: Readonly<Record<string, (authority: Authority) => Promise<unknown>>> = {
  'listing accounts': (by) => new ListAccounts(untouched, untouched).run(by, PAGE),
  'disabling an account': (by) =>
    new ChangeAccount(untouched, untouched, untouched, untouched).run(by, 'another', 'disabled'),
  'listing roles': (by) => new ListRoleGrants(untouched, untouched).run(by, {}, PAGE),
  'asking for a role': (by) =>
    new AskForRole(untouched, untouched, untouched, untouched, untouched, untouched).run(by, {
      ...{ accountId: 'another', role: 'coordinator' },
    }),
  'confirming a role': (by) => new ConfirmRole(untouched, untouched, untouched, untouched).run(by, 'grant'),
  'ending a role': (by) => new EndRole(untouched, untouched, untouched, untouched).run(by, 'grant'),
  'listing broken glass': (by) => new ListBrokenGlass(untouched, untouched).run(by, PAGE),
  'asking to break the glass': (by) =>
    new AskToBreakGlass(untouched, untouched, untouched, untouched, untouched).run(by, 'ana', 'A reason'),
  'agreeing to break the glass': (by) =>
    new ApproveBreakGlass(untouched, untouched, untouched, untouched).run(by, 'glass'),
};

const NO_ADMINS: readonly (readonly [string, Reach])[] = [
  ['a coordinator of every programme', { role: 'coordinator' }],
  ['an auditor', { role: 'hr_auditor', programmeId: 'may' }],
  [
    'an admin who sees a record behind glass',
    { role: 'platform_admin', programmeId: 'may', personId: 'ana' },
  ],
];

const asked = Object.entries(USE_CASES);
const by = (...reaches: readonly Reach[]) =>
  new Authority({ kind: 'account', id: 'account', persons: [] }, reaches);

describe.each(asked)('%s', (_, useCase) => {
  it.each(NO_ADMINS)('is refused to %s, before anything is looked at', async (__, reach) => {
    await expect(useCase(by(reach))).rejects.toBeInstanceOf(Forbidden);
  });

  it('is refused to who reaches nothing, and not to an admin', async () => {
    await expect(useCase(by())).rejects.toBeInstanceOf(Forbidden);
    await expect(useCase(by({ role: 'platform_admin', extent: 'service' }))).rejects.toBeInstanceOf(
      RangeError,
    );
  });
});
