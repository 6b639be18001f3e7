import { Authority, Clock, Random, Transaction } from '@evenhand/kernel';
import {
  authorityIn,
  authorityOfPerson,
  InMemoryDecisionReviews,
  InMemoryPoolDecisions,
  InMemoryPoolMembers,
  InMemoryTalentPools,
  RememberedTrail,
} from '@evenhand/testing';
import type { DecisionOutcome } from '../../domain/pools/pool-decision';
import { AskForDecisionReview } from './ask-for-decision-review';
import { Decide } from './decide';
import { ListDecisionReviews } from './list-decision-reviews';
import { SettleDecisionReview } from './settle-decision-review';

const AT = new Date('2026-10-01T09:00:00Z');
const ALL = { limit: 200 };
const onBoard = (id: string, programmeId = 'programme') =>
  new Authority({ kind: 'account', id, persons: [{ programmeId, personId: `person-${id}` }] }, [
    { role: 'talent_board', programmeId },
  ]);
const [DECIDER, REVIEWER] = [onBoard('decider'), onBoard('reviewer')];
const own = (personId: string) => authorityOfPerson(personId, 'programme');
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

class StandingClock extends Clock {
  override now(): Date {
    return AT;
  }
}

class CountingRandom extends Random {
  private made = 0;
  override uuid(): string {
    return `id-${++this.made}`;
  }
  override secret(): string {
    return 'secret';
  }
}

