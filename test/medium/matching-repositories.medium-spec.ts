import { Conflict, StaleVersion, UnknownPosition } from '@evenhand/kernel';
import type { MatchingRound, MentoringRequest, Proposal } from '@evenhand/matching';
import { PersonRepository, type RegisteredPerson } from '@evenhand/people';
import { randomUUID } from 'node:crypto';
import { OUTCOME, outcomesOf, SNAPSHOT, useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();

const SOME_ID = '3f0d9c4e-8a59-4a0e-9a37-0d6a7b1f2c11';
const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

describe('Requests', () => {
  it('come back as they were kept, each in its own version', async () => {
    const [plain, welcoming] = (await matching.requestsOf(2)) as [MentoringRequest, MentoringRequest];
    const { firstSubmittedOn, ...draft } = { ...plain, state: 'draft' as const };
    const round = matching.round();
    await matching.rounds.add(round);
    const taken = {
      ...welcoming,
      state: 'in_round' as const,
      roundId: round.id,
      welcomedAgain: [randomUUID(), randomUUID()],
    };
    await matching.requests.add([draft, taken]);
    expect(await matching.requests.byId(draft.id)).toEqual(draft);
    expect(await matching.requests.byId(taken.id)).toEqual(taken);
    expect(await matching.requests.byId(randomUUID())).toBeUndefined();

    const submitted = { ...draft, state: 'submitted' as const, firstSubmittedOn: firstSubmittedOn! };
    const saved = await matching.requests.save([submitted]);
    expect(saved).toEqual([{ ...submitted, version: 2 }]);
    expect(await matching.requests.byId(draft.id)).toEqual(saved[0]);
  });

  it('are saved all or none: one that changed since refuses them all', async () => {
    const requests = (await matching.requestsOf(2)) as [MentoringRequest, MentoringRequest];
    await matching.requests.add(requests);
    await matching.requests.save([{ ...requests[1], state: 'withdrawn' }]);
    await expect(
      matching.requests.save(requests.map((request) => ({ ...request, state: 'expired' as const }))),
    ).rejects.toThrow(StaleVersion);
    expect(await matching.requests.byId(requests[0].id)).toEqual(requests[0]);
  });

  it('are kept by the thousand', async () => {
    const requests = await matching.requestsOf(6_001, { state: 'matched', roundId: await keptRound() });
    await matching.requests.add(requests);
    const saved = await matching.requests.save(requests);
    expect(saved).toHaveLength(6_001);
    expect(await matching.requests.lock(requests.map(({ id }) => id))).toHaveLength(6_001);
  }, 60_000);

  it('are held in the order of their ids, by what they stand for', async () => {
    const roundId = await keptRound();
    const inRound = await matching.requestsOf(5, { state: 'in_round', roundId });
    const submitted = await matching.requestsOf(2);
    const [draft] = (await matching.requestsOf(1, { state: 'draft' })) as [MentoringRequest];
    const all = [...inRound, ...submitted, draft];
    await matching.requests.add(all);
    const ids = (requests: readonly MentoringRequest[]) => requests.map(({ id }) => id);
    const among = (requests: readonly MentoringRequest[]) =>
      ids(requests).filter((id) => all.some((request) => request.id === id));
    await matching.database.run(async () => {
      expect(ids(await matching.requests.lock(ids(all)))).toEqual(ids(all).sort());
      expect(ids(await matching.requests.lockOfRound(roundId))).toEqual(ids(inRound).sort());
      const { programmeId } = matching;
      expect(among(await matching.requests.lockSubmitted(programmeId))).toEqual(ids(submitted).sort());
      expect(among(await matching.requests.lockUnanswered(programmeId))).toEqual(
        ids([...submitted, draft]).sort(),
      );
    });
    const asked = await matching.requests.personsWhoAsked(matching.programmeId);
    expect(all.every(({ personId }) => asked.has(personId))).toBe(true);
  });

  it('of one person are open one at a time, whoever asks twice at once', async () => {
    const [request] = (await matching.requestsOf(1)) as [MentoringRequest];
    const { succeeded, errors } = await outcomesOf(
      Array.from({ length: 10 }, () => matching.requests.add([{ ...request, id: randomUUID() }])),
    );
    expect(succeeded).toBe(1);
    expect(errors).toEqual(Array(9).fill(refusal('mentoring-request.already-open')));
  });

  it('are listed page by page, the oldest submission first and drafts last', async () => {
    const days = ['2025-03-30', '2025-03-30', '2025-10-26', '2024-02-29'];
    const kept = (await matching.requestsOf(4)).map((request, at) => ({
      ...request,
      firstSubmittedOn: days[at]!,
    }));
    const draft = (await matching.requestsOf(1, { state: 'draft' })).map(
      ({ firstSubmittedOn, ...rest }) => rest,
    );
    await matching.requests.add([...kept, ...draft]);
    const listed: MentoringRequest[] = [];
    let after: string | undefined;
    do {
      const page = await matching.requests.list(
        undefined,
        { programmeId: matching.programmeId },
        { limit: 2, ...(after === undefined ? {} : { after }) },
      );
      listed.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    const position = ({ firstSubmittedOn = 'never', id }: MentoringRequest) => `${firstSubmittedOn} ${id}`;
    expect(listed.map(position)).toEqual(listed.map(position).sort());
    expect(listed).toEqual(expect.arrayContaining([...kept, ...draft]));
  });

  it('are listed as far as a list may hold them: of a programme, or of a person', async () => {
    const [one, other] = (await matching.requestsOf(2)) as [MentoringRequest, MentoringRequest];
    await matching.requests.add([one, other]);
    const { programmeId } = matching;
    const listed = async (
      programmeIds: readonly string[],
      personIds: readonly string[],
      personId: string,
    ) => {
      const limits = { programmeIds, personIds };
      return (await matching.requests.list(limits, { programmeId, personId }, { limit: 9 })).items;
    };
    expect(await listed([programmeId], [], one.personId)).toEqual([one]);
    expect(await listed([randomUUID()], [], one.personId)).toEqual([]);
    expect(await listed([], [one.personId], one.personId)).toEqual([one]);
    expect(await listed([randomUUID()], [other.personId], one.personId)).toEqual([]);
  });

  it('are listed by state and person', async () => {
    const [request] = (await matching.requestsOf(1)) as [MentoringRequest];
    await matching.requests.add([request]);
    const { programmeId } = matching;
    const filter = { programmeId, personId: request.personId };
    const listed = await matching.requests.list(undefined, { ...filter, state: 'submitted' }, { limit: 10 });
    expect(listed).toEqual({ items: [request] });
    expect(await matching.requests.list(undefined, { ...filter, state: 'matched' }, { limit: 10 })).toEqual({
      items: [],
    });
  });

  it.each([
    '',
    'x',
    'bm90aGluZw',
    madeUpPosition('2026-02-30', SOME_ID),
    madeUpPosition('2026-02-01', 'me'),
    madeUpPosition("'; --", SOME_ID),
  ])('are listed from no position but those given out, unlike "%s"', async (after) => {
    await expect(
      matching.requests.list(undefined, { programmeId: matching.programmeId }, { limit: 2, after }),
    ).rejects.toThrow(UnknownPosition);
  });
});

describe('Rounds', () => {
  it('come back as they were kept, with every change', async () => {
    const round = matching.round();
    await matching.rounds.add(round);
    expect(await matching.rounds.byId(round.id)).toEqual(round);
    const failed: MatchingRound = {
      ...round,
      state: 'failed',
      attempt: 1,
      failure: { code: 'snapshot.unreadable', sentence: 'The snapshot cannot be read.' },
      scope: { regions: ['london'], organisations: [randomUUID()] },
    };
    expect(await matching.rounds.save(failed)).toEqual({ ...failed, version: 2 });
    expect(await matching.rounds.lock(round.id)).toEqual({ ...failed, version: 2 });
    await expect(matching.rounds.save(failed)).rejects.toThrow(StaleVersion);
    expect(await matching.rounds.byId(randomUUID())).toBeUndefined();
  });

  it('name their run, whichever of the two is written first', async () => {
    const round = matching.round();
    await matching.rounds.add(round);
    const run = matching.run(round.id);
    const queued: MatchingRound = { ...round, state: 'queued', attempt: 1, runId: run.id };
    await matching.database.run(async () => {
      await matching.rounds.save(queued);
      await matching.runs.add(run, SNAPSHOT, []);
    });
    expect(await matching.rounds.byId(round.id)).toEqual({ ...queued, version: 2 });
  });

  it('are listed page by page, the newest first, by state', async () => {
    const kept = [3, 1, 2, 2].map((day) =>
      matching.round({ state: 'discarded', createdAt: new Date(`2026-05-0${day}T09:00:00.123Z`) }),
    );
    for (const round of kept) await matching.rounds.add(round);
    const filter = { programmeId: matching.programmeId, states: ['discarded'] as const };
    const first = await matching.rounds.list(undefined, filter, { limit: 3 });
    const second = await matching.rounds.list(undefined, filter, { limit: 3, after: first.next! });
    expect(second).not.toHaveProperty('next');
    const position = ({ createdAt, id }: MatchingRound) => `${createdAt.toISOString()} ${id}`;
    const listed = [...first.items, ...second.items].map(position);
    expect(listed).toEqual(kept.map(position).sort().reverse());
    await expect(
      matching.rounds.list(undefined, {}, { limit: 1, after: madeUpPosition('soon', randomUUID()) }),
    ).rejects.toThrow(UnknownPosition);
  });

  it('are listed as far as a list may hold them: those of a programme', async () => {
    await matching.rounds.add(matching.round());
    const { programmeId } = matching;
    const listed = async (programmeIds: readonly string[]) =>
      (await matching.rounds.list({ programmeIds, personIds: [] }, {}, { limit: 1 })).items;
    expect(await listed([randomUUID(), programmeId])).toMatchObject([{ programmeId }]);
    expect(await listed([randomUUID()])).toEqual([]);
    expect(await listed([])).toEqual([]);
  });

  it('never change once they are published, whoever tries, except that a refill is another run', async () => {
    const { round, run } = await matching.runningRound();
    await matching.runs.finish(run.id, { outcome: OUTCOME, result: '{}' }, new Date());
    const published = await matching.rounds.save({
      ...round,
      state: 'published',
      publishedAt: new Date('2099-04-10T09:00:00.000Z'),
    });
    expect(await matching.rounds.latestPublished()).toEqual(published);
    const forbidden: Partial<MatchingRound>[] = [
      { rules: { ...round.rules, floor: 0 } },
      { name: 'Another' },
      { state: 'draft' },
      { scope: { regions: ['london'], organisations: [] } },
    ];
    for (const change of forbidden) {
      const { publishedAt, ...rest } = { ...published, ...change };
      const changed = rest.state === 'published' ? { ...rest, publishedAt: publishedAt! } : rest;
      await expect(matching.rounds.save(changed)).rejects.toThrow(/never changes/);
    }
    for (const change of [
      `update matching_run set snapshot = '{}' where id = $1`,
      `update matching_run set outcome = '{}' where id = $1`,
      `update matching_run set result = 'another' where id = $1`,
      `update matching_run set state = 'queued', outcome = null, result = null, solved_at = null where id = $1`,
      `delete from matching_run where id = $1`,
    ]) {
      await expect(matching.behind(change, [run.id])).rejects.toThrow(/never changes/);
    }
    await expect(matching.behind('delete from matching_round where id = $1', [round.id])).rejects.toThrow(
      /never changes/,
    );

    const refill = matching.run(round.id, { kind: 'refill', attempt: 2 });
    await matching.runs.add(refill, SNAPSHOT, []);
    const refilled = { ...published, attempt: 2, runId: refill.id };
    expect(await matching.rounds.save(refilled)).toEqual({ ...refilled, version: 3 });
  });
});

describe('Runs', () => {
  it('come back with their snapshot byte for byte, and whom its pseudonyms stand for', async () => {
    const round = matching.round();
    const run = matching.run(round.id);
    const [request] = (await matching.requestsOf(1)) as [MentoringRequest];
    const mentorId = await matching.mentor(1);
    await matching.rounds.add(round);
    await matching.requests.add([request]);
    await matching.runs.add(run, SNAPSHOT, [
      { pseudonym: 'm-2', personId: mentorId },
      { pseudonym: 'm-1', personId: request.personId, requestId: request.id },
    ]);
    expect(await matching.runs.byId(run.id)).toEqual(run);
    expect(await matching.runs.snapshot(run.id)).toBe(SNAPSHOT);
    expect(await matching.runs.links(run.id)).toEqual([
      { pseudonym: 'm-1', personId: request.personId, requestId: request.id },
      { pseudonym: 'm-2', personId: mentorId },
    ]);
    expect(await matching.runs.outcome(run.id)).toBeUndefined();
    expect(await matching.runs.result(run.id)).toBeUndefined();
    expect(await matching.runs.byId(randomUUID())).toBeUndefined();
    await expect(matching.runs.snapshot(randomUUID())).rejects.toThrow(/no run/);
  });

  it('leave their snapshot as it is when a person is erased: the link goes', async () => {
    const round = matching.round();
    const run = matching.run(round.id);
    const [gone, stays] = (await matching.people(2)) as [string, string];
    await matching.rounds.add(round);
    await matching.runs.add(run, SNAPSHOT, [
      { pseudonym: 'm-1', personId: gone },
      { pseudonym: 'm-2', personId: stays },
    ]);
    await matching.behind('delete from person where id = $1', [gone]);
    expect(await matching.runs.links(run.id)).toEqual([{ pseudonym: 'm-2', personId: stays }]);
    expect(await matching.runs.snapshot(run.id)).toBe(SNAPSHOT);
  });

  it('link five thousand people at once', async () => {
    const round = matching.round();
    const run = matching.run(round.id);
    const people = await matching.people(5_001);
    await matching.rounds.add(round);
    await matching.runs.add(
      run,
      SNAPSHOT,
      people.map((personId, at) => ({ pseudonym: `m-${at}`, personId })),
    );
    expect(await matching.runs.links(run.id)).toHaveLength(5_001);
  }, 60_000);

  it('begin, report and finish while they are somebody’s to do, and not afterwards', async () => {
    const { round, run } = await matching.runningRound();
    await matching.runs.giveBack(run.id);
    await matching.runs.giveBack(run.id);
    expect((await matching.runs.byId(run.id))!.deliveries).toBe(0);
    await matching.runs.begin(run.id);
    expect(await matching.runs.begin(run.id)).toEqual({ ...run, state: 'running', deliveries: 2 });
    const progress = { stage: 'access', done: 3, total: 9 };
    expect(await matching.runs.reportProgress(run.id, progress)).toBe(true);
    expect(await matching.runs.underWay(round.id, 'whole')).toBe(true);
    expect(await matching.runs.underWay(round.id, 'refill')).toBe(false);

    const at = new Date('2026-04-02T09:10:00.000Z');
    const result = '{"z":1,  "a":[1.0]}';
    const finishing = Array.from({ length: 5 }, () =>
      matching.runs.finish(run.id, { outcome: OUTCOME, result }, at),
    );
    expect((await Promise.all(finishing)).filter(Boolean)).toHaveLength(1);
    const solved = { ...run, state: 'solved', deliveries: 2, progress, solvedAt: at };
    expect(await matching.runs.byId(run.id)).toEqual(solved);
    expect(await matching.runs.outcome(run.id)).toEqual(OUTCOME);
    const { matches, unmatched, bottlenecks, ...summary } = OUTCOME;
    expect(await matching.runs.summary(run.id)).toEqual(summary);
    expect(await matching.runs.bottlenecks(run.id)).toEqual(bottlenecks);
    expect(await matching.runs.result(run.id)).toBe(result);

    expect(await matching.runs.begin(run.id)).toBeUndefined();
    await matching.runs.giveBack(run.id);
    expect(await matching.runs.reportProgress(run.id, progress)).toBe(false);
    expect(await matching.runs.fail(run.id, { code: 'a', sentence: 'b' })).toBe(false);
    expect(await matching.runs.cancel(run.id)).toBe(false);
    expect(await matching.runs.underWay(round.id, 'whole')).toBe(false);
    expect(await matching.runs.byId(run.id)).toEqual(solved);
  });

  it('that are overrides come back with what was decided, which never changes', async () => {
    const { round } = await matching.runningRound();
    const [before] = await matching.runs.ofRound(round.id);
    await matching.runs.fail(before!.id, { code: 'a', sentence: 'b' });
    const override = { kind: 'pin', mentee: 'm', mentor: 'x', reason: 'It is “best”.' } as const;
    const run = matching.run(round.id, {
      ...{ kind: 'override', attempt: 2 },
      override: { ...override, decidedBy: { role: 'coordinator', personId: randomUUID() } },
    });
    await matching.runs.add(run, SNAPSHOT, []);
    expect(await matching.runs.byId(run.id)).toEqual(run);
    expect(await matching.runs.ofRound(round.id)).toMatchObject([run, { kind: 'whole' }]);
    expect(await matching.runs.underWay(round.id, 'override')).toBe(true);
    await expect(
      matching.database.query(`update matching_run set override = '{}' where id = $1`, [run.id]),
    ).rejects.toThrow(/never changes/);
  });

  it('are overrides with a decision, and nothing else has one', async () => {
    const { round } = await matching.runningRound();
    const [before] = await matching.runs.ofRound(round.id);
    await matching.runs.fail(before!.id, { code: 'a', sentence: 'b' });
    const without = matching.run(round.id, { kind: 'override', attempt: 2 });
    await expect(matching.runs.add(without, SNAPSHOT, [])).rejects.toThrow(/matching_run_override/);
    const decidedBy = { role: 'coordinator' };
    const refill = matching.run(round.id, {
      ...{ kind: 'refill', attempt: 2 },
      override: { kind: 'forbid', mentee: 'm', mentor: 'x', reason: 'Why.', decidedBy },
    });
    await expect(matching.runs.add(refill, SNAPSHOT, [])).rejects.toThrow(/matching_run_override/);
  });

  it('end once when they fail or are cancelled, and a finish that comes too late writes nothing', async () => {
    const failing = await matching.runningRound();
    const failure = { code: 'solver.out-of-time', sentence: 'It took too long.' };
    expect(await matching.runs.fail(failing.run.id, failure)).toBe(true);
    expect(await matching.runs.byId(failing.run.id)).toMatchObject({ state: 'failed', failure });

    const { run } = await matching.runningRound();
    expect(await matching.runs.cancel(run.id)).toBe(true);
    expect(await matching.runs.finish(run.id, { outcome: OUTCOME, result: '{}' }, new Date())).toBe(false);
    expect(await matching.runs.outcome(run.id)).toBeUndefined();
    expect(await matching.runs.summary(run.id)).toBeUndefined();
    expect(await matching.runs.begin(run.id)).toBeUndefined();
  });

  it('of a round are under way one at a time, whoever queues it twice at once', async () => {
    const round = matching.round();
    await matching.rounds.add(round);
    const { succeeded, errors } = await outcomesOf(
      Array.from({ length: 8 }, (_, at) =>
        matching.runs.add(matching.run(round.id, { attempt: 1 + (at % 2) }), SNAPSHOT, []),
      ),
    );
    expect(succeeded).toBe(1);
    expect(errors).toHaveLength(7);
    for (const error of errors) {
      expect(['matching-run.under-way', 'matching-run.attempt-taken']).toContain((error as Conflict).code);
    }
  });

  it('of a round are given the latest first', async () => {
    const { round, run } = await matching.runningRound();
    await matching.runs.cancel(run.id);
    const second = matching.run(round.id, { attempt: 2 });
    await matching.runs.add(second, SNAPSHOT, []);
    expect((await matching.runs.ofRound(round.id)).map(({ attempt }) => attempt)).toEqual([2, 1]);
  });
});

describe('Proposals', () => {
  it('come back as they were kept, with every change', async () => {
    const [proposal] = (await matching.proposalsTo(await matching.mentor(1), 1)) as [Proposal];
    await matching.proposals.add([proposal]);
    expect(await matching.proposals.byId(proposal.id)).toEqual(proposal);
    expect(await matching.proposals.lockOpenOfRequest(proposal.requestId)).toEqual(proposal);

    const declined: Proposal = {
      ...proposal,
      state: 'declined',
      menteeAcceptedAt: new Date('2026-04-04T09:00:00.001Z'),
      remindedAt: [new Date('2026-04-10T09:00:00.000Z')],
      questions: [
        { by: 'mentor', askedAt: new Date('2026-04-05T09:00:00.000Z'), text: 'When, and “where”?' },
      ],
      declined: { by: 'mentor', reason: 'no_time', note: 'Not this year.' },
      closedAt: new Date('2026-04-11T09:00:00.000Z'),
    };
    expect(await matching.proposals.save(declined)).toEqual({ ...declined, version: 2 });
    expect(await matching.proposals.lock(proposal.id)).toEqual({ ...declined, version: 2 });
    expect(await matching.proposals.lockOpenOfRequest(proposal.requestId)).toBeUndefined();
    await expect(matching.proposals.save(proposal)).rejects.toThrow(StaleVersion);
    expect(await matching.proposals.byId(randomUUID())).toBeUndefined();
  });

  it('are one at a time for each request', async () => {
    const [proposal] = (await matching.proposalsTo(await matching.mentor(2), 1)) as [Proposal];
    await matching.proposals.add([proposal]);
    const second = { ...proposal, id: randomUUID() };
    await expect(matching.proposals.add([second])).rejects.toEqual(refusal('proposal.request-has-one'));
    await matching.proposals.save({ ...proposal, state: 'expired', closedAt: proposal.expiresAt });
    await matching.proposals.add([second]);
    expect((await matching.proposals.lockOpenOfRequest(proposal.requestId))?.id).toBe(second.id);
  });

  it('are due when they have run out, or somebody is to be reminded, the longest due first', async () => {
    const mentorId = await matching.mentor(6);
    const day = (days: number) => new Date(Date.parse('2020-01-01T00:00:00.000Z') + days * 86_400_000);
    const offered = async (remindedOn: readonly number[], more: Partial<Proposal> = {}) => {
      const [proposal] = (await matching.proposalsTo(mentorId, 1, {
        offeredAt: day(0),
        expiresAt: day(14),
        remindedAt: remindedOn.map(day),
        ...more,
      })) as [Proposal];
      await matching.proposals.add([proposal]);
      return proposal.id;
    };
    const fresh = await offered([]);
    const once = await offered([7]);
    const late = await offered([13, 13]);
    const twice = await offered([7, 12]);
    const short = await offered([], { expiresAt: day(5) });
    await offered([], { state: 'expired', closedAt: day(5) });
    expect(await matching.proposals.due(day(4.9), 10)).toEqual([]);
    expect(await matching.proposals.due(day(6.9), 10)).toEqual([short]);
    expect(await matching.proposals.due(day(7), 10)).toEqual([short, fresh]);
    expect(await matching.proposals.due(day(12), 10)).toEqual([short, fresh, once]);
    const all = await matching.proposals.due(day(14), 10);
    expect(all.slice(0, 3)).toEqual([short, fresh, once]);
    expect(all.slice(3)).toEqual([late, twice].sort());
    expect(await matching.proposals.due(day(14), 2)).toEqual([short, fresh]);
  });

  it('count as places in use while offered or confirmed, and as earlier pairs once they are not offered', async () => {
    const mentorId = await matching.mentor(2);
    const [offered, confirmed, declined] = (await matching.proposalsTo(mentorId, 3)) as [
      Proposal,
      Proposal,
      Proposal,
    ];
    const at = new Date('2026-04-05T09:00:00.000Z');
    await matching.proposals.add([
      offered,
      { ...confirmed, state: 'confirmed', menteeAcceptedAt: at, mentorAcceptedAt: at, closedAt: at },
      { ...declined, state: 'declined', declined: { by: 'mentee', reason: 'no_time' }, closedAt: at },
    ]);
    expect((await matching.proposals.placesInUse(matching.programmeId)).get(mentorId)).toBe(2);
    const pairs = (await matching.proposals.earlierPairs(matching.programmeId)).filter(
      (pair) => pair.mentorId === mentorId,
    );
    expect(pairs.map(({ menteeId }) => menteeId)).toEqual([confirmed.menteeId, declined.menteeId].sort());
    expect(await matching.proposals.placesInUse(randomUUID())).toEqual(new Map());
  });

  it('of somebody who no longer takes part are found while they are offered', async () => {
    const persons = matching.get(PersonRepository);
    const [mentorId, other] = [await matching.mentor(2), await matching.mentor(2)];
    const kept = [
      ...(await matching.proposalsTo(mentorId, 2)),
      ...(await matching.proposalsTo(other, 2)),
    ] as const;
    await matching.proposals.add(kept);
    expect(await matching.proposals.ofWhoLeft(10)).toEqual([]);
    const [first, second, third, fourth] = kept as [Proposal, Proposal, Proposal, Proposal];
    const change = async (id: string, parts: Partial<RegisteredPerson>) =>
      persons.save([{ ...(await persons.byId(id))!, ...parts }]);
    await change(mentorId, { active: false });
    await change(fourth.menteeId, { consent: false });
    const left = [first.id, second.id, fourth.id].sort();
    expect(await matching.proposals.ofWhoLeft(10)).toEqual(left);
    expect(await matching.proposals.ofWhoLeft(2)).toEqual(left.slice(0, 2));
    const at = new Date('2026-04-05T09:00:00.000Z');
    const declined = { by: 'mentor', reason: 'no_longer_takes_part' } as const;
    for (const proposal of [first, second, fourth]) {
      await matching.proposals.save({ ...proposal, state: 'declined', declined, closedAt: at });
    }
    expect(await matching.proposals.ofWhoLeft(10)).toEqual([]);
    expect(await matching.proposals.ofRequest(third.requestId)).toEqual([third]);
    expect((await matching.proposals.ofRequest(first.requestId))[0]).toMatchObject({ declined });
    const freed = await matching.proposals.roundsWithFreedPlaces(matching.programmeId);
    expect(freed).toEqual(expect.arrayContaining([first.roundId, fourth.roundId]));
    expect(await matching.proposals.roundsWithFreedPlaces(randomUUID())).toEqual([]);
  });

  it('leave a round without freed places while they are offered or confirmed', async () => {
    const mentorId = await matching.mentor(2);
    const [offered, confirmed] = (await matching.proposalsTo(mentorId, 2)) as [Proposal, Proposal];
    const at = new Date('2026-04-05T09:00:00.000Z');
    const accepted = { menteeAcceptedAt: at, mentorAcceptedAt: at, closedAt: at };
    await matching.proposals.add([offered, { ...confirmed, state: 'confirmed', ...accepted }]);
    const freed = () => matching.proposals.roundsWithFreedPlaces(matching.programmeId);
    expect(await freed()).not.toContain(offered.roundId);
    await matching.proposals.save({ ...offered, state: 'superseded', closedAt: at });
    expect(await freed()).toContain(offered.roundId);
  });

  it('are listed page by page, the newest offer first, by round and by either person', async () => {
    const mentorId = await matching.mentor(3);
    const proposals = (await matching.proposalsTo(mentorId, 3)).map((proposal, at) => ({
      ...proposal,
      offeredAt: new Date(`2026-04-0${1 + (at % 2)}T09:00:00.000Z`),
    }));
    await matching.proposals.add(proposals);
    const { roundId, menteeId } = proposals[0]!;
    const first = await matching.proposals.list(undefined, { roundId }, { limit: 2 });
    const second = await matching.proposals.list(undefined, { roundId }, { limit: 2, after: first.next! });
    const position = ({ offeredAt, id }: Proposal) => `${offeredAt.toISOString()} ${id}`;
    const listed = [...first.items, ...second.items].map(position);
    expect(listed).toEqual(proposals.map(position).sort().reverse());
    expect(await matching.proposals.ofRound(roundId)).toHaveLength(3);
    expect(
      (await matching.proposals.list(undefined, { personId: mentorId }, { limit: 9 })).items,
    ).toHaveLength(3);
    expect((await matching.proposals.list(undefined, { personId: menteeId }, { limit: 9 })).items).toEqual([
      proposals[0],
    ]);
    const confirmed = await matching.proposals.list(undefined, { roundId, state: 'confirmed' }, { limit: 9 });
    expect(confirmed.items).toEqual([]);
  });

  it('are listed as far as a list may hold them: of a programme, or of either person', async () => {
    const mentorId = await matching.mentor(2);
    const [one, other] = (await matching.proposalsTo(mentorId, 2)) as [Proposal, Proposal];
    await matching.proposals.add([one, other]);
    const listed = async (programmeIds: readonly string[], personIds: readonly string[]) => {
      const limits = { programmeIds, personIds };
      const { items } = await matching.proposals.list(limits, { roundId: one.roundId }, { limit: 9 });
      return items.map(({ id }) => id).sort();
    };
    const both = [one.id, other.id].sort();
    expect(await listed([matching.programmeId], [])).toEqual(both);
    expect(await listed([randomUUID()], [mentorId])).toEqual(both);
    expect(await listed([], [other.menteeId])).toEqual([other.id]);
    expect(await listed([randomUUID()], [randomUUID()])).toEqual([]);
  });

  it('go when one of their people is erased, and a mentor’s profile goes with the person only', async () => {
    const mentorId = await matching.mentor(2);
    const [first, second] = (await matching.proposalsTo(mentorId, 2)) as [Proposal, Proposal];
    await matching.proposals.add([first, second]);
    await matching.behind('delete from person where id = $1', [first.menteeId]);
    expect(await matching.proposals.byId(first.id)).toBeUndefined();
    expect(await matching.requests.byId(first.requestId)).toBeUndefined();
    await expect(
      matching.behind('delete from mentor_profile where person_id = $1', [mentorId]),
    ).rejects.toThrow(/proposal_mentor_profile/);
    await matching.behind('delete from person where id = $1', [mentorId]);
    expect(await matching.proposals.byId(second.id)).toBeUndefined();
  });
});

async function keptRound(): Promise<string> {
  const round = matching.round();
  await matching.rounds.add(round);
  return round.id;
}

/** A position as no page gave it out. */
function madeUpPosition(value: string, id: string): string {
  return Buffer.from(`${value}\n${id}`).toString('base64url');
}
