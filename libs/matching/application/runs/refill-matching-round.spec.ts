import type { Job } from '@evenhand/kernel';
import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { DeclineProposal } from '../proposals/decline-proposal';
import { ChangeMentoringRequest } from '../requests/change-mentoring-request';
import { WithdrawMentoringRequest } from '../requests/withdraw-mentoring-request';
import { CancelMatchingRound } from '../rounds/cancel-matching-round';
import { DiscardMatchingRound } from '../rounds/discard-matching-round';
import { ExplainMentoringRequest } from '../rounds/explain-mentoring-request';
import { PublishMatchingRound } from '../rounds/publish-matching-round';
import { FailMatchingRun } from './fail-matching-run';

let programme: MatchingProgramme;
let round: MatchingRound;
let first: { readonly personId: string; readonly requestId: string };
let second: { readonly personId: string; readonly requestId: string };
let cy: string;

/** Two ask for one place, and the one who has waited longer is offered it. */
beforeEach(async () => {
  programme = await MatchingProgramme.open();
  first = await programme.mentee(aMentee({ id: 'first' }));
  programme.clock.pass(1);
  second = await programme.mentee(aMentee({ id: 'second' }));
  cy = programme.mentor(aMentor({ id: 'cy' }));
  round = await programme.published();
});

const decline = async (by: 'mentee' | 'mentor' = 'mentee'): Promise<unknown> => {
  const offered = (await programme.offers(round.id)).filter(({ state }) => state === 'offered');
  const { id } = offered[0]!;
  return programme.use(DeclineProposal).run(await programme.wordOf(by, id), { id, reason: 'no_time' });
};
const refillJob = (): Job => ({ kind: 'refill-round', subject: round.id, attempt: 2 });
async function failed(id: string): Promise<void> {
  const { runId } = await programme.round(id);
  const job: Job = { kind: 'solve-run', subject: runId!, attempt: 1 };
  await programme.use(FailMatchingRun).run(job, { code: 'job.failed', sentence: 'No.' });
}
const offered = async (): Promise<string[]> =>
  (await programme.offers(round.id)).map(({ menteeId, state }) => `${menteeId} ${state}`);