class Directly extends Transaction {
  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

/** Somebody on whom it was decided, and the use cases. */
async function decided(outcome: DecisionOutcome = 'not_in_pool') {
  const [pools, members] = [new InMemoryTalentPools(), new InMemoryPoolMembers()];
  const decisions = new InMemoryPoolDecisions(members);
  const reviews = new InMemoryDecisionReviews();
  const trail = new RememberedTrail();
  const [random, clock, transaction] = [new CountingRandom(), new StandingClock(), new Directly()];
  await pools.add({
    ...{ id: 'pool', programmeId: 'programme', title: 'Heads', purpose: 'To lead.', waysIn: ['applied'] },
    ...{ state: 'closed', criteriaVersion: 1, createdAt: AT, openedAt: AT, closedAt: AT, version: 1 },
  });
  await members.add({
    ...{ id: 'member', poolId: 'pool', personId: 'ann', wayIn: 'applied', state: 'assessed' },
    ...{ reason: 'Me.', cameAt: AT, interestDeclaredAt: AT, version: 1 },
    assessment: {
      ...{
        horizon: '0-1',
        evidence: 'E.',
        criteriaVersion: 1,
        assessedAt: AT,
        assessor: { role: 'talent_board' },
      },
    },
  });
  const decide = new Decide(pools, members, decisions, random, clock, trail, transaction);
  const at = { poolId: 'pool', memberId: 'member' };
  const decision = await decide.run(DECIDER, at, { outcome, reason: 'No team yet.' });
  const ports = [pools, members, decisions, reviews, random, clock, trail, transaction] as const;
  const ask = new AskForDecisionReview(...ports);
  return {
    ...{ ask, decision, decisions, members, trail },
    settle: new SettleDecisionReview(...ports),
    list: new ListDecisionReviews(reviews, trail),
    asked: (by = own('ann')) =>
      ask.run(by, { poolId: 'pool', decisionId: decision.id, reason: 'I lead two teams.' }),
  };
}

describe('a decision', () => {
  it('is looked at again on request of whom it was on', async () => {
    const { asked, decision } = await decided();
    expect(decision).toMatchObject({ deciderAccountId: 'decider' });
    expect(await asked()).toMatchObject({
      ...{ decisionId: decision.id, memberId: 'member', personId: 'ann', state: 'open' },
      reason: 'I lead two teams.',
    });
    await expect(asked()).rejects.toThrow(refused('pool-decision-review.exists'));
  });

  it('is nobody else’s to have looked at again', async () => {
    const { ask, asked, decision } = await decided();
    for (const by of [own('bob'), REVIEWER]) {
      await expect(asked(by)).rejects.toThrow(refused('talent-pool-decision.not-found'));
    }
    const elsewhere = ask.run(own('ann'), { poolId: 'pool', decisionId: 'none' });
    await expect(elsewhere).rejects.toThrow(refused('talent-pool-decision.not-found'));
    const { ask: askOfTaken, decision: taken } = await decided('in_pool');
    await expect(askOfTaken.run(own('ann'), { poolId: 'pool', decisionId: taken.id })).rejects.toThrow(
      refused('pool-decision-review.taken-in'),
    );
    expect(decision.outcome).toBe('not_in_pool');
  });

  it('is upheld by somebody who did not make it, and by nobody else', async () => {
    const { asked, settle, members, trail } = await decided();
    const { id } = await asked();
    const upheld = { outcome: 'upheld', finding: 'It holds.' } as const;
    await expect(settle.run(DECIDER, id, upheld)).rejects.toThrow(
      refused('pool-decision-review.own-decision'),
    );
    const stranger = onBoard('stranger', 'other');
    await expect(settle.run(stranger, id, upheld)).rejects.toThrow(refused('decision-review.not-found'));
    expect(await settle.run(REVIEWER, id, upheld)).toMatchObject({
      state: 'upheld',
      reviewer: { role: 'talent_board', personId: 'person-reviewer' },
    });
    expect(await members.inStates('pool', ['interested'])).toEqual([]);
    expect(trail.events.at(-1)).toMatchObject({ kind: 'decision', personIds: ['ann'] });
    await expect(settle.run(REVIEWER, id, upheld)).rejects.toThrow(
      refused('pool-decision-review.is-settled'),
    );
  });

  it('stays on record where it was wrong, and the person stands before an assessment again', async () => {
    const { asked, settle, members, decisions, decision } = await decided();
    const changed = { outcome: 'changed', finding: 'The second team was not looked at.' } as const;
    const { newMemberId } = await settle.run(REVIEWER, (await asked()).id, changed);
    expect(await members.byId(newMemberId!)).toMatchObject({
      ...{ personId: 'ann', state: 'interested', reason: changed.finding },
    });
    expect(await members.byId('member')).toMatchObject({ state: 'not_in_pool' });
    expect(await decisions.byId(decision.id)).toEqual(decision);
  });

  it('is not settled by who put the person forward, who does not learn of it either', async () => {
    const { asked, settle, members } = await decided();
    const nomination = { as: 'mentor', by: { role: 'mentor', personId: 'person-reviewer' } } as const;
    await members.save({ ...(await members.byId('member'))!, wayIn: 'nominated', nomination });
    const { id } = await asked();
    const changed = { outcome: 'changed', finding: 'Right.' } as const;
    await expect(settle.run(REVIEWER, id, changed)).rejects.toThrow(
      refused('pool-decision-review.own-nominee'),
    );
    const { newMemberId } = await settle.run(onBoard('another'), id, changed);
    expect(await members.byId(newMemberId!)).toMatchObject({ nomination: { by: { role: 'mentor' } } });
    const shownTo = { poolId: 'pool', nominatedBy: 'person-reviewer' };
    expect((await members.list(shownTo, ALL)).items.map((one) => one.id)).toEqual(['member']);
  });

  it('is decided anew on the membership of whoever applied again meanwhile', async () => {
    const { asked, settle, members } = await decided();
    const { id } = await asked();
    const again = { ...(await members.byId('member'))!, id: 'again', state: 'interested' } as const;
    await members.add(again);
    const { newMemberId } = await settle.run(REVIEWER, id, { outcome: 'changed', finding: 'Right.' });
    expect(newMemberId).toBe('again');
  });

  it('is shown as looked at again to the board, and to whom it was on', async () => {
    const { asked, list, trail } = await decided();
    await asked();
    const seen = async (by: Authority) => (await list.run(by, { state: 'open' }, ALL)).items.length;
    expect(await seen(REVIEWER)).toBe(1);
    expect(await seen(own('ann'))).toBe(1);
    expect(await seen(own('bob'))).toBe(0);
    expect(await seen(authorityIn('other'))).toBe(0);
    const listed = trail.events.filter(({ action }) => action === 'pool-decision-reviews.listed');
    expect(listed.map(({ personIds }) => personIds)).toContainEqual(['ann']);
  });
});
