import { ListProposals } from '@evenhand/matching';
import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { MentoringRelationship } from '../../domain/mentoring-relationship';
import { AskForRematch } from './ask-for-rematch';
import { GiveMentoringFeedback } from './give-mentoring-feedback';
import { ListRelationships } from './list-relationships';
import { MoveMentoring } from './move-mentoring';
import { ReadRelationship } from './read-relationship';
import { RecordFirstMeeting } from './record-first-meeting';

let programme: MatchingProgramme;
let ada: { readonly personId: string; readonly requestId: string };
let cy: string;
let roundId: string;
let mentoring: MentoringRelationship;

const as = (personId: string) => authorityOfPerson(personId, programme.id);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  ada = await programme.mentee(aMentee({ id: 'ada' }));
  cy = programme.mentor(aMentor({ id: 'cy', capacity: 1 }));
  roundId = (await programme.published()).id;
  mentoring = await programme.began((await programme.offers(roundId))[0]!);
});

const meet = async () => {
  programme.clock.pass(7);
  return programme.use(RecordFirstMeeting).run(as(cy), mentoring.id, '2026-10-07');
};
const freePlace = async () => {
  const used = await programme.proposals.placesInUse(programme.id);
  return (used.get(cy) ?? 0) === 0;
};

describe('Mentoring', () => {
  it('begins when the second of two people says yes, and not before', async () => {
    expect(programme.relationships.all).toHaveLength(1);
    expect(mentoring).toEqual({
      ...{ id: mentoring.id, programmeId: programme.id, requestId: ada.requestId },
      ...{ proposalId: (await programme.offers(roundId))[0]!.id, menteeId: ada.personId, mentorId: cy },
      ...{ state: 'starting', beganAt: programme.clock.now(), version: 1 },
    });
    await programme.mentee(aMentee({ id: 'bo' }));
    programme.mentor(aMentor({ id: 'di' }));
    await programme.published();
    expect((await programme.use(ListProposals).run(EVERYWHERE, {}, { limit: 10 })).items).toHaveLength(2);
    expect(programme.relationships.all).toHaveLength(1);
  });

  it('is its two people’s, and their programme’s to read, and in the words that there are for none anybody else’s', async () => {
    const { id } = mentoring;
    const attempts = [
      programme.use(ReadRelationship).run(as('bo'), id),
      programme.use(RecordFirstMeeting).run(as('bo'), id, '2026-10-01'),
      programme.use(MoveMentoring).run(as('bo'), id, 'end'),
      programme.use(GiveMentoringFeedback).run(as('bo'), id, 'yes'),
      programme.use(AskForRematch).run(as('bo'), id),
    ];
    for (const attempt of attempts) {
      await expect(attempt).rejects.toThrow(`There is no mentoring relationship ${id}.`);
    }
    for (const who of [as(ada.personId), as(cy), EVERYWHERE]) {
      expect(await programme.use(ReadRelationship).run(who, id)).toMatchObject({
        ...{ id, mentee: { personId: ada.personId }, mentor: { personId: cy } },
      });
    }
    const list = programme.use(ListRelationships);
    expect((await list.run(as(cy), { state: 'starting' }, { limit: 10 })).items).toMatchObject([{ id }]);
    expect((await list.run(as('bo'), {}, { limit: 10 })).items).toEqual([]);
    expect((await list.run(EVERYWHERE, { personId: 'bo' }, { limit: 10 })).items).toEqual([]);
  });

  it('is lived by its two people, and by nobody for them', async () => {
    const attempts = [
      programme.use(RecordFirstMeeting).run(EVERYWHERE, mentoring.id, '2026-10-01'),
      programme.use(MoveMentoring).run(EVERYWHERE, mentoring.id, 'end'),
      programme.use(GiveMentoringFeedback).run(EVERYWHERE, mentoring.id, 'yes'),
      programme.use(AskForRematch).run(EVERYWHERE, mentoring.id),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toThrow(refused('access.forbidden'));
  });

  it('goes its way, and each change is told to the log with both people', async () => {
    programme.trail.events.length = 0;
    await meet();
    const move = programme.use(MoveMentoring);
    await move.run(as(ada.personId), mentoring.id, 'pause');
    await move.run(as(cy), mentoring.id, 'resume');
    await programme.use(GiveMentoringFeedback).run(as(ada.personId), mentoring.id, 'partly');
    const done = await move.run(as(ada.personId), mentoring.id, 'complete');
    expect(done).toMatchObject({ state: 'completed', firstMetOn: '2026-10-07', version: 6 });
    expect(programme.trail.events.map(({ action }) => action)).toEqual([
      ...['mentoring-relationship.first-met', 'mentoring-relationship.paused'],
      ...['mentoring-relationship.resumed', 'mentoring-relationship.feedback-given'],
      'mentoring-relationship.completed',
    ]);
    for (const { kind, personIds } of programme.trail.events) {
      expect({ kind, personIds }).toEqual({ kind: 'change', personIds: [ada.personId, cy] });
    }
  });

  it.each(['complete', 'end'] as const)('keeps its place until the two %s it', async (move) => {
    expect(await freePlace()).toBe(false);
    await meet();
    await programme.use(MoveMentoring).run(as(cy), mentoring.id, 'pause');
    expect(await freePlace()).toBe(false);
    await programme.use(MoveMentoring).run(as(cy), mentoring.id, move);
    expect(await freePlace()).toBe(true);
    await programme.mentee(aMentee({ id: 'bo' }));
    const { id } = await programme.published();
    expect(await programme.offers(id)).toMatchObject([{ mentorId: cy, state: 'offered' }]);
  });

  it('is moved once by two who do it at once', async () => {
    await meet();
    const move = programme.use(MoveMentoring);
    const both = await Promise.allSettled([
      move.run(as(ada.personId), mentoring.id, 'complete'),
      move.run(as(cy), mentoring.id, 'end'),
    ]);
    expect(both).toMatchObject([
      { status: 'fulfilled', value: { state: 'completed' } },
      { status: 'rejected', reason: { code: 'mentoring-relationship.cannot-end' } },
    ]);
  });

  it('shows each of the two what they said of it, and nobody what another did', async () => {
    await meet();
    const say = programme.use(GiveMentoringFeedback);
    expect(await say.run(as(ada.personId), mentoring.id, 'no')).toMatchObject({
      ownFeedback: { helped: 'no', saidAt: programme.clock.now() },
    });
    const read = programme.use(ReadRelationship);
    for (const who of [as(cy), EVERYWHERE]) {
      expect(JSON.stringify(await read.run(who, mentoring.id))).not.toContain('helped');
    }
    await say.run(as(cy), mentoring.id, 'yes');
    expect((await read.run(as(cy), mentoring.id)).ownFeedback?.helped).toBe('yes');
    expect((await read.run(as(ada.personId), mentoring.id)).ownFeedback?.helped).toBe('no');
  });
});

describe('A mentee whose mentoring ended', () => {
  beforeEach(async () => {
    programme.clock.pass(30);
    await programme.use(MoveMentoring).run(as(cy), mentoring.id, 'end');
  });

  it('waits again from the day on which they first asked, if they want', async () => {
    const request = await programme.use(AskForRematch).run(as(ada.personId), mentoring.id);
    expect(request).toMatchObject({
      ...{ personId: ada.personId, state: 'submitted', firstSubmittedOn: '2026-10-01' },
    });
    expect(request).not.toHaveProperty('roundId');
    expect(await programme.stateOf(ada.requestId)).toBe('matched');
    programme.mentor(aMentor({ id: 'di' }));
    const { id } = await programme.published();
    // Not with the same mentor, unless the mentee would like that.
    expect(await programme.offers(id)).toMatchObject([{ requestId: request.id, mentorId: 'person-di' }]);
  });

  it('asks for it once, and alone', async () => {
    const rematch = programme.use(AskForRematch);
    await expect(rematch.run(as(cy), mentoring.id)).rejects.toThrow(refused('access.forbidden'));
    await rematch.run(as(ada.personId), mentoring.id);
    await expect(rematch.run(as(ada.personId), mentoring.id)).rejects.toThrow(
      refused('mentoring-relationship.rematch-asked'),
    );
  });

  it.each([
    ['mentoring-request.not-taking-part', () => programme.changePerson(ada.personId, { consent: false })],
    ['mentoring-request.no-profile', () => programme.people.mentees.delete(ada.personId)],
    ['programme.closed', () => (programme.state = 'closed')],
  ])('is refused with %s, and nothing is half done', async (code, change) => {
    change();
    const rematch = programme.use(AskForRematch);
    await expect(rematch.run(as(ada.personId), mentoring.id)).rejects.toThrow(refused(code));
    expect(await programme.relationships.byId(mentoring.id)).not.toHaveProperty('rematchAskedAt');
  });
});
