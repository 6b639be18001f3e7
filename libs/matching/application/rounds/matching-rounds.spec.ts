import type { Authority, DomainError } from '@evenhand/kernel';
import { aMentee, aMentor, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import { WithdrawMentoringRequest } from '../requests/withdraw-mentoring-request';
import { FailMatchingRun } from '../runs/fail-matching-run';
import { CancelMatchingRound } from './cancel-matching-round';
import { ChangeMatchingRound } from './change-matching-round';
import { DiscardMatchingRound } from './discard-matching-round';
import { ListMatchingRounds } from './list-matching-rounds';
import { PublishMatchingRound } from './publish-matching-round';
import { ReadMatchingRound } from './read-matching-round';
import { ReadResultDocument } from './read-result-document';
import { ReadRoundAccess } from './read-round-access';
import { ReadRoundResult } from './read-round-result';
import { ReopenMatchingRound } from './reopen-matching-round';
import { RunMatchingRound } from './run-matching-round';

/** The refusal of something that must not succeed. */
async function refusalOf(attempt: Promise<unknown>): Promise<DomainError> {
  return attempt.then(
    () => {
      throw new Error('It was not refused.');
    },
    (error: unknown) => error as DomainError,
  );
}
const codeOf = async (attempt: Promise<unknown>): Promise<string> => (await refusalOf(attempt)).code;

let programme: MatchingProgramme;
let ada: { readonly personId: string; readonly requestId: string };
let cy: string;

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  ada = await programme.mentee(aMentee({ id: 'ada', organisation: 'trust', region: 'london' }));
  cy = programme.mentor(aMentor({ id: 'cy' }));
});

describe('A draft of a round', () => {
  it('has the default rules, takes up everybody and has a secret of its own', async () => {
    const [one, other] = [await programme.draft(), await programme.draft()];
    expect(one).toMatchObject({
      ...{ state: 'draft', attempt: 0, name: 'Autumn', scope: { regions: [], organisations: [] } },
      ...{ rules: { seed: 'evenhand', floor: 3500 }, createdAt: programme.clock.now(), version: 1 },
    });
    expect(one.pseudonymKey).not.toBe(other.pseudonymKey);
  });

  it('is refused with every fault at once', async () => {
    const attempt = programme.draft({
      ...{ name: ' ', rules: { floor: -1 } },
      scope: { regions: ['mars'], organisations: ['nowhere'] },
    });
    expect((await refusalOf(attempt)).problems).toEqual([
      'name: it must be 1 to 200 characters on one line',
      'rules.floor: -1 is not a whole number from 0 to 10000',
      'scope.regions: "mars" is no region of the catalogue',
      'scope.organisations: "nowhere" is no organisation of the programme',
    ]);
    const prior = { rules: { prior: { wizard: { asked: 1, matched: 0 } } } };
    expect((await refusalOf(programme.draft(prior))).problems).toEqual([
      'rules.prior: "wizard" is no professional group or profession of the catalogue',
    ]);
  });

  it('is refused by a closed programme, and changes nothing', async () => {
    programme.state = 'closed';
    expect(await codeOf(programme.draft())).toBe('programme.closed');
    expect((await programme.use(ListMatchingRounds).run(EVERYWHERE, {}, { limit: 10 })).items).toEqual([]);
  });

  it('is changed by who has read it as it is', async () => {
    const { id } = await programme.draft({ rules: { seed: 'one', floor: 100 } });
    programme.clock.pass(1);
    const change = programme.use(ChangeMatchingRound);
    const changed = await change.run(EVERYWHERE, id, 1, {
      rules: { seed: 'two' },
      scope: { regions: ['london'] },
    });
    expect(changed).toMatchObject({
      ...{ name: 'Autumn', rules: { seed: 'two', floor: 3500 }, version: 2 },
      ...{ scope: { regions: ['london'], organisations: [] }, rulesFixedAt: programme.clock.now() },
    });
    expect(await codeOf(change.run(EVERYWHERE, id, 1, { name: 'Winter' }))).toBe('version.stale');
    expect((await change.run(EVERYWHERE, id, 2, { name: 'Winter' })).name).toBe('Winter');
  });

  it('is fixed once it is queued', async () => {
    const { id, version } = await programme.queued();
    expect(
      await codeOf(programme.use(ChangeMatchingRound).run(EVERYWHERE, id, version, { name: 'Winter' })),
    ).toBe('matching-round.cannot-change');
  });
});