describe('A declined place', () => {
  it('is offered to who still waits, and the round stays as it was published', async () => {
    await decline();
    expect(programme.outbox.jobs).toEqual([{ kind: 'refill-round', subject: round.id, attempt: 2 }]);
    expect(await programme.stateOf(first.requestId)).toBe('submitted');
    expect(await programme.work()).toEqual(['queued', 'solved', 'nothing-to-fill']);
    expect(await offered()).toEqual(['person-first declined', 'person-second offered']);
    expect(await programme.requests.byId(second.requestId)).toMatchObject({
      ...{ state: 'proposed', roundId: round.id, firstSubmittedOn: '2026-10-02' },
    });
    expect(await programme.round(round.id)).toEqual(round);
    // Who has no free place was not looked at: a rank among the others would be too good.
    const ranks = (await programme.offers(round.id)).map(({ mentorRank, eligibleMentors }) => [
      ...[mentorRank, eligibleMentors],
    ]);
    expect(ranks).toEqual([
      [1, 1],
      [undefined, undefined],
    ]);
    const explained = await programme
      .use(ExplainMentoringRequest)
      .run(EVERYWHERE, round.id, second.requestId);
    expect(explained).toMatchObject({ kind: 'matched', mentorId: cy });
  });

  it('is never offered again to who was declined, unless the mentee welcomes the mentor again', async () => {
    await decline('mentor');
    await programme.work();
    await decline('mentor');
    expect(await programme.work()).toEqual(['nothing-to-fill']);
    const { version } = (await programme.requests.byId(first.requestId))!;
    await programme
      .use(ChangeMentoringRequest)
      .run(authorityOfPerson(first.personId, programme.id), first.requestId, version, {
        welcomedAgain: [cy],
      });
    await programme.workOn({ kind: 'refill-round', subject: round.id, attempt: 9 });
    await programme.work();
    expect(await offered()).toEqual([
      'person-first declined',
      'person-second declined',
      'person-first offered',
    ]);
  });

  it.each([
    ['the mentor is no longer active', () => programme.changePerson(cy, { active: false })],
    ['the mentor offers no place any more', () => programme.changeMentor(cy, { capacity: 0 })],
    [
      'the mentee has withdrawn',
      () => programme.use(WithdrawMentoringRequest).run(EVERYWHERE, second.requestId),
    ],
    ['the mentee has left', () => programme.runs.eraseLinks(second.personId)],
  ])('stays free where a pair became impossible while it was solved: %s', async (_, change) => {
    await decline();
    await programme.workOnce();
    programme.runner.before = change;
    expect(await programme.workOnce()).toBe('solved');
    expect(await offered()).toEqual(['person-first declined']);
  });

  it.each([
    ['is discarded', (id: string) => programme.use(DiscardMatchingRound).run(EVERYWHERE, id)],
    ['is cancelled', (id: string) => programme.use(CancelMatchingRound).run(EVERYWHERE, id)],
    ['fails', failed],
    [
      'is published without a match for them',
      (id: string) => programme.use(PublishMatchingRound).run(EVERYWHERE, id),
    ],
  ])('is filled with who was away in another round, once that %s', async (how, end) => {
    const { id } = await programme.queued();
    await decline('mentee');
    expect(await programme.workOn(refillJob())).toBe('nothing-to-fill');
    if (!['is cancelled', 'fails'].includes(how)) {
      await programme.work();
    }
    expect(await offered()).toEqual(['person-first declined']);
    await end(id);
    expect(programme.outbox.jobs).toEqual([refillJob()]);
    expect(await programme.work()).toEqual(['queued', 'solved', 'nothing-to-fill']);
    expect(await offered()).toEqual(['person-first declined', 'person-second offered']);
  });

  it('is filled with who was given back while another place was filled', async () => {
    programme = await MatchingProgramme.open();
    programme.mentor(aMentor({ id: 'cy', capacity: 2 }));
    for (const id of ['one', 'other', 'third', 'far']) {
      await programme.mentee(aMentee({ id, region: id === 'far' ? 'midlands' : 'london' }));
      programme.clock.pass(1);
    }
    round = await programme.published();
    const { id } = await programme.queued({ scope: { regions: ['midlands'] } });
    await decline();
    await decline();
    programme.clock.pass(1);
    const refill = refillJob();
    expect(await programme.workOn(refill)).toBe('queued');
    const solve = programme.outbox.jobs.at(-1)!;
    programme.runner.before = async () => {
      programme.runner.before = undefined;
      await programme.use(CancelMatchingRound).run(EVERYWHERE, id);
      expect(await programme.workOn({ ...refill, attempt: 3 })).toBe('nothing-to-fill');
    };
    expect(await programme.workOn(solve)).toBe('solved');
    await programme.work();
    expect((await offered()).slice(2)).toEqual(['person-third offered', 'person-far offered']);
  });

  it('is left alone where a round gives nobody back', async () => {
    await decline();
    await programme.work();
    const { id } = await programme.draft();
    await programme.use(DiscardMatchingRound).run(EVERYWHERE, id);
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('is filled once, however many jobs say so', async () => {
    const [job] = await decline().then(() => programme.outbox.jobs);
    await programme.work();
    expect(await programme.workOn(job!)).toBe('nothing-to-fill');
    expect(await programme.workOn({ ...job!, subject: 'none' })).toBe('nothing-to-fill');
    expect(await programme.runs.ofRound(round.id)).toHaveLength(2);
  });

  it('that becomes free while another is filled is filled after it, and nothing is left then', async () => {
    for (const id of ['third', 'fourth', 'fifth']) {
      await programme.mentee(aMentee({ id }));
    }
    programme.changeMentor(cy, { capacity: 3 });
    const { id } = await programme.published();
    const standing = async () => (await programme.offers(id)).filter(({ state }) => state === 'offered');
    const [one, other] = await standing();
    const refuse = async ({ id: offer }: NonNullable<typeof one>) =>
      programme
        .use(DeclineProposal)
        .run(await programme.wordOf('mentee', offer), { id: offer, reason: 'no_time' });
    await refuse(one!);
    programme.clock.pass(1);
    expect(await programme.workOnce()).toBe('queued');
    const [solve] = programme.outbox.jobs;
    programme.runner.before = async () => {
      programme.runner.before = undefined;
      await refuse(other!);
      const refill = { kind: 'refill-round', subject: id, attempt: 3 } as const;
      expect(programme.outbox.jobs).toEqual([solve, refill]);
      // Whoever takes this job finds that the round is being filled, and leaves it to the one who does that.
      expect(await programme.workOn(refill)).toBe('nothing-to-fill');
      expect(programme.outbox.jobs).toEqual([solve]);
    };
    expect(await programme.workOn(solve!)).toBe('solved');
    expect(await standing()).toHaveLength(1);
    programme.clock.pass(1);
    expect(await programme.work()).toEqual(['queued', 'solved', 'nothing-to-fill']);
    expect(await standing()).toHaveLength(2);
  });

  it('waits for the next decline where filling it failed, and the round stays published', async () => {
    await decline();
    programme.clock.pass(1);
    await programme.workOnce();
    const [job] = programme.outbox.jobs;
    await programme.use(FailMatchingRun).run(job!, { code: 'job.failed', sentence: 'No.' });
    expect(programme.outbox.jobs).toEqual([]);
    expect((await programme.round(round.id)).state).toBe('published');
    expect(await programme.stateOf(second.requestId)).toBe('submitted');
  });

  it('is not filled from a round that is not published', async () => {
    const draft = await programme.draft();
    expect(await programme.workOn({ kind: 'refill-round', subject: draft.id, attempt: 1 })).toBe(
      'nothing-to-fill',
    );
  });

  it('is not filled in a programme that closed: whoever gets their request back has run out', async () => {
    programme.state = 'closed';
    await decline();
    expect(await programme.stateOf(first.requestId)).toBe('expired');
  });
});
