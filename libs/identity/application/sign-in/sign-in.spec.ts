import { Clock, Random, Transaction } from '@evenhand/kernel';
import { InMemoryAccounts, InMemoryPeopleOfAccounts, RememberedTrail } from '@evenhand/testing';
import type { Account } from '../../domain/account';
import type { Claims } from '../../domain/claims';
import { SignIn } from './sign-in';

const ISSUER = 'https://provider.example';

class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-10-01T09:00:00Z');
  }
}

class CountingRandom extends Random {
  #made = 0;
  override uuid(): string {
    return `made-${++this.#made}`;
  }
  override secret(): string {
    return 'secret';
  }
}

class NoTransaction extends Transaction {
  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

function desk() {
  const accounts = new InMemoryAccounts();
  const people = new InMemoryPeopleOfAccounts();
  const trail = new RememberedTrail();
  const signIn = new SignIn(
    accounts,
    people,
    trail,
    new CountingRandom(),
    new StandingClock(),
    new NoTransaction(),
  );
  return { accounts, people, trail, signIn };
}

const claims = (more: Partial<Claims> = {}): Claims => ({
  issuer: ISSUER,
  subject: 's1',
  machine: false,
  ...more,
});
const ana = { personId: 'ana', programmeId: 'may', email: 'ana@trust.example' };
const verifiedEmail = ana.email;
const uncounted = () => Promise.resolve();

describe('Signing in', () => {
  it('makes an account for a person of a programme, by an address that the provider has verified', async () => {
    const { people, signIn, accounts } = desk();
    people.people.push(ana);
    const { account } = await signIn.run(claims({ verifiedEmail }), uncounted);
    expect(account).toMatchObject({ kind: 'person', state: 'active' });
    expect(people.claimed.get('ana')).toBe(account!.id);
    expect((await signIn.run(claims(), uncounted)).account).toEqual(account);
    expect(accounts.kept.size).toBe(1);
  });

  it('makes one by a staff id that the installation believes', async () => {
    const { people, signIn } = desk();
    people.people.push({ personId: 'ben', programmeId: 'may', staffId: 'e1' });
    expect((await signIn.run(claims({ staffId: 'e1' }), uncounted)).account).toBeDefined();
    expect(people.claimed.has('ben')).toBe(true);
  });

  it('finds the account that was made for an address, once, and then goes by the provider’s name', async () => {
    const { accounts, signIn } = desk();
    const waiting: Account = { id: 'w', kind: 'person', email: verifiedEmail, state: 'active', version: 1 };
    await accounts.add(waiting);
    expect((await signIn.run(claims({ verifiedEmail }), uncounted)).account).toMatchObject({
      id: 'w',
      signIn: { subject: 's1' },
    });
    expect((await signIn.run(claims({ subject: 'other', verifiedEmail }), uncounted)).refused).toBe(
      'unknown',
    );
    expect((await signIn.run(claims(), uncounted)).account?.id).toBe('w');
  });

  it('keeps whose a person is when their address is given to somebody else', async () => {
    const { people, signIn } = desk();
    people.people.push(ana);
    const { account } = await signIn.run(claims({ verifiedEmail }), uncounted);
    people.people.splice(0, 1, { ...ana, email: 'mallory@trust.example' });
    expect(
      (await signIn.run(claims({ subject: 's2', verifiedEmail: 'mallory@trust.example' }), uncounted))
        .refused,
    ).toBe('unknown');
    expect(people.claimed.get('ana')).toBe(account!.id);
  });

  it('adds people who came into a programme since', async () => {
    const { people, signIn } = desk();
    people.people.push(ana);
    await signIn.run(claims({ verifiedEmail }), uncounted);
    people.people.push({ ...ana, personId: 'ana in june', programmeId: 'june' });
    const { account } = await signIn.run(claims({ verifiedEmail }), uncounted);
    expect(people.claimed.get('ana in june')).toBe(account!.id);
  });

  it.each([
    ['somebody whom nobody knows', claims({ verifiedEmail: 'stranger@elsewhere.example' })],
    ['an address that is not verified', claims()],
    ['a machine that was given no role', claims({ machine: true, verifiedEmail })],
  ])('refuses %s, makes no account, and leaves that in the log', async (_, unknown) => {
    const { accounts, people, signIn, trail } = desk();
    people.people.push(ana);
    expect(await signIn.run(unknown, uncounted)).toEqual({ refused: 'unknown' });
    expect(accounts.kept.size).toBe(0);
    expect(trail.events).toMatchObject([
      { kind: 'security', action: 'sign-in.refused', details: { why: 'unknown' } },
    ]);
    expect(JSON.stringify(trail.events)).not.toContain('example');
  });

  it('leaves no refusal in the log to whoever has had their share of them', async () => {
    const { signIn, trail } = desk();
    const tooMany = new Error('too many');
    const stranger = claims({ verifiedEmail: 'stranger@elsewhere.example' });
    await expect(signIn.run(stranger, () => Promise.reject(tooMany))).rejects.toBe(tooMany);
    expect(trail.events).toEqual([]);
  });

  it('refuses the holder of a disabled account, whose people stay unclaimed', async () => {
    const { accounts, people, signIn, trail } = desk();
    people.people.push(ana);
    await accounts.add({
      id: 'd',
      kind: 'person',
      email: verifiedEmail,
      signIn: { issuer: ISSUER, subject: 's1' },
      state: 'disabled',
      version: 1,
    });
    expect(await signIn.run(claims({ verifiedEmail }), uncounted)).toEqual({ refused: 'disabled' });
    expect(people.claimed.size).toBe(0);
    expect(trail.events).toMatchObject([{ thing: { kind: 'account', id: 'd' } }]);
  });
});
