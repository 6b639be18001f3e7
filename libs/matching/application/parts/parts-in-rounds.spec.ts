import { Authority, Conflict, type Reach } from '@evenhand/kernel';
import { aMentee, aMentor, MatchingProgramme } from '@evenhand/testing';
import { AskEnquiry } from '../enquiries/ask-enquiry';
import { ReadEnquiry } from '../enquiries/read-enquiry';
import { OverrideMatchingRound } from '../overrides/override-matching-round';
import { ReadOverrideReasons } from '../overrides/read-override-reasons';
import { CancelMatchingRound } from '../rounds/cancel-matching-round';
import { DiscardMatchingRound } from '../rounds/discard-matching-round';
import { PublishMatchingRound } from '../rounds/publish-matching-round';
import { ReadBottlenecks } from '../rounds/read-bottlenecks';
import { ReadCertificate } from '../rounds/read-certificate';
import { ReadResultDocument } from '../rounds/read-result-document';
import { ReadRoundAccess } from '../rounds/read-round-access';
import { RunMatchingRound } from '../rounds/run-matching-round';

let programme: MatchingProgramme;
let roundId: string;

const use: MatchingProgramme['use'] = (useCase) => programme.use(useCase);

/** The word of an account in these roles. */
const as = (id: string, ...roles: readonly string[]): Authority =>
  new Authority(
    { kind: 'account', id, persons: [{ programmeId: programme.id, personId: `person-of-${id}` }] },
    roles.map((role): Reach => ({ role, programmeId: programme.id })),
  );
const coordinator = (id: string) => as(id, 'coordinator');
const auditor = (id: string) => as(id, 'hr_auditor');
const refusal = (code: string): Conflict => expect.objectContaining({ code, name: 'Conflict' }) as Conflict;
const ranByYou = refusal('matching-round.ran-by-you');
const auditedByYou = refusal('matching-round.audited-by-you');

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  await programme.mentee(aMentee({ id: 'ada' }));
  programme.mentor(aMentor({ id: 'cy' }));
  ({ id: roundId } = await programme.solved());
});

const override = async (who: Authority): Promise<string> => {
  const { version } = await programme.round(roundId);
  const { items } = await programme.requests.list(undefined, { programmeId: programme.id }, { limit: 1 });
  const stated = { kind: 'pin' as const, requestId: items[0]!.id, mentorId: 'person-cy' };
  const { id } = await use(OverrideMatchingRound).run(who, roundId, version, {
    ...stated,
    reason: 'Both asked.',
  });
  await programme.work();
  return id;
};

/** Every way to look at what came of the round that an auditor has. */
const LOOKS: readonly (readonly [string, (who: Authority) => Promise<unknown>])[] = [
  ['access', (who) => use(ReadRoundAccess).run(who, roundId)],
  ['the certificate', (who) => use(ReadCertificate).run(who, roundId)],
  ['the document', (who) => use(ReadResultDocument).run(who, roundId)],
  ['bottlenecks', (who) => use(ReadBottlenecks).run(who, roundId)],
  ['why pairs were decided about', (who) => use(ReadOverrideReasons).run(who, roundId)],
  ['a replay', (who) => use(AskEnquiry).run(who, roundId, { kind: 'replay' })],
  ['a frontier', (who) => use(AskEnquiry).run(who, roundId, { kind: 'frontier' })],
  ['recruitment', (who) => use(AskEnquiry).run(who, roundId, { kind: 'recruitment' })],
];

/** Every decision about a round, from the state in which it can be made. */
const DECISIONS: readonly (readonly [string, (who: Authority) => Promise<unknown>])[] = [
  ['publish', (who) => use(PublishMatchingRound).run(who, roundId)],
  ['discard', (who) => use(DiscardMatchingRound).run(who, roundId)],
  ['override', override],
];

