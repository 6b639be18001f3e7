import type { Proposal } from '@evenhand/matching';
import { type MentorProfile, MentorProfileRepository } from '@evenhand/people';
import { Client } from 'pg';
import { usePostgres } from '../harness/postgres';
import { MatchingDatabase, MIGRATED, outcomesOf, useMatchingDatabase } from './matching-database';

const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

describe('Places', () => {
  const matching = useMatchingDatabase();

  it('are not used twice: of twenty transactions that offer the last one, one succeeds', async () => {
    const { mentorId, succeeded, errors } = await raceForLastPlace(matching);
    expect(succeeded).toBe(1);
    expect(errors).toEqual(Array(19).fill(refusal('proposal.no-place-left')));
    expect((errors[0] as Error).message).toContain(mentorId);
    expect(await matching.placesUsed(mentorId)).toBe(2);
  });

  it('are counted row by row: one statement cannot offer more than there are', async () => {
    const mentorId = await matching.mentor(2);
    const proposals = await matching.proposalsTo(mentorId, 3);
    await expect(matching.proposals.add(proposals)).rejects.toEqual(refusal('proposal.no-place-left'));
    expect(await matching.placesUsed(mentorId)).toBe(0);
    await matching.proposals.add(proposals.slice(0, 2));
    expect(await matching.placesUsed(mentorId)).toBe(2);
  });

  it('are free again when a proposal is declined, and it cannot come back when they are taken', async () => {
    const mentorId = await matching.mentor(1);
    const [first, second] = (await matching.proposalsTo(mentorId, 2)) as [Proposal, Proposal];
    await matching.proposals.add([first]);
    const expired = await matching.proposals.save({ ...first, state: 'expired', closedAt: first.expiresAt });
    await matching.proposals.add([second]);
    const { closedAt, ...offeredAgain } = { ...expired, state: 'offered' as const };
    await expect(matching.proposals.save(offeredAgain)).rejects.toEqual(refusal('proposal.no-place-left'));
    expect(await matching.placesUsed(mentorId)).toBe(1);
  });

  it('stay used when an offer is confirmed', async () => {
    const mentorId = await matching.mentor(1);
    const [proposal] = (await matching.proposalsTo(mentorId, 1)) as [Proposal];
    await matching.proposals.add([proposal]);
    const at = new Date('2026-04-05T09:00:00.000Z');
    await matching.proposals.save({
      ...proposal,
      state: 'confirmed',
      menteeAcceptedAt: at,
      mentorAcceptedAt: at,
      closedAt: at,
    });
    expect(await matching.placesUsed(mentorId)).toBe(1);
  });

  it('are never offered by somebody who is no mentor', async () => {
    const [personId] = (await matching.people(1)) as [string];
    const proposals = await matching.proposalsTo(personId, 1);
    await expect(matching.proposals.add(proposals)).rejects.toEqual(refusal('proposal.no-place-left'));
  });

  it('are not taken away while they are in use', async () => {
    const mentorId = await matching.mentor(3);
    await matching.proposals.add(await matching.proposalsTo(mentorId, 2));
    const profiles = matching.get(MentorProfileRepository);
    const profile = await profileOf(matching, mentorId);
    await expect(profiles.save([{ ...profile, capacity: 1 }])).rejects.toEqual(
      refusal('mentor.places-in-use'),
    );
    await profiles.save([{ ...profile, capacity: 2 }]);
    expect((await profileOf(matching, mentorId)).capacity).toBe(2);
  });

  it('are never fewer than in use, when they are lowered while offers are made', async () => {
    for (let round = 0; round < 10; round += 1) {
      const mentorId = await matching.mentor(4);
      const proposals = await matching.proposalsTo(mentorId, 4);
      const profiles = matching.get(MentorProfileRepository);
      const profile = await profileOf(matching, mentorId);
      const offers = proposals.map((proposal) => matching.proposals.add([proposal]));
      const lowered = profiles.save([{ ...profile, capacity: 2 }]);
      await outcomesOf([...offers.slice(0, 2), lowered, ...offers.slice(2)]);
      const { capacity } = await profileOf(matching, mentorId);
      expect(await matching.placesUsed(mentorId)).toBeLessThanOrEqual(capacity);
    }
  });

  it('wait for whoever lowers them: an offer that comes meanwhile is refused', async () => {
    const mentorId = await matching.mentor(1);
    const [proposal] = (await matching.proposalsTo(mentorId, 1)) as [Proposal];
    const other = new Client({ connectionString: matching.url });
    await other.connect();
    try {
      await other.query('begin');
      await other.query('update mentor_profile set capacity = 0 where person_id = $1', [mentorId]);
      const offer = outcomesOf([matching.proposals.add([proposal])]);
      await matching.somebodyWaits();
      await other.query('commit');
      expect((await offer).errors).toEqual([refusal('proposal.no-place-left')]);
    } finally {
      await other.end();
    }
  });

  it('are not exceeded by transactions that look at an older state of the database', async () => {
    const mentorId = await matching.mentor(1);
    const [first, second] = (await matching.proposalsTo(mentorId, 2)) as [Proposal, Proposal];
    await matching.proposals.add([{ ...second, state: 'superseded', closedAt: second.expiresAt }]);
    const other = new Client({ connectionString: matching.url });
    await other.connect();
    try {
      await other.query('begin isolation level repeatable read');
      await other.query('select count(*) from proposal');
      await matching.proposals.add([first]);
      await expect(
        other.query(`update proposal set state = 'offered', closed_at = null where id = $1`, [second.id]),
      ).rejects.toMatchObject({ code: '40001' });
    } finally {
      await other.end();
    }
    expect(await matching.placesUsed(mentorId)).toBe(1);
  });

  it('are not exceeded by two publications at once, nor do these wait for each other in a ring', async () => {
    const mentors = await Promise.all(Array.from({ length: 8 }, () => matching.mentor(1)));
    const offers = async (mentorIds: readonly string[]) =>
      (await Promise.all(mentorIds.map((mentorId) => matching.proposalsTo(mentorId, 1)))).flat();
    const [one, other] = [await offers(mentors), await offers([...mentors].reverse())];
    const publish = (proposals: readonly Proposal[]) =>
      matching.database.run(() => matching.proposals.add(proposals));
    const { succeeded, errors } = await outcomesOf([publish(one), publish(other)]);
    expect(succeeded).toBe(1);
    expect(errors).toEqual([refusal('proposal.no-place-left')]);
    const used = await Promise.all(mentors.map((mentorId) => matching.placesUsed(mentorId)));
    expect(used).toEqual(mentors.map(() => 1));
  });
});