describe('To run a round', () => {
  it.each([
    ['a region', { regions: ['midlands'] }],
    ['an organisation', { organisations: ['trust'] }],
  ])('takes up the requests of its scope: %s', async (_, scope) => {
    await programme.mentee(aMentee({ id: 'elsewhere', organisation: 'other', region: 'midlands' }));
    const { id } = await programme.queued({ scope });
    const taken = await programme.requests.lockOfRound(id);
    expect(taken).toHaveLength(1);
    expect(taken[0]!.personId).toBe('regions' in scope ? 'person-elsewhere' : ada.personId);
  });

  it.each([{ consent: false }, { active: false }])(
    'passes over whoever takes no part: %j',
    async (change) => {
      programme.changePerson(ada.personId, change);
      const { id } = await programme.queued();
      expect(await programme.requests.lockOfRound(id)).toEqual([]);
      expect(await programme.stateOf(ada.requestId)).toBe('submitted');
    },
  );

  it('leaves one job, which names the run', async () => {
    const { runId } = await programme.queued();
    expect(programme.outbox.jobs).toEqual([{ kind: 'solve-run', subject: runId, attempt: 1 }]);
  });

  it('twice at once is refused the second time, and makes one run', async () => {
    const { id } = await programme.draft();
    const run = programme.use(RunMatchingRound);
    const [one, other] = await Promise.allSettled([run.run(EVERYWHERE, id), run.run(EVERYWHERE, id)]);
    expect(one.status).toBe('fulfilled');
    expect(other).toMatchObject({
      ...{ status: 'rejected', reason: { code: 'matching-round.cannot-queue' } },
    });
    expect(await programme.runs.ofRound(id)).toHaveLength(1);
    expect(programme.outbox.jobs).toHaveLength(1);
  });

  it('is refused by a closed programme', async () => {
    const { id } = await programme.draft();
    programme.state = 'closed';
    expect(await codeOf(programme.use(RunMatchingRound).run(EVERYWHERE, id))).toBe('programme.closed');
    expect(await programme.stateOf(ada.requestId)).toBe('submitted');
  });
});

describe('A round that is stopped', () => {
  it('gives its requests back, can be reopened and run again', async () => {
    const { id } = await programme.queued();
    const cancelled = await programme.use(CancelMatchingRound).run(EVERYWHERE, id);
    expect(cancelled.state).toBe('cancelled');
    expect(await programme.stateOf(ada.requestId)).toBe('submitted');
    expect(programme.outbox.jobs).toEqual([]);
    expect((await programme.use(ReopenMatchingRound).run(EVERYWHERE, id)).state).toBe('draft');
    expect((await programme.use(RunMatchingRound).run(EVERYWHERE, id)).run).toMatchObject({ attempt: 2 });
    expect(await programme.work()).toEqual(['solved']);
  });

  it('is a draft again after it failed, so that its scope can be narrowed', async () => {
    const { id, runId } = await programme.queued();
    const failure = { code: 'run.kills-workers', sentence: 'Narrow it.' };
    await programme.use(FailMatchingRun).run({ kind: 'solve-run', subject: runId!, attempt: 1 }, failure);
    const { version, ...draft } = await programme.use(ReopenMatchingRound).run(EVERYWHERE, id);
    expect(draft.state).toBe('draft');
    expect(draft).not.toHaveProperty('failure');
    expect(await programme.use(ReadMatchingRound).run(EVERYWHERE, id)).not.toHaveProperty('run');
    await programme.use(ChangeMatchingRound).run(EVERYWHERE, id, version, { scope: { regions: ['london'] } });
    expect((await programme.use(RunMatchingRound).run(EVERYWHERE, id)).run).toMatchObject({ attempt: 2 });
    expect(await programme.work()).toEqual(['solved']);
  });

  it('is discarded as a draft that was made by mistake', async () => {
    const { id } = await programme.draft();
    expect((await programme.use(DiscardMatchingRound).run(EVERYWHERE, id)).state).toBe('discarded');
    expect(await programme.stateOf(ada.requestId)).toBe('submitted');
  });

  it('makes the same pseudonyms when it is run again', async () => {
    const { id, runId } = await programme.queued();
    await programme.use(CancelMatchingRound).run(EVERYWHERE, id);
    await programme.use(ReopenMatchingRound).run(EVERYWHERE, id);
    const { run } = await programme.use(RunMatchingRound).run(EVERYWHERE, id);
    expect(await programme.runs.links(run.id)).toEqual(await programme.runs.links(runId!));
  });

  it('is discarded once it is solved, and offers nothing', async () => {
    const { id } = await programme.solved();
    expect((await programme.use(DiscardMatchingRound).run(EVERYWHERE, id)).state).toBe('discarded');
    expect(await programme.stateOf(ada.requestId)).toBe('submitted');
    expect(await programme.offers(id)).toEqual([]);
  });

  it('gives nothing back to a programme that closed meanwhile: those requests have run out', async () => {
    const { id } = await programme.solved();
    programme.state = 'closed';
    await programme.use(DiscardMatchingRound).run(EVERYWHERE, id);
    expect(await programme.stateOf(ada.requestId)).toBe('expired');
  });
});

/** A use case that is about one round. */
interface OnRound {
  run(authority: Authority, id: string): Promise<unknown>;
}

