import { Conflict } from '@evenhand/kernel';
import type { Proposal } from '@evenhand/matching';
import {
  type Championing,
  ChampioningRepository,
  Colleagues,
  type MentoringRelationship,
  MentoringRelationshipRepository,
  type RelationshipState,
} from '@evenhand/mentoring';
import { MentorProfileRepository, PersonRepository } from '@evenhand/people';
import { migrate, revert, RowReach } from '@evenhand/persistence';
import { randomUUID } from 'node:crypto';
import { usePostgres } from '../harness/postgres';
import { MatchingDatabase, MIGRATED, optionsOf, outcomesOf, useMatchingDatabase } from './matching-database';

const refusal = (code: string) => expect.objectContaining({ code }) as unknown;
const AT = new Date('2026-04-05T09:00:00.000Z');
const OVER = ['completed', 'ended'] as const;

const kept = useMatchingDatabase();

async function confirmed(matching: MatchingDatabase, proposal: Proposal): Promise<Proposal> {
  await matching.proposals.add([proposal]);
  const accepted = { menteeAcceptedAt: AT, mentorAcceptedAt: AT, closedAt: AT };
  return matching.proposals.save({ ...proposal, ...accepted, state: 'confirmed' });
}

function mentoringOf({ id, requestId, menteeId, mentorId }: Proposal): MentoringRelationship {
  return {
    ...{ id: randomUUID(), programmeId: kept.programmeId, proposalId: id, requestId, menteeId, mentorId },
    ...{ state: 'starting', beganAt: AT, version: 1 },
  };
}

const relationships = () => kept.get(MentoringRelationshipRepository);
const inState = (state: RelationshipState, one: MentoringRelationship): MentoringRelationship => {
  const { pausedAt, completedAt, endedAt, firstMetOn, ...going } = one;
  const met = { ...going, state, firstMetOn: '2026-04-10' };
  if (state === 'starting') return { ...going, state };
  if (state === 'paused') return { ...met, pausedAt: AT };
  if (state === 'completed') return { ...met, completedAt: AT };
  return state === 'ended' ? { ...met, endedAt: AT } : met;
};

/** A mentor with one place, in use by somebody whose mentoring begins, and others whom it could be offered to. */
async function oneMentoring(others = 1) {
  const mentorId = await kept.mentor(1);
  const [first, ...waiting] = (await kept.proposalsTo(mentorId, 1 + others)) as [Proposal, ...Proposal[]];
  const mentoring = mentoringOf(await confirmed(kept, first));
  await relationships().add(mentoring);
  return { mentorId, mentoring, waiting };
}

const placesInUse = async (mentorId: string) =>
  (await kept.proposals.placesInUse(kept.programmeId)).get(mentorId) ?? 0;

describe('The place of a mentor', () => {
  it('stays in use while mentoring is starting, active or paused', async () => {
    const { mentorId, mentoring, waiting } = await oneMentoring();
    let now = mentoring;
    for (const state of ['starting', 'active', 'paused', 'active'] as const) {
      if (state !== 'starting') now = await relationships().save(inState(state, now));
      expect([state, await placesInUse(mentorId)]).toEqual([state, 1]);
      await expect(kept.proposals.add(waiting)).rejects.toEqual(refusal('proposal.no-place-left'));
    }
  });

  it.each(OVER)('is free once mentoring is %s, and that is never taken back', async (state) => {
    const { mentorId, mentoring, waiting } = await oneMentoring();
    const over = await relationships().save(inState(state, mentoring));
    expect(await placesInUse(mentorId)).toBe(0);
    const profiles = kept.get(MentorProfileRepository);
    const profile = (await profiles.byPersonId(mentorId))!;
    await profiles.save([{ ...profile, capacity: 0 }]);
    await profiles.save([{ ...profile, capacity: 1, version: profile.version + 1 }]);
    await kept.proposals.add(waiting);
    expect(await placesInUse(mentorId)).toBe(1);
    for (const back of ['starting', 'active', 'paused'] as const) {
      await expect(relationships().save(inState(back, over))).rejects.toThrow('never changes');
    }
  });

  it.each(OVER)('is taken by one of ten who want it at once when mentoring is %s', async (state) => {
    const { mentorId, mentoring, waiting } = await oneMentoring(10);
    const attempts = [
      relationships().save(inState(state, mentoring)),
      ...waiting.map((proposal) => kept.proposals.add([proposal])),
    ];
    const { succeeded } = await outcomesOf(attempts);
    // Whoever came before the place was free was refused; of the others, and of those who come again, one has it.
    const again = await outcomesOf(waiting.map((proposal) => kept.proposals.add([proposal])));
    expect(await placesInUse(mentorId)).toBe(1);
    expect(succeeded - 1 + again.succeeded).toBe(1);
  });

  it('is in use by a confirmed proposal of which nothing else is known', async () => {
    const mentorId = await kept.mentor(1);
    const [first, second] = (await kept.proposalsTo(mentorId, 2)) as [Proposal, Proposal];
    await confirmed(kept, first);
    expect(await placesInUse(mentorId)).toBe(1);
    await expect(kept.proposals.add([second])).rejects.toEqual(refusal('proposal.no-place-left'));
  });
});

