import type { Authority, DomainError } from '@evenhand/kernel';
import {
  aMentee,
  aMentor,
  authorityIn,
  authorityOfPerson,
  EVERYWHERE,
  MatchingProgramme,
} from '@evenhand/testing';
import * as matching from '../index';

/** Ids of what there is in the programme. */
interface Known {
  readonly programme: string;
  readonly person: string;
  readonly request: string;
  readonly draft: string;
  readonly solved: string;
  readonly override: string;
  readonly replay: string;
  readonly preview: string;
  readonly overridePreview: string;
  readonly proposal: string;
}

let programme: MatchingProgramme;
let known: Known;

beforeAll(async () => {
  programme = await MatchingProgramme.open();
  await programme.mentee(aMentee({ id: 'ada' }));
  programme.clock.pass(1);
  const bo = await programme.mentee(aMentee({ id: 'bo' }));
  programme.mentor(aMentor({ id: 'cy' }));
  const published = await programme.published();
  const mentorId = programme.mentor(aMentor({ id: 'dee' }));
  const { id: solved } = await programme.solved();
  const decision = { kind: 'pin' as const, requestId: bo.requestId, mentorId };
  const ask = (question: matching.NewEnquiry) =>
    programme.use(matching.AskEnquiry).run(EVERYWHERE, solved, question);
  const { id: replay } = await ask({ kind: 'replay' });
  const { id: preview } = await ask({ kind: 'preview', rules: { floor: 100 } });
  const { id: overridePreview } = await ask({ kind: 'override', decision });
  await programme.work();
  const { id: override } = await programme
    .use(matching.OverrideMatchingRound)
    .run(EVERYWHERE, solved, (await programme.round(solved)).version, { ...decision, reason: 'Both asked.' });
  await programme.work();
  const { personId: person } = await programme.mentee(aMentee({ id: 'eve' }), { asks: false });
  const fay = await programme.mentee(aMentee({ id: 'fay' }), { asks: false });
  const asked = { programmeId: programme.id, personId: fay.personId };
  known = {
    ...{ programme: programme.id, person, solved, override, replay, preview, overridePreview },
    request: (
      await programme
        .use(matching.CreateMentoringRequest)
        .run(authorityOfPerson(fay.personId, programme.id), asked)
    ).id,
    draft: (await programme.draft()).id,
    proposal: (await programme.offers(published.id))[0]!.id,
  };
}, 30_000);

/** The id of what somebody asks for, and how they ask for it. */
type Attempt = readonly [of: keyof Known, ask: (who: Authority, id: string) => Promise<unknown>];

const use: MatchingProgramme['use'] = (useCase) => programme.use(useCase);
const requestOf = (personId: string) => ({ programmeId: programme.id, personId });

