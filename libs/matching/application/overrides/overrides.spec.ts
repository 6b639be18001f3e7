import { Authority, Conflict, InputRefused, NotFound, StaleVersion } from '@evenhand/kernel';
import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { DecisionKind } from '../../domain/override/pair-decision';
import { AskEnquiry } from '../enquiries/ask-enquiry';
import { ReadEnquiry } from '../enquiries/read-enquiry';
import { ReadOverridePreview } from '../enquiries/read-override-preview';
import { ReadPreview } from '../enquiries/read-preview';
import { DeclineProposal } from '../proposals/decline-proposal';
import { WithdrawMentoringRequest } from '../requests/withdraw-mentoring-request';
import { DiscardMatchingRound } from '../rounds/discard-matching-round';
import { ExplainMentoringRequest } from '../rounds/explain-mentoring-request';
import { PublishMatchingRound } from '../rounds/publish-matching-round';
import { ReadBottlenecks } from '../rounds/read-bottlenecks';
import { ReadCertificate } from '../rounds/read-certificate';
import { ReadResultDocument } from '../rounds/read-result-document';
import { ReadRoundResult } from '../rounds/read-round-result';
import { ReadTransparentRound } from '../rounds/read-transparent-round';
import { OverrideMatchingRound } from './override-matching-round';
import { ReadOverride } from './read-override';

let programme: MatchingProgramme;
let round: MatchingRound;
const requestOf: Record<string, string> = {};
const COORDINATOR = { role: 'coordinator', personId: 'coordinator' };
const AS_COORDINATOR = new Authority(
  { kind: 'account', id: 'account', persons: [{ programmeId: 'programme', personId: COORDINATOR.personId }] },
  [{ role: COORDINATOR.role }],
);

/**
 * Two places, and three who ask. Evenly it is one for each group: cy, who is alone in theirs, and of the nurses ada, who
 * has waited longest. Who shares an organisation with a mentor prefers that, so that the fit tells the mentors apart.
 */
beforeEach(async () => {
  programme = await MatchingProgramme.open();
  const asks = async (id: string, parts: Parameters<typeof aMentee>[0] = {}): Promise<void> => {
    const { requestId } = await programme.mentee(aMentee({ id, preferOrganisation: 'same', ...parts }));
    Object.assign(requestOf, { [id]: requestId });
  };
  await asks('ada', { organisation: 'east' });
  programme.clock.pass(10);
  await asks('bo', { organisation: 'east' });
  await asks('cy', { background: 'ahp/dietitian', organisation: 'west' });
  programme.mentor(aMentor({ id: 'xi', organisation: 'east' }));
  programme.mentor(aMentor({ id: 'yo', organisation: 'west' }));
  programme.mentor(aMentor({ id: 'zu', strengths: ['MP-1.1@3'] }));
  round = await programme.solved();
});

const stated = (kind: DecisionKind, mentee: string, mentor: string) => ({
  ...{ kind, requestId: requestOf[mentee] ?? mentee, mentorId: `person-${mentor}` },
});
const override = async (
  kind: DecisionKind,
  mentee: string,
  mentor: string,
  more: { readonly reason?: string; readonly version?: number } = {},
): Promise<MatchingRun> => {
  const { version } = await programme.round(round.id);
  const { run } = await programme
    .use(OverrideMatchingRound)
    .run(AS_COORDINATOR, round.id, more.version ?? version, {
      ...stated(kind, mentee, mentor),
      ...{ reason: more.reason ?? 'They asked for it.' },
    });
  return run;
};
const overridden = async (...decision: [DecisionKind, string, string]): Promise<MatchingRun> => {
  const { id } = await override(...decision);
  expect(await programme.work()).toEqual(['solved']);
  return (await programme.runs.byId(id))!;
};
const result = () => programme.use(ReadRoundResult).run(EVERYWHERE, round.id);
const nameOf = (requestId: string | null): string =>
  Object.keys(requestOf).find((name) => requestOf[name] === requestId)!;
const matches = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await result()).matches.map(({ requestId, mentorId }) => [
      nameOf(requestId),
      mentorId!.replace('person-', ''),
    ]),
  );