describe('The guard of the places', () => {
  const postgres = usePostgres();

  it('is what keeps them: with its triggers taken out, the same race exceeds the places', async () => {
    const unguarded = new MatchingDatabase();
    await unguarded.open(await postgres.createDatabase({ template: MIGRATED }));
    try {
      await unguarded.behind('alter table proposal disable trigger user');
      const { mentorId, succeeded } = await raceForLastPlace(unguarded);
      expect(succeeded).toBe(20);
      expect(await unguarded.placesUsed(mentorId)).toBe(21);
    } finally {
      await unguarded.close();
    }
  });
});

/**
 * A mentor with two places of whom one is used, and twenty transactions that want the other one: each of them has seen
 * that it is free before any of them takes it.
 */
async function raceForLastPlace(matching: MatchingDatabase) {
  const mentorId = await matching.mentor(2);
  const [first, ...others] = (await matching.proposalsTo(mentorId, 21)) as [Proposal, ...Proposal[]];
  await matching.proposals.add([first]);
  let looked = 0;
  let everybodyLooked: () => void;
  const start = new Promise<void>((resolve) => (everybodyLooked = resolve));
  const attempts = others.map((proposal) =>
    matching.database.run(async () => {
      expect(await matching.placesUsed(mentorId)).toBe(1);
      looked += 1;
      if (looked === others.length) everybodyLooked();
      await start;
      await matching.proposals.add([proposal]);
    }),
  );
  return { mentorId, ...(await outcomesOf(attempts)) };
}

async function profileOf(matching: MatchingDatabase, personId: string): Promise<MentorProfile> {
  const profile = await matching.get(MentorProfileRepository).byPersonId(personId);
  if (profile === undefined) throw new Error(`There is no profile of ${personId}.`);
  return profile;
}
