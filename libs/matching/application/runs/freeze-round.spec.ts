import { canonicalJson, type JsonValue, keyedHash, sha256 } from '@evenhand/kernel';
import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { Snapshot } from '../../domain/snapshot';
import { AcceptProposal } from '../proposals/accept-proposal';
import { DeclineProposal } from '../proposals/decline-proposal';
import { ChangeMentoringRequest } from '../requests/change-mentoring-request';
import { WithdrawMentoringRequest } from '../requests/withdraw-mentoring-request';

let programme: MatchingProgramme;

beforeEach(async () => {
  programme = await MatchingProgramme.open();
});

const textOf = (round: MatchingRound): Promise<string> => programme.runs.snapshot(round.runId!);
const frozen = async (round: MatchingRound): Promise<Snapshot> => JSON.parse(await textOf(round)) as Snapshot;
const pseudonymIn = (round: MatchingRound, text: string): string =>
  keyedHash(round.pseudonymKey, text).slice(0, 20);

describe('What a round freezes', () => {
  it('is everybody who asks and offers, under pseudonyms, without name or address', async () => {
    const ada = await programme.mentee(aMentee({ id: 'ada', exclude: ['CY', 'Stranger'] }));
    const cy = programme.mentor(aMentor({ id: 'cy', capacity: 2, lineManager: 'Unknown' }));
    programme.people.headcounts.set('adult_nurse', 40).set('midwife', 7);
    const round = await programme.queued({ rules: { seed: 'autumn' } });
    const [menteeId, mentorId] = [pseudonymIn(round, ada.personId), pseudonymIn(round, cy)];
    const snapshot = await frozen(round);
    expect(snapshot).toMatchObject({
      ...{ format: 'evenhand.snapshot/1', round: round.id, attempt: 1, kind: 'whole' },
      ...{ onDate: '2026-10-01', catalogue: 'draft-2025-09-04', rules: round.rules },
      mentees: [{ id: menteeId, waitingSince: '2026-10-01', gaps: [{ topic: 'SE-1.1', size: 2 }] }],
      mentors: [
        { id: mentorId, capacity: 2, posts: [{ lineManager: pseudonymIn(round, 'reference:unknown') }] },
      ],
      ...{ colleagues: [], earlierPairs: [], headcounts: { adult_nurse: 40, midwife: 7 } },
    });
    expect(snapshot.mentees[0]!.exclude).toEqual([mentorId, pseudonymIn(round, 'reference:stranger')].sort());
    const text = await textOf(round);
    for (const personal of [
      'A Name',
      'example.org',
      ada.personId,
      cy,
      'ada',
      'Stranger',
      '"email"',
      '"name"',
    ]) {
      expect(text).not.toContain(personal);
    }
    expect(await programme.runs.links(round.runId!)).toEqual([
      { pseudonym: menteeId, personId: ada.personId, requestId: ada.requestId },
      { pseudonym: mentorId, personId: cy },
    ]);
  });

  it('is canonical, and the run holds its hash', async () => {
    for (const id of ['b', 'a', 'd', 'c']) {
      await programme.mentee(aMentee({ id }));
      programme.mentor(aMentor({ id: `m${id}` }));
    }
    const round = await programme.queued();
    const text = await textOf(round);
    expect(text).toBe(canonicalJson(JSON.parse(text) as JsonValue));
    expect(await programme.runs.byId(round.runId!)).toMatchObject({
      ...{ snapshotSha256: sha256(text), frozenAt: programme.clock.now() },
    });
    const { mentees, mentors } = await frozen(round);
    for (const people of [mentees, mentors]) {
      const ids = people.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  it('names the same person differently in another round', async () => {
    await programme.mentee(aMentee({ id: 'ada' }));
    const [one, other] = [await programme.queued(), await programme.queued()];
    expect(pseudonymIn(one, 'person-ada')).not.toBe(pseudonymIn(other, 'person-ada'));
  });

  it('gives somebody who asks and offers one pseudonym, so that nobody mentors themselves', async () => {
    const both = await programme.mentee(aMentee({ id: 'both' }));
    programme.mentor(aMentor({ id: 'both' }));
    const round = await programme.queued();
    const { mentees, mentors } = await frozen(round);
    expect(mentees[0]!.id).toBe(mentors[0]!.id);
    expect(await programme.runs.links(round.runId!)).toMatchObject([{ requestId: both.requestId }]);
  });

  it.each([
    [[{ to: '2026-09-30' }, { from: '2026-10-02' }], ['post 0']],
    [
      [{ to: '2026-09-30' }, { from: '2026-10-01' }, {}],
      ['post 1', 'post 2'],
    ],
  ])('keeps of posts %j only %j', async (dates, kept) => {
    const [first, ...others] = dates.map((date, at) => ({
      ...{ organisationId: `post ${at}`, region: 'london', stage: '1' },
      ...date,
    }));
    await programme.mentee(aMentee({ id: 'ada' }), { posts: [first!, ...others] });
    const { mentees } = await frozen(await programme.queued());
    expect(mentees[0]!.posts.map(({ organisation }) => organisation)).toEqual(kept);
  });

  it('keeps of others only who stands in a line between two who take part', async () => {
    await programme.mentee(aMentee({ id: 'ada', lineManager: 'between' }));
    programme.mentor(aMentor({ id: 'top' }));
    const between = programme.register(aMentor({ id: 'between', lineManager: 'TOP' }));
    programme.register(aMentor({ id: 'aside', lineManager: 'nobody', exclude: ['ada'] }));
    await programme.mentee(aMentee({ id: 'bo', lineManager: 'aside' }));
    const round = await programme.queued();
    const { colleagues } = await frozen(round);
    expect(colleagues).toEqual([
      { id: pseudonymIn(round, between), managers: [pseudonymIn(round, 'person-top')], exclude: [] },
    ]);
    await programme.work();
    const outcome = await programme.runs.outcome(round.runId!);
    expect(outcome!.matches.map(({ mentee }) => mentee)).toEqual([pseudonymIn(round, 'person-bo')]);
  });

  it('counts the places that are free, and keeps mentors without any', async () => {
    await programme.mentee(aMentee({ id: 'ada' }));
    const cy = programme.mentor(aMentor({ id: 'cy', capacity: 2 }));
    const full = programme.mentor(aMentor({ id: 'full', capacity: 0 }));
    const { id } = await programme.published();
    const [offer] = await programme.offers(id);
    expect(offer!.mentorId).toBe(cy);
    await programme.mentee(aMentee({ id: 'bo' }));
    const next = await programme.queued();
    const places = new Map((await frozen(next)).mentors.map((mentor) => [mentor.id, mentor.capacity]));
    expect(places.get(pseudonymIn(next, cy))).toBe(1);
    expect(places.get(pseudonymIn(next, full))).toBe(0);
  });

  it('leaves out pairs that came to nothing, unless the mentee welcomes the mentor again', async () => {
    const ada = await programme.mentee(aMentee({ id: 'ada' }));
    const cy = programme.mentor(aMentor({ id: 'cy' }));
    const { id } = await programme.published();
    const [offer] = await programme.offers(id);
    await programme
      .use(DeclineProposal)
      .run(await programme.wordOf('mentor', offer!.id), { id: offer!.id, reason: 'no_time' });
    const second = await programme.queued();
    expect((await frozen(second)).earlierPairs).toEqual([
      [pseudonymIn(second, ada.personId), pseudonymIn(second, cy)],
    ]);
    await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, ada.requestId);
    const again = await programme.mentee(aMentee({ id: 'ada' }));
    const { version } = (await programme.requests.byId(again.requestId))!;
    await programme
      .use(ChangeMentoringRequest)
      .run(authorityOfPerson(again.personId, programme.id), again.requestId, version, {
        welcomedAgain: [cy],
      });
    expect((await frozen(await programme.queued())).earlierPairs).toEqual([]);
  });
});

describe('What a refill freezes', () => {
  it('is who waits again or still, the places that are free, and what stands as prior access', async () => {
    const prior = { nurse: { asked: 5, matched: 3 } };
    const ada = await programme.mentee(aMentee({ id: 'ada' }));
    programme.clock.pass(1);
    const bo = await programme.mentee(aMentee({ id: 'bo', background: 'ahp/dietitian' }));
    programme.clock.pass(1);
    const wai = await programme.mentee(aMentee({ id: 'wai' }));
    programme.mentor(aMentor({ id: 'cy', capacity: 2 }));
    const round = await programme.published({ rules: { prior } });
    await programme.mentee(aMentee({ id: 'late' }));
    const offers = await programme.offers(round.id);
    const offerOf = (requestId: string): string => offers.find((one) => one.requestId === requestId)!.id;
    await programme
      .use(AcceptProposal)
      .run(await programme.wordOf('mentee', offerOf(bo.requestId)), { id: offerOf(bo.requestId) });
    await programme
      .use(AcceptProposal)
      .run(await programme.wordOf('mentor', offerOf(bo.requestId)), { id: offerOf(bo.requestId) });
    await programme.use(DeclineProposal).run(await programme.wordOf('mentee', offerOf(ada.requestId)), {
      id: offerOf(ada.requestId),
      reason: 'no_time',
    });
    expect(await programme.workOnce()).toBe('queued');

    const [run] = await programme.runs.ofRound(round.id);
    expect(run).toMatchObject({ kind: 'refill', attempt: 2, state: 'queued' });
    const snapshot = JSON.parse(await programme.runs.snapshot(run!.id)) as Snapshot;
    expect(snapshot.mentees.map(({ id }) => id)).toEqual(
      [ada, wai].map(({ personId }) => pseudonymIn(round, personId)).sort(),
    );
    expect(snapshot.mentors).toMatchObject([{ capacity: 1 }]);
    expect(snapshot.rules).toEqual({
      ...round.rules,
      prior: {
        nurse: { asked: 5, matched: 3 },
        ahp: { asked: 1, matched: 1 },
        'ahp/dietitian': { asked: 1, matched: 1 },
      },
    });
    expect(snapshot.earlierPairs).toEqual([
      [pseudonymIn(round, ada.personId), pseudonymIn(round, 'person-cy')],
    ]);
  });
});