describe('An override', () => {
  it('pins a pair, keeps the number of every group, and stands for the round from then on', async () => {
    expect(await matches()).toEqual({ ada: 'xi', cy: 'yo' });
    const run = await overridden('pin', 'bo', 'xi');
    expect(await matches()).toEqual({ bo: 'xi', cy: 'yo' });
    expect(await programme.round(round.id)).toMatchObject({ state: 'solved', runId: run.id, attempt: 1 });
    expect(run).toMatchObject({
      ...{ kind: 'override', attempt: 2, state: 'solved', frozenAt: programme.clock.now() },
      override: { kind: 'pin', reason: 'They asked for it.', decidedBy: COORDINATOR },
    });
    const { totals, unmatched, overrides } = await result();
    expect(totals).toMatchObject({ asked: 3, matched: 2 });
    expect(unmatched.map(({ requestId, code }) => [nameOf(requestId), code])).toEqual([
      ['ada', 'places_taken'],
    ]);
    expect(overrides).toEqual([
      {
        ...{ id: run.id, ...stated('pin', 'bo', 'xi'), reason: 'They asked for it.' },
        ...{ decidedBy: COORDINATOR, decidedAt: programme.clock.now(), state: 'solved' },
      },
    ]);
  });

  it('is told of to whoever goes without, in counts or in words', async () => {
    await overridden('pin', 'bo', 'xi');
    const why = programme.use(ExplainMentoringRequest);
    const told =
      'What a coordinator decided about single pairs is given, and every group and profession keeps the number of ' +
      'matches that it had before. Among equals waiting comes first, then the fit.';
    expect(await why.run(EVERYWHERE, round.id, requestOf['ada']!)).toMatchObject({
      sentence: expect.stringContaining(told) as string,
    });
    await programme.use(PublishMatchingRound).run(EVERYWHERE, round.id);
    expect(
      await why.run(authorityOfPerson('person-ada', programme.id), round.id, requestOf['ada']!),
    ).toMatchObject({
      sentence: expect.stringContaining(told) as string,
    });
  });

  it('is given where it is asked whom to recruit, and leaves no price of a place as the round is ruled', async () => {
    const worth = async () => (await programme.use(ReadBottlenecks).run(EVERYWHERE, round.id)).placeWorth;
    expect(await worth()).not.toEqual([]);
    await overridden('pin', 'bo', 'xi');
    expect(await worth()).toEqual([]);
    const { id } = await programme.use(AskEnquiry).run(EVERYWHERE, round.id, { kind: 'recruitment' });
    await programme.work();
    const { answer } = await programme.use(ReadEnquiry).run(EVERYWHERE, round.id, 'recruitment', id);
    expect(answer!.targets[0]).toMatchObject({
      ...{ reason: 'shortage', without: 1 },
      effects: [{ mentors: 1, more: 1, groups: [{ path: 'nurse', before: 1, after: 2 }] }],
    });
  });

  it('forbids a pair, whose people move where there is a place', async () => {
    await overridden('forbid', 'cy', 'yo');
    expect(await matches()).toEqual({ ada: 'yo', cy: 'xi' });
  });

  it('holds those before it', async () => {
    await overridden('forbid', 'cy', 'yo');
    await overridden('pin', 'bo', 'yo');
    expect(await matches()).toEqual({ bo: 'yo', cy: 'xi' });
    expect((await result()).overrides.map(({ kind }) => kind)).toEqual(['forbid', 'pin']);
    await overridden('forbid', 'cy', 'xi');
    expect(await matches()).toEqual({ ada: 'xi', bo: 'yo' });
  });

  it('says where it had to change the number of a group, and what it changed', async () => {
    await overridden('forbid', 'cy', 'yo');
    const { id } = await overridden('forbid', 'cy', 'xi');
    expect(await matches()).toEqual({ ada: 'xi', bo: 'yo' });
    expect((await programme.use(ReadOverride).run(EVERYWHERE, round.id, id)).change).toMatchObject({
      ...{ countsKept: false, matched: { before: 2, after: 2 } },
      groups: [
        { path: 'ahp', asked: 1, matched: { before: 1, after: 0 } },
        { path: 'nurse', asked: 2, matched: { before: 1, after: 2 } },
      ],
    });
    const why = await programme.use(ExplainMentoringRequest).run(EVERYWHERE, round.id, requestOf['cy']!);
    expect(why).toMatchObject({ kind: 'unmatched', code: 'no_eligible_mentor' });
    const { verdict } = await programme.use(ReadCertificate).run(EVERYWHERE, round.id);
    expect(verdict).toMatchObject({ overridden: true });
    expect(verdict).not.toHaveProperty('countsHeld');
    const sentence =
      '"Decided against" excludes the most, 2. The decision holds for this round; in another one it counts no longer.';
    expect(why).toHaveProperty('sentence', expect.stringContaining(sentence));
  });

  it('is published like any other outcome, and its request is offered the pinned mentor', async () => {
    await overridden('pin', 'bo', 'xi');
    await programme.use(PublishMatchingRound).run(EVERYWHERE, round.id);
    const offers = await programme.offers(round.id);
    expect(offers.map(({ requestId, mentorId }) => [nameOf(requestId), mentorId]).sort()).toEqual([
      ['bo', 'person-xi'],
      ['cy', 'person-yo'],
    ]);
    expect(await programme.stateOf(requestOf['ada']!)).toBe('submitted');
  });

  it.each([
    ['decided against', ['bo', 'yo'], ['nothing-to-fill']],
    ['of another pair', ['ada', 'yo'], ['queued', 'solved']],
  ])('is heeded where the published round is filled again: %s', async (_, [mentee, mentor], done) => {
    await overridden('forbid', mentee!, mentor!);
    expect(await matches()).toEqual({ ada: 'xi', cy: 'yo' });
    await programme.use(PublishMatchingRound).run(EVERYWHERE, round.id);
    const offers = await programme.offers(round.id);
    const { id } = offers.find(({ mentorId }) => mentorId === 'person-yo')!;
    // Only bo could take the place now: cy declined it, and ada has another.
    await programme.use(DeclineProposal).run(await programme.wordOf('mentee', id), { id, reason: 'no_time' });
    expect((await programme.work()).slice(0, 2)).toEqual(done);
    expect(await programme.stateOf(requestOf['bo']!)).toBe(done.length === 1 ? 'submitted' : 'proposed');
  });

  it('leaves the round as it stood where it cannot be solved', async () => {
    const before = await matches();
    const { id } = await override('pin', 'bo', 'xi');
    programme.runs.alter(id, { snapshot: '{"format":"evenhand.snapshot/9"}' });
    expect(await programme.work()).toEqual(['failed']);
    expect(await programme.round(round.id)).toMatchObject({ state: 'solved', runId: round.runId });
    expect(await matches()).toEqual(before);
    const read = await programme.use(ReadOverride).run(EVERYWHERE, round.id, id);
    expect(read).toMatchObject({ run: { state: 'failed', failure: { code: 'snapshot.other-format' } } });
    expect(read).not.toHaveProperty('change');
    expect((await result()).overrides).toEqual([]);
    await overridden('pin', 'bo', 'yo');
    expect(await matches()).toMatchObject({ bo: 'yo' });
    const listed = await programme.use(ReadOverride).ofRound(EVERYWHERE, round.id);
    expect(listed.map(({ mentorId, state }) => [mentorId, state])).toEqual([
      ['person-xi', 'failed'],
      ['person-yo', 'solved'],
    ]);
  });

  it('leaves the round as it stood where it takes workers down, and says nothing else', async () => {
    const { id } = await override('pin', 'bo', 'xi');
    for (let delivery = 1; delivery <= 5; delivery++) {
      await programme.runs.begin(id);
    }
    expect(await programme.work()).toEqual(['failed']);
    const { run } = await programme.use(ReadOverride).run(EVERYWHERE, round.id, id);
    expect(run.failure).toMatchObject({ code: 'run.kills-workers' });
    expect(run.failure!.sentence).toContain('The round stands as before.');
    expect(run.failure!.sentence).not.toMatch(/reopen|scope|run it/);
  });

  it('is alone, and nothing is published while it is under way', async () => {
    await override('pin', 'bo', 'xi');
    await expect(override('forbid', 'cy', 'yo')).rejects.toMatchObject({
      code: 'matching-round.override-under-way',
    });
    await expect(programme.use(PublishMatchingRound).run(EVERYWHERE, round.id)).rejects.toMatchObject({
      code: 'matching-round.override-under-way',
    });
  });

  it('ends with a round that is discarded', async () => {
    const { id } = await override('pin', 'bo', 'xi');
    const [job] = programme.outbox.jobs;
    await programme.use(DiscardMatchingRound).run(EVERYWHERE, round.id);
    expect(await programme.runs.byId(id)).toMatchObject({ state: 'cancelled' });
    expect(programme.outbox.jobs).toEqual([]);
    expect(await programme.workOn(job!)).toBe('stale');
  });

  it('is of a solved round alone', async () => {
    await programme.use(PublishMatchingRound).run(EVERYWHERE, round.id);
    await expect(override('pin', 'bo', 'xi')).rejects.toMatchObject({
      code: 'matching-round.cannot-override',
    });
    const draft = await programme.draft();
    const decided = { ...stated('pin', 'bo', 'xi'), reason: 'Why.', decidedBy: COORDINATOR };
    const use = programme.use(OverrideMatchingRound);
    await expect(use.run(EVERYWHERE, draft.id, draft.version, decided)).rejects.toMatchObject({
      code: 'matching-round.cannot-override',
    });
    await expect(use.run(EVERYWHERE, 'nowhere', 1, decided)).rejects.toThrow(NotFound);
  });

  it('is decided on what was read', async () => {
    const { version } = await programme.round(round.id);
    await overridden('forbid', 'cy', 'yo');
    await expect(override('pin', 'bo', 'xi', { version })).rejects.toThrow(StaleVersion);
  });

  it.each([
    ['no reason', ' \n '],
    ['a reason that is too long', 'x'.repeat(2001)],
  ])('needs a reason: %s', async (_, reason) => {
    await expect(override('pin', 'bo', 'xi', { reason })).rejects.toThrow(InputRefused);
    expect(programme.outbox.jobs).toEqual([]);
  });

  it.each<[string, DecisionKind, string, string, string, string]>([
    ['a request of no part', 'pin', 'nobody', 'xi', 'override.not-in-round', 'Request nobody'],
    ['a mentor of no part', 'pin', 'bo', 'nobody', 'override.not-in-round', 'Person person-nobody'],
    ['a mentee as mentor', 'pin', 'bo', 'ada', 'override.not-in-round', 'as a mentor'],
    [
      'who is not eligible',
      'pin',
      'ada',
      'zu',
      'override.pair-not-eligible',
      'no_gap_covered (No gap covered)',
    ],
    ['what cannot be anyway', 'forbid', 'bo', 'zu', 'override.pair-not-eligible', 'no_gap_covered'],
    ['what is decided', 'forbid', 'cy', 'yo', 'override.already-decided', 'not to be matched'],
    ['the opposite', 'pin', 'cy', 'yo', 'override.contradicts', 'says otherwise'],
    ['somebody pinned', 'pin', 'bo', 'yo', 'override.contradicts', 'is pinned'],
    ['what is pinned', 'forbid', 'bo', 'xi', 'override.contradicts', 'is pinned'],
    ['the last place twice', 'pin', 'ada', 'xi', 'override.no-place', 'Every place that the mentor has'],
  ])('is refused for %s', async (_, kind, mentee, mentor, code, words) => {
    await overridden('forbid', 'cy', 'yo');
    await overridden('pin', 'bo', 'xi');
    const before = await programme.round(round.id);
    const refused = override(kind, mentee, mentor);
    await expect(refused).rejects.toThrow(Conflict);
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(words) as string });
    await expect(
      programme
        .use(AskEnquiry)
        .run(EVERYWHERE, round.id, { kind: 'override', decision: stated(kind, mentee, mentor) }),
    ).rejects.toMatchObject({ code });
    expect(await programme.round(round.id)).toEqual(before);
    expect(programme.outbox.jobs).toEqual([]);
  });

  it.each<[string, string, () => unknown]>([
    [
      'a request that was withdrawn',
      'no longer waits',
      () => programme.use(WithdrawMentoringRequest).run(EVERYWHERE, requestOf['bo']!),
    ],
    [
      'a mentee who takes no part any more',
      'not_taking_part',
      () => programme.changePerson('person-bo', { active: false }),
    ],
    ['an exclusion made since', 'excluded', () => programme.changePerson('person-xi', { exclude: ['bo'] })],
    ['a mentor without the profile', 'profile', () => programme.people.mentors.delete('person-xi')],
    ['a place that is gone', 'no place left', () => programme.changeMentor('person-xi', { capacity: 0 })],
  ])('is refused as a pin that could not be published: %s', async (_, words, change) => {
    await change();
    const refusal = {
      code: 'override.pair-no-longer-eligible',
      message: expect.stringContaining(words) as string,
    };
    await expect(override('pin', 'bo', 'xi')).rejects.toMatchObject(refusal);
    await expect(
      programme
        .use(AskEnquiry)
        .run(EVERYWHERE, round.id, { kind: 'override', decision: stated('pin', 'bo', 'xi') }),
    ).rejects.toMatchObject(refusal);
    expect(programme.outbox.jobs).toEqual([]);
    await overridden('forbid', 'bo', 'xi');
  });

  it('is listed in the order of deciding, and leaves nobody who was erased', async () => {
    await overridden('forbid', 'cy', 'yo');
    await overridden('pin', 'bo', 'xi');
    programme.runs.eraseLinks('person-cy');
    const listed = await programme.use(ReadOverride).ofRound(EVERYWHERE, round.id);
    expect(listed.map(({ kind, requestId, mentorId }) => [kind, requestId, mentorId])).toEqual([
      ['forbid', null, 'person-yo'],
      ['pin', requestOf['bo'], 'person-xi'],
    ]);
    await expect(programme.use(ReadOverride).run(EVERYWHERE, round.id, round.runId!)).rejects.toThrow(
      NotFound,
    );
  });
});