describe('What a round does not allow in its state', () => {
  it.each([
    ['cancel', CancelMatchingRound],
    ['reopen', ReopenMatchingRound],
    ['publish', PublishMatchingRound],
  ] as const)('to %s a draft', async (move, useCase) => {
    const { id } = await programme.draft();
    expect(await codeOf(programme.use<OnRound>(useCase).run(EVERYWHERE, id))).toBe(
      `matching-round.cannot-${move}`,
    );
  });

  it.each([
    ['result', ReadRoundResult],
    ['access', ReadRoundAccess],
    ['document', ReadResultDocument],
  ] as const)('to read the %s before it is solved', async (_, useCase) => {
    const { id } = await programme.queued();
    expect(await codeOf(programme.use<OnRound>(useCase).run(EVERYWHERE, id))).toBe(
      'matching-round.not-solved',
    );
  });

  it.each([
    ReadMatchingRound,
    ReadRoundResult,
    RunMatchingRound,
    CancelMatchingRound,
    PublishMatchingRound,
  ] as const)('anything where there is none (%p)', async (useCase) => {
    expect(await codeOf(programme.use<OnRound>(useCase).run(EVERYWHERE, 'none'))).toBe(
      'matching-round.not-found',
    );
  });
});

describe('To publish', () => {
  let id: string;

  beforeEach(async () => {
    await programme.mentee(aMentee({ id: 'bo' }));
    programme.changeMentor(cy, { capacity: 2 });
    ({ id } = await programme.solved());
  });

  const publish = (): Promise<unknown> => programme.use(PublishMatchingRound).run(EVERYWHERE, id);

  async function expectNothingChanged(): Promise<void> {
    expect((await programme.round(id)).state).toBe('solved');
    expect(await programme.offers(id)).toEqual([]);
    expect(['in_round', 'withdrawn']).toContain(await programme.stateOf(ada.requestId));
  }

  it.each([
    ['own_line', () => programme.changePerson(ada.personId, managed('cy'))],
    ['excluded', () => programme.changePerson(cy, { exclude: ['ADA'] })],
    ['not_taking_part', () => programme.changePerson(ada.personId, { consent: false })],
    ['language', () => programme.changePerson(ada.personId, { languages: ['cy'] })],
    ['no_gap_covered', () => programme.people.mentees.set(ada.personId, asking('DA-1.1'))],
  ] as const)('is refused where a pair is no longer eligible: %s', async (rule, change) => {
    change();
    const refusal = await refusalOf(publish());
    expect(refusal.code).toBe('matching-round.pair-not-eligible');
    expect(refusal.problems).toEqual([
      expect.stringContaining(`request ${ada.requestId}, mentor ${cy}: ${rule} (`),
    ]);
    expect(refusal.message + refusal.problems.join()).not.toContain('A Name');
    await expectNothingChanged();
  });

  const managed = (lineManager: string) => {
    const { posts } = programme.people.persons.get(ada.personId)!;
    return { posts: [{ ...posts[0], lineManager }] as const };
  };
  const asking = (topic: string) => ({
    ...programme.people.mentees.get(ada.personId)!,
    gaps: [{ topic, size: 2 }],
  });

  it('names every pair that is no longer eligible, a line each', async () => {
    programme.changePerson(cy, { active: false });
    const { message, problems } = await refusalOf(publish());
    expect(problems).toHaveLength(2);
    expect(message).toMatch(/^2 pairs of the round may no longer be matched/);
  });

  it('is refused where a mentee has withdrawn, and where a mentor has no profile any more', async () => {
    await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, ada.requestId);
    expect((await refusalOf(publish())).problems).toEqual([
      `request ${ada.requestId}, mentor ${cy}: the request no longer waits in this round`,
    ]);
    programme.people.mentors.delete(cy);
    expect((await refusalOf(publish())).problems).toHaveLength(2);
    await expectNothingChanged();
  });

  it('is refused where somebody was erased, by their pseudonym', async () => {
    programme.runs.eraseLinks(ada.personId);
    const { problems } = await refusalOf(publish());
    expect(problems).toEqual([
      expect.stringMatching(/^pseudonyms [0-9a-f]{20} and [0-9a-f]{20}: one of the two is no longer/),
    ]);
    expect((await programme.use(ReadRoundResult).run(EVERYWHERE, id)).matches).toContainEqual(
      expect.objectContaining({ requestId: null, menteeId: null, mentorId: cy }),
    );
  });

  it('is refused where a mentor now has fewer places than the round gave, whoever comes first', async () => {
    programme.changeMentor(cy, { capacity: 1 });
    const refusal = await refusalOf(publish());
    expect(refusal.code).toBe('proposal.no-place-left');
    expect(refusal.message).toContain(cy);
    await expectNothingChanged();
  });

  it('is refused by a closed programme', async () => {
    programme.state = 'closed';
    expect(await codeOf(publish())).toBe('programme.closed');
    await expectNothingChanged();
  });

  it('happens once', async () => {
    await publish();
    expect(await codeOf(publish())).toBe('matching-round.cannot-publish');
    expect(await programme.offers(id)).toHaveLength(2);
  });
});
