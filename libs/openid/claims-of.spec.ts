import { claimsOf } from './claims-of';

const TOKEN = { iss: 'https://provider.example', sub: 'p1' };

describe('The claims of a token', () => {
  it('are who somebody is at which provider', () => {
    expect(claimsOf(TOKEN, undefined)).toEqual({ issuer: TOKEN.iss, subject: 'p1', machine: false });
  });

  it.each([{ sub: 'p1' }, { iss: 'https://provider.example' }])('are nothing in %j', (payload) => {
    expect(claimsOf(payload, undefined)).toBeUndefined();
  });

  it.each([
    [true, 'a@b.example'],
    [false, undefined],
    ['true', undefined],
    [undefined, undefined],
  ])('hold an address that the provider says is verified: %s', (email_verified, expected) => {
    expect(claimsOf({ ...TOKEN, email: 'a@b.example', email_verified }, undefined)?.verifiedEmail).toBe(
      expected,
    );
  });

  it('hold a staff id only where the installation believes the provider on it', () => {
    const payload = { ...TOKEN, staff: 'e123' };
    expect(claimsOf(payload, undefined)?.staffId).toBeUndefined();
    expect(claimsOf(payload, 'staff')?.staffId).toBe('e123');
    expect(claimsOf({ ...TOKEN, staff: 7 }, 'staff')?.staffId).toBeUndefined();
  });

  it.each([{ client_id: 'p1' }, { idtyp: 'app' }])('tell a machine by %j', (more) => {
    expect(claimsOf({ ...TOKEN, ...more }, undefined)?.machine).toBe(true);
  });
});
