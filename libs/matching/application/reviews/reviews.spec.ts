import { Authority } from '@evenhand/kernel';
import {
  aMentee,
  aMentor,
  authorityIn,
  authorityOfPerson,
  EVERYWHERE,
  MatchingProgramme,
} from '@evenhand/testing';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { AskForReview } from './ask-for-review';
import { ListReviews } from './list-reviews';
import { SettleReview } from './settle-review';

const page = { limit: 200 };
const finding = 'Somebody who waited longer was matched.';
let programme: MatchingProgramme;
let round: MatchingRound;
let matched: { readonly personId: string; readonly requestId: string };
let unmatched: { readonly personId: string; readonly requestId: string };
let mentorId: string;

const wordOf = (personId: string) => authorityOfPerson(personId, round.programmeId);
const ask = (personId: string, requestId: string, reason?: string) =>
  programme.use(AskForReview).run(wordOf(personId), {
    ...{ roundId: round.id, requestId },
    ...(reason === undefined ? {} : { reason }),
  });
const settle = (id: string, more: object = {}, by = EVERYWHERE) =>
  programme.use(SettleReview).run(by, id, { outcome: 'upheld', finding, ...more });

/** Two ask for one place. */
beforeEach(async () => {
  programme = await MatchingProgramme.open();
  matched = await programme.mentee(aMentee({ id: 'first' }));
  programme.clock.pass(1);
  unmatched = await programme.mentee(aMentee({ id: 'second' }));
  mentorId = programme.mentor(aMentor({ id: 'cy' }));
  round = await programme.published();
});
afterEach(() => programme.trail.events.splice(0));

describe('Asking that a human being looks again', () => {
  it('is for whoever was not matched, and for both of a match', async () => {
    const asked = [
      await ask(unmatched.personId, unmatched.requestId, 'I asked first.'),
      await ask(matched.personId, matched.requestId),
      await ask(mentorId, matched.requestId),
    ];
    expect(asked.map(({ personId, state }) => [personId, state])).toEqual([
      [unmatched.personId, 'open'],
      [matched.personId, 'open'],
      [mentorId, 'open'],
    ]);
    const { items } = await programme.use(ListReviews).run(authorityIn(round.programmeId), {}, page);
    expect(items).toHaveLength(3);
    expect(programme.trail.events.at(-1)).toMatchObject({ action: 'explanation-reviews.listed' });
  });

  it('is for nobody else, and not for what is not there', async () => {
    for (const [personId, requestId] of [
      [unmatched.personId, matched.requestId],
      [mentorId, unmatched.requestId],
      [matched.personId, 'none'],
    ] as const) {
      await expect(ask(personId, requestId)).rejects.toThrow(`There is no mentoring request ${requestId}.`);
    }
    // Who runs the programme looks themselves.
    const asked = { roundId: round.id, requestId: matched.requestId };
    await expect(programme.use(AskForReview).run(EVERYWHERE, asked)).rejects.toThrow('There is no');
  });

  it('is done once until it is settled', async () => {
    const { id } = await ask(unmatched.personId, unmatched.requestId);
    await expect(ask(unmatched.personId, unmatched.requestId)).rejects.toThrow(
      expect.objectContaining({ code: 'explanation-review.exists' }) as Error,
    );
    await settle(id);
    expect((await ask(unmatched.personId, unmatched.requestId)).state).toBe('open');
  });
});

describe('What a human being found', () => {
  it('is told to whoever asked, and written into the log', async () => {
    const { id } = await ask(unmatched.personId, unmatched.requestId);
    expect(await settle(id)).toMatchObject({ state: 'upheld', finding });
    expect(programme.trail.events.at(-1)).toMatchObject({
      ...{ kind: 'decision', action: 'explanation-review.settled', personIds: [unmatched.personId] },
      details: { outcome: 'upheld' },
    });
    const own = await programme.use(ListReviews).run(wordOf(unmatched.personId), {}, page);
    expect(own.items).toMatchObject([{ id, finding }]);
    expect((await programme.use(ListReviews).run(wordOf(matched.personId), {}, page)).items).toEqual([]);
  });

  it('is said by nobody about what they asked themselves, nor from another programme', async () => {
    const { id } = await ask(unmatched.personId, unmatched.requestId);
    const alsoCoordinator = new Authority(wordOf(unmatched.personId).actor, EVERYWHERE.reaches);
    await expect(settle(id, {}, alsoCoordinator)).rejects.toThrow(
      expect.objectContaining({ code: 'explanation-review.own' }) as Error,
    );
    await expect(settle(id, {}, authorityIn('elsewhere'))).rejects.toThrow(
      `There is no explanation review ${id}.`,
    );
    await expect(settle('none')).rejects.toThrow('There is no explanation review none.');
  });

  it('names only an override of the programme', async () => {
    const { id } = await ask(unmatched.personId, unmatched.requestId);
    for (const overrideId of ['none', round.runId!]) {
      await expect(settle(id, { outcome: 'changed', overrideId })).rejects.toThrow(
        `There is no override ${overrideId}.`,
      );
    }
    expect(await settle(id, { outcome: 'changed' })).toMatchObject({ state: 'changed' });
  });
});