describe('What is proven of an overridden round', () => {
  it('is said, with every decision: the result is the best one around them, and with the counts that are held', async () => {
    const before = await programme.use(ReadCertificate).run(EVERYWHERE, round.id);
    expect(before).not.toHaveProperty('given');
    expect(before.verdict).not.toHaveProperty('overridden');
    const run = await overridden('pin', 'bo', 'xi');
    const { verdict, given } = await programme.use(ReadCertificate).run(EVERYWHERE, round.id);
    expect(verdict).toMatchObject({ valid: true, overridden: true, countsHeld: true });
    expect(verdict.problemSha256).not.toBe(before.verdict.problemSha256);
    expect(given).toEqual({ overrides: [run], countsKept: true });
    const document = JSON.parse(await programme.use(ReadResultDocument).run(EVERYWHERE, round.id)) as {
      assignments: [string, string][];
    };
    // Who is pinned is given, not found.
    expect(document.assignments).toHaveLength(1);
    await programme.use(PublishMatchingRound).run(EVERYWHERE, round.id);
    const open = await programme.use(ReadTransparentRound).run(round.id);
    expect(open.verdict).toMatchObject({ overridden: true, countsHeld: true });
  });

  it('is the same when it is replayed, and under the same rules', async () => {
    await overridden('forbid', 'cy', 'yo');
    await overridden('pin', 'bo', 'yo');
    const asks = programme.use(AskEnquiry);
    const replay = await asks.run(EVERYWHERE, round.id, { kind: 'replay' });
    const preview = await asks.run(EVERYWHERE, round.id, { kind: 'preview', rules: {} });
    const floor = await asks.run(EVERYWHERE, round.id, { kind: 'preview', rules: { floor: 10_000 } });
    expect(await programme.work()).toEqual(['answered', 'answered', 'answered']);
    const { answer } = await programme.use(ReadEnquiry).run(EVERYWHERE, round.id, 'replay', replay.id);
    expect(answer).toEqual({ kind: 'replay', engine: 'evenhand-allocation/3' });
    const { change } = await programme.use(ReadPreview).run(EVERYWHERE, round.id, preview.id);
    expect(change).toMatchObject({ gained: [], lost: [] });
    const unreached = await programme.use(ReadPreview).run(EVERYWHERE, round.id, floor.id);
    expect(unreached.change).toMatchObject({ matched: { before: 2, after: 0 } });
  });
});