describe('Who decided about a round', () => {
  it.each(LOOKS)('does not audit it: %s', async (_, look) => {
    await use(PublishMatchingRound).run(coordinator('kim'), roundId);
    const [told, jobs] = [programme.trail.events.length, programme.outbox.jobs];
    await expect(look(auditor('kim'))).rejects.toEqual(ranByYou);
    expect(programme.trail.events).toHaveLength(told);
    expect(programme.outbox.jobs).toEqual(jobs);
    await look(auditor('lee'));
  });

  it.each([
    ...DECISIONS,
    [
      'run',
      async (who: Authority) => {
        ({ id: roundId } = await programme.draft());
        await use(RunMatchingRound).run(who, roundId);
        await programme.work();
      },
    ],
    [
      'cancel',
      async (who: Authority) => {
        ({ id: roundId } = await programme.queued());
        await use(CancelMatchingRound).run(who, roundId);
      },
    ],
  ] as typeof DECISIONS)('is whoever has: %s', async (_, decide) => {
    await decide(coordinator('kim'));
    expect(await programme.parts.take(roundId, 'kim', 'audited')).toBe('ran');
  });

  it('goes on as a coordinator, who may look at all of it', async () => {
    const kim = as('kim', 'hr_auditor', 'coordinator');
    await use(PublishMatchingRound).run(coordinator('kim'), roundId);
    await use(ReadRoundAccess).run(kim, roundId);
    const { kind, authority } = programme.trail.events.at(-1)!;
    expect([kind, authority.reaches.map(({ role }) => role)]).toEqual(['read', ['coordinator']]);
  });

  it('reads no answer to what an auditor asked', async () => {
    const { id } = await use(AskEnquiry).run(auditor('lee'), roundId, { kind: 'replay' });
    await programme.work();
    await use(PublishMatchingRound).run(coordinator('kim'), roundId);
    const read = (who: Authority) => use(ReadEnquiry).run(who, roundId, 'replay', id);
    await expect(read(auditor('kim'))).rejects.toEqual(ranByYou);
    expect(await read(auditor('lee'))).toMatchObject({ state: 'answered' });
  });
});

describe('Who audited a round', () => {
  it.each(DECISIONS)('does not decide about it: %s', async (_, decide) => {
    await use(ReadCertificate).run(auditor('kim'), roundId);
    const before = [await programme.round(roundId), programme.trail.events.length, programme.outbox.jobs];
    await expect(decide(as('kim', 'coordinator', 'hr_auditor'))).rejects.toEqual(auditedByYou);
    expect([await programme.round(roundId), programme.trail.events.length, programme.outbox.jobs]).toEqual(
      before,
    );
    await decide(as('lee', 'coordinator', 'hr_auditor'));
  });

  it.each(LOOKS)('is whoever has looked at it as an auditor: %s', async (_, look) => {
    await look(as('kim', 'coordinator', 'hr_auditor'));
    expect(await programme.parts.take(roundId, 'kim', 'ran')).toBe('audited');
  });

  it('decides about others', async () => {
    await use(ReadCertificate).run(auditor('kim'), roundId);
    const { id } = await programme.draft();
    await use(DiscardMatchingRound).run(coordinator('kim'), id);
  });
});

it('A coordinator who only looks has no part in the round', async () => {
  await use(ReadCertificate).run(coordinator('kim'), roundId);
  expect(await programme.parts.take(roundId, 'kim', 'audited')).toBe('audited');
});

it('A program of ours has no part in any', async () => {
  const worker = Authority.ofProgram('hr_auditor');
  await use(ReadCertificate).run(worker, roundId);
  await use(DiscardMatchingRound).run(worker, roundId);
});

describe('What an auditor reads of overrides', () => {
  let id: string;
  beforeEach(async () => {
    id = await override(coordinator('kim'));
  });

  it('is why, in which role and when, and nobody’s id', async () => {
    const reasons = await use(ReadOverrideReasons).run(auditor('lee'), roundId);
    expect(reasons).toEqual([
      {
        ...{ id, kind: 'pin', reason: 'Both asked.', role: 'coordinator', state: 'solved' },
        decidedAt: programme.clock.now(),
      },
    ]);
  });

  it('stands in the certificate under pseudonyms, without who decided', async () => {
    const decidersFor = async (who: Authority) =>
      (await use(ReadCertificate).run(who, roundId)).given!.overrides.map(
        ({ override: { decidedBy } }) => decidedBy,
      );
    expect(await decidersFor(auditor('lee'))).toEqual([{ role: 'coordinator' }]);
    expect(await decidersFor(coordinator('kim'))).toEqual([
      { role: 'coordinator', personId: 'person-of-kim' },
    ]);
  });

  it('is nothing before the round is solved', async () => {
    const draft = await programme.draft();
    await expect(use(ReadOverrideReasons).run(auditor('lee'), draft.id)).rejects.toMatchObject({
      code: 'matching-round.not-solved',
    });
  });
});