/** Every use case that is about one thing. */
const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  CreateMentoringRequest: [
    'person',
    (who, id) => use(matching.CreateMentoringRequest).run(who, requestOf(id)),
  ],
  SubmitMentoringRequest: ['request', (who, id) => use(matching.SubmitMentoringRequest).run(who, id)],
  ChangeMentoringRequest: [
    'request',
    (who, id) => use(matching.ChangeMentoringRequest).run(who, id, 1, { welcomedAgain: [] }),
  ],
  WithdrawMentoringRequest: ['request', (who, id) => use(matching.WithdrawMentoringRequest).run(who, id)],
  AskAgain: ['request', (who, id) => use(matching.AskAgain).run(who, id)],
  ReadMentoringRequest: ['request', (who, id) => use(matching.ReadMentoringRequest).run(who, id)],
  CreateMatchingRound: [
    'programme',
    (who, id) => use(matching.CreateMatchingRound).run(who, { programmeId: id, name: 'Spring' }),
  ],
  ChangeMatchingRound: ['draft', (who, id) => use(matching.ChangeMatchingRound).run(who, id, 1, {})],
  RunMatchingRound: ['draft', (who, id) => use(matching.RunMatchingRound).run(who, id)],
  CancelMatchingRound: ['draft', (who, id) => use(matching.CancelMatchingRound).run(who, id)],
  ReopenMatchingRound: ['draft', (who, id) => use(matching.ReopenMatchingRound).run(who, id)],
  DiscardMatchingRound: ['draft', (who, id) => use(matching.DiscardMatchingRound).run(who, id)],
  PublishMatchingRound: ['solved', (who, id) => use(matching.PublishMatchingRound).run(who, id)],
  ReadMatchingRound: ['solved', (who, id) => use(matching.ReadMatchingRound).run(who, id)],
  ReadRoundResult: ['solved', (who, id) => use(matching.ReadRoundResult).run(who, id)],
  ReadRoundAccess: ['solved', (who, id) => use(matching.ReadRoundAccess).run(who, id)],
  ReadResultDocument: ['solved', (who, id) => use(matching.ReadResultDocument).run(who, id)],
  ReadCertificate: ['solved', (who, id) => use(matching.ReadCertificate).run(who, id)],
  SampleExplanations: ['solved', (who, id) => use(matching.SampleExplanations).run(who, id)],
  ReadBottlenecks: ['solved', (who, id) => use(matching.ReadBottlenecks).run(who, id)],
  ExplainMentoringRequest: [
    'solved',
    (who, id) => use(matching.ExplainMentoringRequest).run(who, id, known.request),
  ],
  AskEnquiry: ['solved', (who, id) => use(matching.AskEnquiry).run(who, id, { kind: 'replay' })],
  ReadEnquiry: ['solved', (who, id) => use(matching.ReadEnquiry).run(who, id, 'replay', known.replay)],
  ReadPreview: ['solved', (who, id) => use(matching.ReadPreview).run(who, id, known.preview)],
  ReadOverridePreview: [
    'solved',
    (who, id) => use(matching.ReadOverridePreview).run(who, id, known.overridePreview),
  ],
  OverrideMatchingRound: [
    'solved',
    (who, id) =>
      use(matching.OverrideMatchingRound).run(who, id, 1, {
        ...{ kind: 'forbid', requestId: known.request, mentorId: known.person, reason: 'No.' },
      }),
  ],
  ReadOverride: ['solved', (who, id) => use(matching.ReadOverride).run(who, id, known.override)],
  'ReadOverride of a round': ['solved', (who, id) => use(matching.ReadOverride).ofRound(who, id)],
  ReadOverrideReasons: ['solved', (who, id) => use(matching.ReadOverrideReasons).run(who, id)],
  ReadProposal: ['proposal', (who, id) => use(matching.ReadProposal).run(who, id)],
  AcceptProposal: ['proposal', (who, id) => use(matching.AcceptProposal).run(who, { id, by: 'mentee' })],
  DeclineProposal: [
    'proposal',
    (who, id) => use(matching.DeclineProposal).run(who, { id, by: 'mentee', reason: 'no_time' }),
  ],
  AskAboutProposal: [
    'proposal',
    (who, id) => use(matching.AskAboutProposal).run(who, { id, by: 'mentee', text: 'Who?' }),
  ],
};

const LISTS = ['ListMentoringRequests', 'ListMatchingRounds', 'ListProposals'];
/** Of reviews `reviews.spec.ts` tells. */
const OF_REVIEWS = ['AskForReview', 'ListReviews', 'SettleReview'];
/** Of jobs, which stand above programmes, `jobs.spec.ts` tells. */
const OF_JOBS = ['ListOpenJobs', 'RedriveJob'];
const FOR_THE_PUBLIC = ['ListTransparentRounds', 'ReadTransparentRound', 'ReadLatestPublishedRound'];
const OF_THE_WORKER = [
  ...['SolveMatchingRun', 'FailMatchingRun', 'RefillMatchingRound', 'SweepProposals'],
  ...['AnswerEnquiry', 'ForgetEnquiries'],
];

const STRANGERS: readonly (readonly [string, () => Authority])[] = [
  ['a coordinator of another programme', () => authorityIn('another')],
  ['an auditor of another programme', () => authorityIn('another', 'hr_auditor')],
  ['a person of another programme', () => authorityOfPerson('person-zoe', 'another')],
  ['a person whom it is not about', () => authorityOfPerson('person-zoe', programme.id, 'mentor')],
];

/** What comes of an attempt, in the words that whoever made it is told. */
async function said(attempt: Promise<unknown>): Promise<{ readonly code: string; readonly text: string }> {
  try {
    await attempt;
    return { code: 'none', text: 'It was done.' };
  } catch (error) {
    const { code, message } = error as DomainError;
    return { code, text: message };
  }
}