describe('A mentoring relationship', () => {
  it('comes back as it was kept, the one that began last first', async () => {
    const { mentoring } = await oneMentoring();
    const said = {
      menteeFeedback: { helped: 'partly', saidAt: AT },
      mentorFeedback: { helped: 'no', saidAt: AT },
    } as const;
    const ended = { ...inState('ended', mentoring), ...said, rematchAskedAt: AT };
    expect(await relationships().save(ended)).toEqual({ ...ended, version: 2 });
    expect(await relationships().byId(mentoring.id)).toEqual({ ...ended, version: 2 });
    expect(await kept.database.run(() => relationships().lock(mentoring.id))).toEqual({
      ...ended,
      version: 2,
    });
    const later = { ...(await oneMentoring()).mentoring };
    const page = { limit: 1 };
    const own = { programmeIds: [], personIds: [mentoring.menteeId, later.mentorId] };
    const first = await relationships().list(own, {}, page);
    const second = await relationships().list(own, {}, { ...page, after: first.next! });
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
      [mentoring.id, later.id].sort(),
    );
    expect(second).not.toHaveProperty('next');
    const filter = { programmeId: kept.programmeId, personId: mentoring.mentorId, state: 'ended' as const };
    expect((await relationships().list(undefined, filter, { limit: 9 })).items).toHaveLength(1);
    expect((await relationships().list(undefined, { ...filter, state: 'active' }, page)).items).toEqual([]);
  });

  it.each([
    ['yes', true],
    ['partly', true],
    ['no', false],
  ] as const)('that the mentee says helped: %s, is counted as %s', async (helped, counted) => {
    const { mentoring } = await oneMentoring();
    await relationships().save({ ...inState('active', mentoring), menteeFeedback: { helped, saidAt: AT } });
    const rows = await kept.superuser.query('select helped from mentoring_relationship where id = $1', [
      mentoring.id,
    ]);
    expect(rows).toEqual([{ helped: counted }]);
  });

  it('is moved by one of two at once, and the second meets what the first did', async () => {
    const { mentoring } = await oneMentoring();
    const move = (state: 'completed' | 'ended') =>
      kept.database.run(async () => {
        const held = (await relationships().lock(mentoring.id))!;
        if (held.state !== 'starting') throw new Conflict('too-late', held.state);
        await relationships().save(inState(state, held));
      });
    const { succeeded, errors } = await outcomesOf([move('completed'), move('ended')]);
    expect({ succeeded, errors }).toEqual({ succeeded: 1, errors: [refusal('too-late')] });
    await expect(relationships().save(mentoring)).rejects.toEqual(refusal('version.stale'));
  });
});

describe('Pairs that were confirmed before', () => {
  const postgres = usePostgres();

  it('have begun, and use their places as they did', async () => {
    const matching = new MatchingDatabase();
    await matching.open(await postgres.createDatabase({ template: MIGRATED }));
    try {
      const mentorId = await matching.mentor(3);
      const [one, declined, offered] = (await matching.proposalsTo(mentorId, 3)) as [
        Proposal,
        Proposal,
        Proposal,
      ];
      const pair = await confirmed(matching, one);
      await matching.proposals.add([
        { ...declined, state: 'declined', declined: { by: 'mentor', reason: 'no_time' }, closedAt: AT },
        offered,
      ]);
      // Back to before there was mentoring, whatever has come since, and forward again.
      const [before] = await matching.superuser.query<{ steps: number }>(
        `select count(*)::integer as steps from migration
          where id >= (select id from migration where name like 'CreateMentoring%')`,
      );
      await revert(optionsOf(matching.url), before!.steps);
      await migrate(optionsOf(matching.url));
      const found = await matching.get(MentoringRelationshipRepository).list(undefined, {}, { limit: 9 });
      expect(found.items).toEqual([
        {
          ...{ id: found.items[0]!.id, programmeId: matching.programmeId, proposalId: pair.id },
          ...{ requestId: pair.requestId, menteeId: pair.menteeId, mentorId, state: 'starting' },
          ...{ beganAt: AT, version: 1 },
        },
      ]);
      expect((await matching.proposals.placesInUse(matching.programmeId)).get(mentorId)).toBe(2);
    } finally {
      await matching.close();
    }
  }, 60_000);
});

