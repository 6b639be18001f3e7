import { type Account, disable, enable } from './account';

const ACTIVE: Account = { id: 'theirs', kind: 'person', email: 'a@b.example', state: 'active', version: 1 };

describe('An account', () => {
  it('is disabled and enabled by another admin', () => {
    const disabled = disable(ACTIVE, 'admin');
    expect(disabled.state).toBe('disabled');
    expect(enable(disabled, 'admin')).toEqual(ACTIVE);
  });

  it.each([
    ['disabled by its own holder', () => disable(ACTIVE, 'theirs'), 'account.is-own'],
    ['enabled by its own holder', () => enable({ ...ACTIVE, state: 'disabled' }, 'theirs'), 'account.is-own'],
    ['disabled twice', () => disable(disable(ACTIVE, 'admin'), 'admin'), 'account.is-disabled'],
    ['enabled twice', () => enable(ACTIVE, 'admin'), 'account.is-active'],
  ])('is not %s', (_, change, code) => {
    expect(change).toThrow(expect.objectContaining({ code }) as Error);
  });
});