describe('A preview of an override', () => {
  const previewed = async (...decision: [DecisionKind, string, string]) => {
    const { id } = await programme
      .use(AskEnquiry)
      .run(EVERYWHERE, round.id, { kind: 'override', decision: stated(...decision) });
    expect(await programme.work()).toEqual(['answered']);
    return programme.use(ReadOverridePreview).run(EVERYWHERE, round.id, id);
  };

  it('shows the alternatives, who else changes, and the effect on every group, and changes nothing', async () => {
    const before = await matches();
    const { decision, requestId, alternatives, effect } = await previewed('pin', 'bo', 'xi');
    expect({ requestId, ...decision }).toEqual(stated('pin', 'bo', 'xi'));
    expect(alternatives!.map(({ mentorId: other, free, present }) => [other, free, present])).toEqual([
      ['person-xi', 0, false],
      ['person-yo', 0, false],
    ]);
    expect(alternatives![0]!.score).toBeGreaterThan(alternatives![1]!.score);
    const moves = [...effect!.moves].sort((a, b) => (nameOf(a.requestId) < nameOf(b.requestId) ? -1 : 1));
    expect(moves).toEqual([
      { requestId: requestOf['ada'], fromMentorId: 'person-xi', toMentorId: null },
      { requestId: requestOf['bo'], fromMentorId: null, toMentorId: 'person-xi' },
    ]);
    expect(effect).toMatchObject({
      countsKept: true,
      change: {
        ...{ matched: { before: 2, after: 2 }, gained: [requestOf['bo']], lost: [requestOf['ada']] },
        ...{ waitingDays: { gained: 0, lost: 10 } },
        groups: [
          { path: 'ahp', matched: { before: 1, after: 1 } },
          { path: 'nurse', matched: { before: 1, after: 1 } },
        ],
      },
    });
    expect(await matches()).toEqual(before);
  });

  it.each<[DecisionKind, string, string]>([
    ['pin', 'bo', 'yo'],
    ['forbid', 'cy', 'yo'],
    ['forbid', 'ada', 'xi'],
  ])('is what comes of carrying it out: %s %s %s', async (...decision) => {
    const before = await matches();
    const { effect } = await previewed(...decision);
    await overridden(...decision);
    const after = new Map(Object.entries(before));
    for (const { requestId, fromMentorId, toMentorId } of effect!.moves) {
      const mentee = nameOf(requestId);
      expect(before[mentee]).toBe(fromMentorId?.replace('person-', ''));
      after.delete(mentee);
      if (toMentorId !== null) {
        after.set(mentee, toMentorId.replace('person-', ''));
      }
    }
    expect(await matches()).toEqual(Object.fromEntries(after));
  });

  it('shows the alternatives alone where no decision is asked about', async () => {
    const asking = programme.use(AskEnquiry);
    const { id } = await asking.run(EVERYWHERE, round.id, { kind: 'override', requestId: requestOf['bo']! });
    await programme.work();
    const preview = await programme.use(ReadOverridePreview).run(EVERYWHERE, round.id, id);
    expect(preview).toMatchObject({
      requestId: requestOf['bo'],
      alternatives: [{ mentorId: 'person-xi' }, { mentorId: 'person-yo' }],
    });
    expect(preview).not.toHaveProperty('decision');
    expect(preview).not.toHaveProperty('effect');
    await expect(
      asking.run(EVERYWHERE, round.id, { kind: 'override', requestId: 'nobody' }),
    ).rejects.toMatchObject({
      code: 'override.not-in-round',
    });
  });

  it('offers no alternative that was decided against, and names nobody who was erased', async () => {
    await overridden('forbid', 'cy', 'yo');
    programme.runs.eraseLinks('person-xi');
    const { id } = await programme
      .use(AskEnquiry)
      .run(EVERYWHERE, round.id, { kind: 'override', decision: stated('pin', 'ada', 'yo') });
    expect(await programme.use(ReadOverridePreview).run(EVERYWHERE, round.id, id)).not.toHaveProperty(
      'effect',
    );
    await programme.work();
    const { alternatives } = await programme.use(ReadOverridePreview).run(EVERYWHERE, round.id, id);
    expect(alternatives!.map(({ mentorId, present }) => [mentorId, present])).toEqual([
      [null, false],
      ['person-yo', true],
    ]);
  });
});
