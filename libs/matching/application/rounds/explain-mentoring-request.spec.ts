import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import { DeclineProposal } from '../proposals/decline-proposal';
import { PublishMatchingRound } from './publish-matching-round';
import { ExplainMentoringRequest } from './explain-mentoring-request';

describe('Explaining a request', () => {
  let programme: MatchingProgramme;
  let ada: { readonly personId: string; readonly requestId: string };
  let bo: { readonly personId: string; readonly requestId: string };
  let cy: string;
  let roundId: string;

  beforeEach(async () => {
    programme = await MatchingProgramme.open();
    ada = await programme.mentee(aMentee({ id: 'ada' }));
    programme.clock.pass(1);
    bo = await programme.mentee(aMentee({ id: 'bo' }));
    cy = programme.mentor(aMentor({ id: 'cy' }));
    programme.mentor(aMentor({ id: 'dee', languages: ['cy'] }));
    ({ id: roundId } = await programme.solved());
  });

  const explain = (requestId: string, own?: string) =>
    programme
      .use(ExplainMentoringRequest)
      .run(own === undefined ? EVERYWHERE : authorityOfPerson(own, programme.id), roundId, requestId);
  const publish = () => programme.use(PublishMatchingRound).run(EVERYWHERE, roundId);

  it('tells who runs the programme the true counts, before it is published', async () => {
    expect(await explain(bo.requestId)).toMatchObject({
      ...{ kind: 'unmatched', requestId: bo.requestId, menteeId: bo.personId, code: 'places_taken' },
      ...{ eligibleMentors: 1, places: 1, placesTaken: 1 },
      shortage: { people: 2, places: 1, mentors: 1 },
      rules: [{ rule: 'language', title: 'No shared language', first: 1, broken: 1, alone: 1 }],
    });
  });

  it('tells the mentee in round numbers, and none of a few people', async () => {
    await publish();
    const told = await explain(bo.requestId, bo.personId);
    const few = 'fewer than 10';
    expect(told).toEqual({
      ...{ kind: 'unmatched', requestId: bo.requestId, menteeId: bo.personId, code: 'places_taken' },
      sentence:
        'Of the mentors, fewer than 10 are eligible; all of their places went to others. More people than there are ' +
        'places, fewer than 10, can be helped only by the same mentors: some have to wait. Among equals evenness over ' +
        'groups and professions comes first, then waiting, then the fit. The wait goes on counting from 2026-10-02.',
      ...{ eligibleMentors: few, places: few, placesTaken: few },
      shortage: { people: few, places: few, mentors: few },
      rules: [{ rule: 'language', title: 'No shared language', first: few, broken: few, alone: few }],
    });
  });

  it('tells both people of a match which gap, which strength and at which stage', async () => {
    await publish();
    for (const own of [ada.personId, cy]) {
      expect(await explain(ada.requestId, own)).toMatchObject({
        ...{ kind: 'matched', menteeId: ada.personId, mentorId: cy },
        gaps: [{ topic: 'SE-1.1', askedAt: '2', practisedAt: '3', cover: 'whole' }],
        gapsNotCovered: [],
      });
    }
  });

  it('tells nobody in an explanation how many other mentors would have done', async () => {
    await publish();
    for (const own of [undefined, ada.personId, cy]) {
      const told = await explain(ada.requestId, own);
      expect(told).not.toHaveProperty('mentorRank');
      expect(told).not.toHaveProperty('eligibleMentors');
    }
  });

  it('tells what became of a match since it was offered', async () => {
    expect(await explain(ada.requestId)).not.toHaveProperty('proposalState');
    await publish();
    expect(await explain(ada.requestId, ada.personId)).toMatchObject({ proposalState: 'offered' });
    const { id } = (await programme.offers(roundId))[0]!;
    await programme.use(DeclineProposal).run(await programme.wordOf('mentor', id), { id, reason: 'no_time' });
    expect(await explain(ada.requestId, ada.personId)).toMatchObject({
      ...{ kind: 'matched', mentorId: cy, proposalState: 'declined' },
    });
  });

  it('tells nobody else, in the words that it has for what is not there', async () => {
    await publish();
    for (const [requestId, own] of [
      [ada.requestId, bo.personId],
      [bo.requestId, cy],
      ['none', cy],
      ['none', undefined],
    ] as const) {
      await expect(explain(requestId, own)).rejects.toThrow(`There is no mentoring request ${requestId}.`);
    }
  });

  it('tells people nothing before it is published', async () => {
    await expect(explain(ada.requestId, ada.personId)).rejects.toThrow(
      expect.objectContaining({ code: 'matching-round.not-published' }) as Error,
    );
  });

  it('has nothing to tell before it is solved', async () => {
    const { id } = await programme.queued();
    await expect(programme.use(ExplainMentoringRequest).run(EVERYWHERE, id, bo.requestId)).rejects.toThrow(
      expect.objectContaining({ code: 'matching-round.not-solved' }) as Error,
    );
  });
});
