import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import { AcceptProposal } from '../proposals/accept-proposal';
import { ExplainMentoringRequest } from './explain-mentoring-request';
import { PublishMatchingRound } from './publish-matching-round';
import { ReadMatchingRound } from './read-matching-round';
import { ReadResultDocument } from './read-result-document';
import { ReadRoundAccess } from './read-round-access';
import { ReadRoundResult } from './read-round-result';

describe('A whole round', () => {
  it('goes from requests that wait to a pair that both have confirmed', async () => {
    const programme = await MatchingProgramme.open();
    const ada = await programme.mentee(aMentee({ id: 'ada' }));
    const bo = await programme.mentee(aMentee({ id: 'bo', gaps: ['DA-1.1'] }));
    const cy = programme.mentor(aMentor({ id: 'cy' }));

    const queued = await programme.queued({ rules: { seed: 'autumn' } });
    expect(queued).toMatchObject({ state: 'queued', attempt: 1 });
    expect(await programme.stateOf(ada.requestId)).toBe('in_round');

    expect(await programme.work()).toEqual(['solved']);
    const { round, run } = await programme.use(ReadMatchingRound).run(EVERYWHERE, queued.id);
    expect(round.state).toBe('solved');
    expect(run).toMatchObject({ kind: 'whole', attempt: 1, state: 'solved', deliveries: 1 });
    expect(programme.outbox.jobs).toEqual([]);

    const result = await programme.use(ReadRoundResult).run(EVERYWHERE, round.id);
    expect(result.totals).toEqual({ asked: 2, matched: 1, mentors: 1, places: 1 });
    expect(result.matches).toMatchObject([
      {
        ...{ requestId: ada.requestId, menteeId: ada.personId, mentorId: cy },
        ...{ mentorRank: 1, eligibleMentors: 1 },
      },
    ]);
    expect(result.unmatched).toMatchObject([
      { requestId: bo.requestId, menteeId: bo.personId, code: 'no_eligible_mentor' },
    ]);
    expect(result.gapsNobodyOffers).toMatchObject([{ topic: 'DA-1.1', mentees: 1 }]);
    const document = await programme.use(ReadResultDocument).run(EVERYWHERE, round.id);
    expect(JSON.parse(document)).toMatchObject({ format: 'evenhand.result/1', summary: { matched: 1 } });
    const access = await programme.use(ReadRoundAccess).run(EVERYWHERE, round.id);
    expect(access.groups).toMatchObject([{ path: 'nurse', asked: 2, matched: 1 }]);

    const published = await programme.use(PublishMatchingRound).run(EVERYWHERE, round.id);
    expect(published).toMatchObject({ state: 'published', publishedAt: programme.clock.now() });
    expect(await programme.stateOf(ada.requestId)).toBe('proposed');
    expect(await programme.requests.byId(bo.requestId)).not.toHaveProperty('roundId');
    expect(await programme.stateOf(bo.requestId)).toBe('submitted');
    const [offer] = await programme.offers(round.id);
    const { score, points, gaps, gapsNotCovered, notes } = result.matches[0]!;
    expect(offer).toMatchObject({
      ...{ roundId: round.id, runId: run!.id, requestId: ada.requestId, state: 'offered' },
      ...{ menteeId: ada.personId, mentorId: cy, score, points, gaps, gapsNotCovered, notes },
      ...{ mentorRank: 1, eligibleMentors: 1 },
      ...{ offeredAt: new Date('2026-10-01T09:00:00Z'), expiresAt: new Date('2026-10-15T09:00:00Z') },
    });
    expect(programme.people.held).toEqual([ada.personId, cy]);

    const as = (personId: string) => authorityOfPerson(personId, programme.id);
    const explain = programme.use(ExplainMentoringRequest);
    expect(await explain.run(as(ada.personId), round.id, ada.requestId)).toMatchObject({
      ...{ kind: 'matched', mentorId: cy, score, points, gaps, gapsNotCovered, notes },
    });

    const accept = programme.use(AcceptProposal);
    expect((await accept.run(as(cy), { id: offer!.id })).state).toBe('offered');
    expect((await accept.run(await programme.wordOf('mentee', offer!.id), { id: offer!.id })).state).toBe(
      'confirmed',
    );
    expect(await programme.requests.byId(ada.requestId)).toMatchObject({
      ...{ state: 'matched', roundId: round.id, firstSubmittedOn: '2026-10-01' },
    });
  });

  it('lets another round take up whom it could not match', async () => {
    const programme = await MatchingProgramme.open();
    const ada = await programme.mentee(aMentee({ id: 'ada' }));
    const bo = await programme.mentee(aMentee({ id: 'bo' }));
    programme.mentor(aMentor({ id: 'cy' }));
    const first = await programme.published();
    programme.mentor(aMentor({ id: 'dee' }));
    const second = await programme.published();
    const requestOf = async (id: string): Promise<string> => (await programme.offers(id))[0]!.requestId;
    expect([await requestOf(first.id), await requestOf(second.id)].sort()).toEqual(
      [ada.requestId, bo.requestId].sort(),
    );
  });
});
