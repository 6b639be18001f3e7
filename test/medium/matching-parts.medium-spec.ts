import { type PartInRound, PartInRoundRepository, PARTS_IN_ROUND } from '@evenhand/matching';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { useMatchingDatabase } from './matching-database';

describe('A part in a round', () => {
  const matching = useMatchingDatabase();
  /** What is begun within a transaction, and is none of it. */
  const outside = AsyncLocalStorage.snapshot();
  const parts = () => matching.get(PartInRoundRepository);

  let roundId: string;
  beforeEach(async () => {
    const round = matching.round();
    await matching.rounds.add(round);
    roundId = round.id;
  });

  const kept = async (): Promise<readonly PartInRound[]> => {
    const rows = await matching.database.query<{ part: PartInRound }>(
      'select part from round_part where round_id = $1',
      [roundId],
    );
    return rows.map(({ part }) => part);
  };

  it('is the first that an account takes, and stays, for it and for no other account or round', async () => {
    const [account, another] = [randomUUID(), randomUUID()];
    expect(await parts().take(roundId, account, 'audited')).toBe('audited');
    expect(await parts().take(roundId, account, 'ran')).toBe('audited');
    expect(await parts().take(roundId, account, 'audited')).toBe('audited');
    expect(await parts().take(roundId, another, 'ran')).toBe('ran');
    const other = matching.round();
    await matching.rounds.add(other);
    expect(await parts().take(other.id, account, 'ran')).toBe('ran');
    expect([...(await kept())].sort()).toEqual(['audited', 'ran']);
  });

  it('is one, however many transactions try to take one of the two at once', async () => {
    for (let time = 0; time < 5; time += 1) {
      const account = randomUUID();
      const taking = Array.from({ length: 20 }, (_, at) =>
        matching.database.run(async () => {
          const part = await parts().take(roundId, account, PARTS_IN_ROUND[at % 2]!);
          await pause(5);
          return part;
        }),
      );
      const taken = new Set(await Promise.all(taking));
      expect(taken.size).toBe(1);
    }
    expect(await kept()).toHaveLength(5);
  });

  it('is waited for by whoever tries to take the other one, and free again where it is given up', async () => {
    const account = randomUUID();
    let second: Promise<PartInRound> | undefined;
    const first = matching.database.run(async () => {
      await parts().take(roundId, account, 'ran');
      second = outside(() => parts().take(roundId, account, 'audited'));
      await outside(() => matching.somebodyWaits());
      throw new Error('given up');
    });
    await expect(first).rejects.toThrow('given up');
    expect(await second).toBe('audited');
  });

  it('is taken without a ring of waiting, by one account that decides and looks at the same time', async () => {
    const account = randomUUID();
    let looking: Promise<PartInRound> | undefined;
    await matching.database.run(async () => {
      await matching.rounds.lock(roundId);
      looking = outside(() => parts().take(roundId, account, 'audited'));
      await outside(() => matching.somebodyWaits());
      expect(await parts().take(roundId, account, 'ran')).toBe('ran');
    });
    expect(await looking).toBe('ran');
  });

  it('is neither changed nor doubled, whoever tries, and goes with the round', async () => {
    const account = randomUUID();
    await parts().take(roundId, account, 'ran');
    await expect(
      matching.superuser.query(`update round_part set part = 'audited' where account_id = $1`, [account]),
    ).rejects.toMatchObject({ code: 'EV003' });
    for (const part of [...PARTS_IN_ROUND, 'both']) {
      await expect(
        matching.superuser.query('insert into round_part values ($1, $2, $3)', [roundId, account, part]),
      ).rejects.toThrow(/round_part_(pkey|part_check)/);
    }
    await matching.superuser.query('delete from matching_round where id = $1', [roundId]);
    expect(await kept()).toEqual([]);
  });
});
