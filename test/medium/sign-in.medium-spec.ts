import { AccountRepository, type Claims, PeopleOfAccounts, SignIn } from '@evenhand/identity';
import { Clock, Random } from '@evenhand/kernel';
import { RowReach } from '@evenhand/persistence';
import { RememberedTrail } from '@evenhand/testing';
import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

class TrueRandom extends Random {
  override uuid(): string {
    return randomUUID();
  }
  override secret(): string {
    return randomUUID();
  }
}

class StandingClock extends Clock {
  override now(): Date {
    return new Date('2026-10-01T09:00:00Z');
  }
}

describe('Two first sign-ins of one person at once', () => {
  const matching = useMatchingDatabase();
  const signIn = () =>
    new SignIn(
      ...([matching.get(AccountRepository), matching.get(PeopleOfAccounts), new RememberedTrail()] as const),
      ...([new TrueRandom(), new StandingClock(), matching.database] as const),
    );
  const claims = (email: string): Claims => ({
    ...{ issuer: 'https://provider.example', subject: email, verifiedEmail: email, machine: false },
  });

  /** Both have read that there is no such name at the provider before one of them writes. */
  async function atOnce(email: string) {
    await matching.superuser.query('begin');
    await matching.superuser.query('lock table account in share mode');
    const signingIn = [1, 2].map(() => RowReach.SIGN_IN.run(() => signIn().find(claims(email))));
    await matching.somebodyWaits(2);
    await matching.superuser.query('commit');
    return Promise.all(signingIn);
  }

  it('both find the account that waits for the address', async () => {
    const id = randomUUID();
    const email = `${id}@trust.example`;
    await matching
      .get(AccountRepository)
      .add({ ...{ id, kind: 'person', email, state: 'active', version: 1 } });
    const [one, other] = await atOnce(email);
    expect(one).toMatchObject({ id, signIn: { subject: email } });
    expect(other).toEqual(one);
  });

  it('make one account of somebody who is known by the address, and both find it', async () => {
    const [personId] = (await matching.people(1)) as [string];
    const email = `${personId}@trust.example`;
    await matching.superuser.query('update person set email = $2 where id = $1', [personId, email]);
    const [one, other] = await atOnce(email);
    expect(one).toMatchObject({ email, signIn: { subject: email } });
    expect(other).toEqual(one);
    const claimed = await matching.superuser.query(
      'select account_id as id from person_account where person_id = $1',
      [personId],
    );
    expect(claimed).toEqual([{ id: one!.id }]);
  });
});