/** All that there is, as it is now. */
async function everything(): Promise<unknown> {
  const page = { limit: 99 };
  return {
    rounds: await programme.rounds.list(undefined, {}, page),
    requests: await programme.requests.list(undefined, { programmeId: programme.id }, page),
    proposals: await programme.proposals.list(undefined, {}, page),
    jobs: programme.outbox.jobs,
    told: programme.trail.events.length,
  };
}

it('Every use case is looked at here, or is for the public or the worker', () => {
  const isUseCase = (it: unknown): boolean =>
    typeof it === 'function' && typeof (it.prototype as { run?: unknown } | undefined)?.run === 'function';
  const useCases = Object.entries(matching).flatMap(([name, it]) => (isUseCase(it) ? [name] : []));
  const lookedAt = Object.keys(ATTEMPTS).filter((name) => !name.includes(' '));
  expect(useCases.sort()).toEqual(
    [...lookedAt, ...LISTS, ...OF_REVIEWS, ...OF_JOBS, ...FOR_THE_PUBLIC, ...OF_THE_WORKER].sort(),
  );
});

describe.each(STRANGERS)('To %s', (_, stranger) => {
  it.each(Object.entries(ATTEMPTS))(
    '%s says the same as where nothing is, and does nothing',
    async (name, [of, ask]) => {
      const id = known[of];
      const isPersonOfProgramme = stranger().personIn(programme.id) !== undefined;
      const before = await everything();
      const told = await said(ask(stranger(), id));
      if (name === 'ExplainMentoringRequest' && isPersonOfProgramme) {
        expect(told.code).toBe('matching-round.not-published');
      } else {
        const missing = await said(ask(EVERYWHERE, 'none'));
        expect(missing.code).toMatch(/\.not-found$/);
        expect(told).toEqual({ ...missing, text: missing.text.replace('none', id) });
      }
      expect(await everything()).toEqual(before);
    },
  );

  it('lists hold nothing, and nobody is named in the log', async () => {
    const before = programme.trail.events.length;
    const lists = [
      use(matching.ListMentoringRequests).run(stranger(), { programmeId: programme.id }, { limit: 9 }),
      use(matching.ListMatchingRounds).run(stranger(), {}, { limit: 9 }),
      use(matching.ListMatchingRounds).run(stranger(), { programmeId: programme.id }, { limit: 9 }),
      use(matching.ListProposals).run(stranger(), {}, { limit: 9 }),
      use(matching.ListProposals).run(stranger(), { personId: 'person-ada' }, { limit: 9 }),
    ];
    for (const { items } of await Promise.all(lists)) expect(items).toEqual([]);
    expect(programme.trail.events).toHaveLength(before);
  });
});

describe('Lists hold', () => {
  const page = { limit: 9 };

  it('to a coordinator what is of their programme, and not of others', async () => {
    const who = authorityIn(programme.id);
    const requests = await use(matching.ListMentoringRequests).run(who, { programmeId: programme.id }, page);
    expect(requests.items).toHaveLength(3);
    expect((await use(matching.ListMatchingRounds).run(who, {}, page)).items).toHaveLength(3);
    expect((await use(matching.ListProposals).run(who, {}, page)).items).toHaveLength(1);
  });

  it('to somebody what is their own, whomever they ask for', async () => {
    const who = authorityOfPerson('person-ada', programme.id);
    const filter = { programmeId: programme.id };
    const personsIn = async (personId?: string) => {
      const given = personId === undefined ? filter : { ...filter, personId };
      const { items } = await use(matching.ListMentoringRequests).run(who, given, page);
      return items.map((one) => one.personId);
    };
    expect(await personsIn()).toEqual(['person-ada']);
    expect(await personsIn('person-bo')).toEqual([]);
    expect((await use(matching.ListProposals).run(who, {}, page)).items).toMatchObject([
      { menteeId: 'person-ada' },
    ]);
    expect((await use(matching.ListProposals).run(who, { personId: 'person-dee' }, page)).items).toEqual([]);
  });
});

it('What is reached is reached: the same things are there for a coordinator of the programme', async () => {
  const reads = Object.entries(ATTEMPTS).filter(([name]) => name.startsWith('Read'));
  expect(reads).toHaveLength(14);
  for (const [, [of, ask]] of reads) {
    expect(await said(ask(authorityIn(programme.id), known[of]))).toMatchObject({ code: 'none' });
  }
});