describe('A championing', () => {
  const championings = () => kept.get(ChampioningRepository);
  const naming = async (): Promise<Championing> => {
    const [personId, championPersonId] = (await kept.people(2)) as [string, string];
    return {
      ...{ id: randomUUID(), programmeId: kept.programmeId, personId, championPersonId },
      ...{ state: 'named', namedAt: AT, version: 1 },
    };
  };

  it('comes back as it was kept', async () => {
    const named = await naming();
    await championings().add(named);
    const putForward = { what: 'The board', on: '2026-04-09' };
    const taken = await championings().save({ ...named, state: 'taken_up', putForward, takenUpAt: AT });
    expect(await championings().byId(named.id)).toEqual({
      ...{ ...named, state: 'taken_up', putForward, takenUpAt: AT, version: 2 },
    });
    expect(await kept.database.run(() => championings().lock(named.id))).toEqual(taken);
    const own = { programmeIds: [], personIds: [named.championPersonId!] };
    const filter = { programmeId: kept.programmeId, state: 'taken_up' as const };
    expect((await championings().list(own, filter, { limit: 9 })).items).toEqual([taken]);
    await expect(championings().save(named)).rejects.toEqual(refusal('version.stale'));
  });

  it('that was taken back stays, is named anew, and counts for no equity report', async () => {
    const named = await naming();
    const championed = async () => {
      const { programmeId, personId } = named;
      const rows = await kept.database.query<{ championed: boolean }>(
        `select championed from equity_facts($1, '2026-01-01', '2026-12-31') where person_id = $2`,
        [programmeId, personId],
      );
      return rows.map((row) => row.championed);
    };
    await championings().add(named);
    expect(await championed()).toEqual([true]);
    const back = await championings().save({ ...named, state: 'taken_back', takenBackAt: AT });
    expect(await championings().byId(named.id)).toEqual(back);
    expect(await championed()).toEqual([false]);
    await championings().add({ ...named, id: randomUUID() });
    expect(await championed()).toEqual([true]);
  });

  it('is named once at a time, however many times at once', async () => {
    const named = await naming();
    const { succeeded, errors } = await outcomesOf(
      Array.from({ length: 5 }, () => championings().add({ ...named, id: randomUUID() })),
    );
    expect(succeeded).toBe(1);
    expect(errors).toEqual(Array(4).fill(refusal('championing.already-named')));
  });

  it('shows a champion who did something, whoever named them, and a colleague who is looked for to the use case alone', async () => {
    const named = await naming();
    const reach = RowReach.ofSelf([named.personId]);
    const seen = () => reach.run(() => kept.get(PersonRepository).byId(named.championPersonId!));
    const found = (programmeId: string) =>
      reach.run(() => kept.get(Colleagues).find(programmeId, { personId: named.championPersonId! }));
    expect(await seen()).toBeUndefined();
    expect(await found(kept.programmeId)).toMatchObject({ id: named.championPersonId });
    expect(await found(randomUUID())).toBeUndefined();
    await championings().add(named);
    expect(await seen()).toBeUndefined();
    const back = RowReach.ofSelf([named.championPersonId!]);
    const person = () => back.run(() => kept.get(PersonRepository).byId(named.personId));
    expect(await person()).toMatchObject({ id: named.personId });
    const putForward = { what: 'The board', on: '2026-04-09' };
    const forward = await championings().save({ ...named, state: 'put_forward', putForward });
    expect(await seen()).toMatchObject({ id: named.championPersonId });
    await championings().save({ ...forward, state: 'taken_up', takenUpAt: AT });
    expect(await seen()).toMatchObject({ id: named.championPersonId });

    const other = await naming();
    await championings().add(other);
    await championings().save({ ...other, state: 'taken_back', takenBackAt: AT });
    const ofOther = (by: string, id: string) =>
      RowReach.ofSelf([by]).run(() => kept.get(PersonRepository).byId(id));
    expect(await ofOther(other.personId, other.championPersonId!)).toBeUndefined();
    expect(await ofOther(other.championPersonId!, other.personId)).toMatchObject({ id: other.personId });
  });
});
