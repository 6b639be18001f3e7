import type { AuditedEvent, Authority } from '@evenhand/kernel';
import { aMentee, aMentor, authorityIn, authorityOfPerson, MatchingProgramme } from '@evenhand/testing';
import { AskEnquiry } from './enquiries/ask-enquiry';
import { ReadEnquiry } from './enquiries/read-enquiry';
import { ReadOverridePreview } from './enquiries/read-override-preview';
import { ReadPreview } from './enquiries/read-preview';
import { MOST_NAMED_IN_LOG, namedInLog } from './named-in-log';
import { OverrideMatchingRound } from './overrides/override-matching-round';
import { ReadOverride } from './overrides/read-override';
import { ReadOverrideReasons } from './overrides/read-override-reasons';
import { AcceptProposal } from './proposals/accept-proposal';
import { AskAboutProposal } from './proposals/ask-about-proposal';
import { DeclineProposal } from './proposals/decline-proposal';
import { ListProposals } from './proposals/list-proposals';
import { ReadProposal } from './proposals/read-proposal';
import { ChangeMentoringRequest } from './requests/change-mentoring-request';
import { CreateMentoringRequest } from './requests/create-mentoring-request';
import { ListMentoringRequests } from './requests/list-mentoring-requests';
import { ReadMentoringRequest } from './requests/read-mentoring-request';
import { SubmitMentoringRequest } from './requests/submit-mentoring-request';
import { WithdrawMentoringRequest } from './requests/withdraw-mentoring-request';
import { CancelMatchingRound } from './rounds/cancel-matching-round';
import { ChangeMatchingRound } from './rounds/change-matching-round';
import { CreateMatchingRound } from './rounds/create-matching-round';
import { DiscardMatchingRound } from './rounds/discard-matching-round';
import { ExplainMentoringRequest } from './rounds/explain-mentoring-request';
import { ListMatchingRounds } from './rounds/list-matching-rounds';
import { PublishMatchingRound } from './rounds/publish-matching-round';
import { ReadBottlenecks } from './rounds/read-bottlenecks';
import { ReadCertificate } from './rounds/read-certificate';
import { ReadMatchingRound } from './rounds/read-matching-round';
import { ReadResultDocument } from './rounds/read-result-document';
import { ReadRoundAccess } from './rounds/read-round-access';
import { ReadRoundResult } from './rounds/read-round-result';
import { ReopenMatchingRound } from './rounds/reopen-matching-round';
import { RunMatchingRound } from './rounds/run-matching-round';

let programme: MatchingProgramme;
let coordinator: Authority;
let auditor: Authority;
const use: MatchingProgramme['use'] = (useCase) => programme.use(useCase);
const page = { limit: 9 };

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  coordinator = authorityIn(programme.id);
  auditor = authorityIn(programme.id, 'hr_auditor');
  await programme.mentee(aMentee({ id: 'ada' }));
  programme.clock.pass(1);
  await programme.mentee(aMentee({ id: 'bo' }));
  programme.mentor(aMentor({ id: 'cy' }));
});

/** What is told while something is done. */
async function toldOf(work: () => Promise<unknown>): Promise<readonly AuditedEvent[]> {
  const before = programme.trail.events.length;
  await work();
  return programme.trail.events.slice(before);
}

/** The same, each as its kind and what was done, and whom it names. */
async function shortlyOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  return (await toldOf(work)).map(({ kind, action, personIds = [] }) =>
    [kind, action, ...personIds.map((id) => id.replace('person-', '')).sort()].join(' '),
  );
}

describe('Of a round the log is told', () => {
  it('what is done with it, by whom, and what the worker makes of it', async () => {
    const told = await toldOf(async () => {
      const { id } = await use(CreateMatchingRound).run(coordinator, {
        ...{ programmeId: programme.id, name: 'Spring' },
      });
      await use(ChangeMatchingRound).run(coordinator, id, 1, { name: 'Summer' });
      await use(RunMatchingRound).run(coordinator, id);
      await use(CancelMatchingRound).run(coordinator, id);
      await use(ReopenMatchingRound).run(coordinator, id);
      await use(RunMatchingRound).run(coordinator, id);
      await programme.work();
      await use(PublishMatchingRound).run(coordinator, id);
    });
    const roleOf = ({ authority, programmeId }: AuditedEvent) =>
      authority.over({ programmeId: programmeId! })!.role;
    expect(told.map((event) => [event.kind, event.action, roleOf(event)])).toEqual([
      ['change', 'matching-round.made', 'coordinator'],
      ['change', 'matching-round.changed', 'coordinator'],
      ['decision', 'matching-round.queued', 'coordinator'],
      ['decision', 'matching-round.cancelled', 'coordinator'],
      ['change', 'matching-round.reopened', 'coordinator'],
      ['decision', 'matching-round.queued', 'coordinator'],
      ['decision', 'matching-round.solved', 'worker'],
      ['decision', 'matching-round.published', 'coordinator'],
    ]);
    const { id } = (await programme.rounds.list(undefined, {}, page)).items[0]!;
    for (const { programmeId, thing } of told) {
      expect([programmeId, thing]).toEqual([programme.id, { kind: 'matching-round', id }]);
    }
  });

  it('whom a publication offers to each other', async () => {
    const { id } = await programme.solved();
    expect(await shortlyOf(() => use(PublishMatchingRound).run(coordinator, id))).toEqual([
      'decision matching-round.published ada cy',
    ]);
  });

  it('that it was discarded, and of whom an override decided, and how', async () => {
    const round = await programme.solved();
    const decision = {
      ...{ kind: 'forbid' as const, requestId: await requestOf('ada'), mentorId: 'person-cy' },
      reason: 'They share a kitchen.',
    };
    const told = await toldOf(() =>
      use(OverrideMatchingRound).run(coordinator, round.id, round.version, decision),
    );
    expect(told).toMatchObject([
      {
        ...{ kind: 'decision', action: 'matching-round.overridden', programmeId: programme.id },
        ...{ personIds: ['person-ada', 'person-cy'], details: { decided: 'forbid' } },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain('kitchen');
    expect(await shortlyOf(() => use(DiscardMatchingRound).run(coordinator, round.id))).toEqual([
      'decision matching-round.discarded',
    ]);
  });

  it('nothing where it is refused, nor where rounds themselves are looked at: they are public', async () => {
    const { id } = await programme.solved();
    programme.changePerson('person-cy', { active: false });
    const told = await toldOf(async () => {
      await expect(use(PublishMatchingRound).run(coordinator, id)).rejects.toMatchObject({
        code: 'matching-round.pair-not-eligible',
      });
      await use(ReadMatchingRound).run(coordinator, id);
      await use(ListMatchingRounds).run(coordinator, {}, page);
    });
    expect(told).toEqual([]);
  });

  it('whom a refill offers to each other', async () => {
    const { id } = await programme.published();
    const offer = await offerOf(id);
    await use(DeclineProposal).run(await programme.wordOf('mentee', offer.id), {
      ...offer,
      reason: 'no_time',
    });
    expect(await shortlyOf(() => programme.work())).toEqual([
      'decision matching-round.offered-again bo cy',
      'decision matching-round.solved',
    ]);
  });
});

describe('Of who looks at what came of a round', () => {
  let id: string;
  beforeEach(async () => ({ id } = await programme.solved()));

  const LOOKS = [
    ['matching-round.access-read', (who: Authority) => use(ReadRoundAccess).run(who, id)],
    ['matching-round.certificate-read', (who: Authority) => use(ReadCertificate).run(who, id)],
    ['matching-round.document-exported', (who: Authority) => use(ReadResultDocument).run(who, id)],
    ['matching-round.bottlenecks-read', (who: Authority) => use(ReadBottlenecks).run(who, id)],
    ['matching-round.override-reasons-read', (who: Authority) => use(ReadOverrideReasons).run(who, id)],
  ] as const;

  it.each(LOOKS)('the log is told: %s', async (action, look) => {
    const byCoordinator = action === 'matching-round.document-exported' ? 'export' : 'read';
    expect(await shortlyOf(() => look(coordinator))).toEqual([`${byCoordinator} ${action}`]);
    const told = await toldOf(() => look(auditor));
    expect(told).toMatchObject([
      { kind: 'equity', action, programmeId: programme.id, thing: { kind: 'matching-round', id } },
    ]);
  });

  it('the log is told whom the result names, each once', async () => {
    expect(await shortlyOf(() => use(ReadRoundResult).run(coordinator, id))).toEqual([
      'read matching-round.result-read ada bo cy',
    ]);
  });

  it('the log is told what they enquire, and that they read the answer, once there is one', async () => {
    let enquiry = '';
    const asked = await toldOf(async () => {
      ({ id: enquiry } = await use(AskEnquiry).run(auditor, id, { kind: 'replay' }));
    });
    expect(asked).toMatchObject([
      {
        kind: 'equity',
        action: 'enquiry.asked',
        thing: { kind: 'enquiry', id: enquiry },
        details: { round: id },
      },
    ]);
    const read = () => use(ReadEnquiry).run(auditor, id, 'replay', enquiry);
    expect(await toldOf(read)).toEqual([]);
    await programme.work();
    expect(await toldOf(read)).toMatchObject([
      { kind: 'equity', action: 'enquiry.read', details: { question: 'replay', round: id } },
    ]);
  });

  it('the log is told whom previews are about', async () => {
    const decision = { kind: 'forbid' as const, requestId: await requestOf('ada'), mentorId: 'person-cy' };
    const ids: string[] = [];
    expect(
      await shortlyOf(async () => {
        ids.push(
          (await use(AskEnquiry).run(coordinator, id, { kind: 'preview', rules: { floor: 9_999 } })).id,
        );
        ids.push((await use(AskEnquiry).run(coordinator, id, { kind: 'override', decision })).id);
        const { requestId } = decision;
        ids.push((await use(AskEnquiry).run(coordinator, id, { kind: 'override', requestId })).id);
      }),
    ).toEqual(['read enquiry.asked', 'read enquiry.asked ada cy', 'read enquiry.asked ada']);
    await programme.work();
    expect(
      await shortlyOf(async () => {
        await use(ReadPreview).run(coordinator, id, ids[0]!);
        await use(ReadOverridePreview).run(coordinator, id, ids[1]!);
        await use(ReadOverridePreview).run(coordinator, id, ids[2]!);
      }),
    ).toEqual(['read enquiry.read ada', 'read enquiry.read ada bo cy', 'read enquiry.read ada cy']);
  });

  it('the log is told whose overrides they read', async () => {
    const { version } = await programme.round(id);
    const decision = { kind: 'pin' as const, requestId: await requestOf('bo'), mentorId: 'person-cy' };
    const { id: override } = await use(OverrideMatchingRound).run(coordinator, id, version, {
      ...{ ...decision, reason: 'Both asked.' },
    });
    expect(
      await shortlyOf(async () => {
        await use(ReadOverride).run(coordinator, id, override);
        await use(ReadOverride).ofRound(coordinator, id);
      }),
    ).toEqual(['read override.read bo cy', 'read matching-round.overrides-read bo cy']);
  });

  it('the log is told to whom a request is explained, and of whom', async () => {
    await use(PublishMatchingRound).run(coordinator, id);
    const explain = use(ExplainMentoringRequest);
    const [ada, bo] = [await requestOf('ada'), await requestOf('bo')];
    expect(
      await shortlyOf(async () => {
        await explain.run(coordinator, id, ada);
        await explain.run(authorityOfPerson('person-cy', programme.id, 'mentor'), id, ada);
        await explain.run(authorityOfPerson('person-bo', programme.id), id, bo);
      }),
    ).toEqual(['read explanation.read ada cy', 'read explanation.read ada cy']);
  });
});

describe('Of a request', () => {
  it('the log is told what others do with it', async () => {
    const { requestId: id } = await programme.mentee(aMentee({ id: 'eve' }));
    const told = await shortlyOf(async () => {
      await use(ReadMentoringRequest).run(coordinator, id);
      await use(ListMentoringRequests).run(coordinator, { programmeId: programme.id }, page);
      await use(WithdrawMentoringRequest).run(coordinator, id);
    });
    expect(told).toEqual([
      'read mentoring-request.read eve',
      'read mentoring-requests.listed ada bo eve',
      'change mentoring-request.withdrawn eve',
    ]);
  });

  it('the log is told nothing of what its own person does', async () => {
    const { personId } = await programme.mentee(aMentee({ id: 'eve' }), { asks: false });
    const eve = authorityOfPerson(personId, programme.id);
    const told = await toldOf(async () => {
      const { id } = await use(CreateMentoringRequest).run(eve, { programmeId: programme.id, personId });
      await use(ChangeMentoringRequest).run(eve, id, 1, { welcomedAgain: [] });
      await use(SubmitMentoringRequest).run(eve, id);
      await use(ReadMentoringRequest).run(eve, id);
      await use(ListMentoringRequests).run(eve, { programmeId: programme.id }, page);
      await use(WithdrawMentoringRequest).run(eve, id);
    });
    expect(told).toEqual([]);
  });

  it('the log is told that a proposal ended with it, whoever withdrew it', async () => {
    await programme.published();
    const ada = authorityOfPerson('person-ada', programme.id);
    const request = await requestOf('ada');
    expect(await shortlyOf(() => use(WithdrawMentoringRequest).run(ada, request))).toEqual([
      'decision proposal.declined ada cy',
    ]);
  });
});

describe('Of a proposal', () => {
  it('the log is told who reads it and what its two people say', async () => {
    const offer = await offerOf((await programme.published()).id);
    const cy = authorityOfPerson('person-cy', programme.id, 'mentor');
    const told = await toldOf(async () => {
      await use(ReadProposal).run(cy, offer.id);
      await use(ListProposals).run(coordinator, {}, page);
      await use(AskAboutProposal).run(cy, { ...offer, text: 'At the Fox & Hounds?' });
      await use(AcceptProposal).run(await programme.wordOf('mentee', offer.id), offer);
      await use(DeclineProposal).run(cy, { ...offer, reason: 'no_time', note: 'Sorry, no time at all.' });
    });
    expect(told.map(({ kind, action, details }) => [kind, action, details])).toEqual([
      ['read', 'proposal.read', {}],
      ['read', 'proposals.listed', undefined],
      ['change', 'proposal.asked-about', { by: 'mentor' }],
      ['decision', 'proposal.accepted', { by: 'mentee' }],
      ['decision', 'proposal.declined', { by: 'mentor', reason: 'no_time' }],
    ]);
    for (const { personIds, programmeId } of told) {
      expect([personIds, programmeId]).toEqual([['person-ada', 'person-cy'], programme.id]);
    }
    expect(JSON.stringify(told)).not.toMatch(/Fox|Sorry/);
  });

  it('the log is told when its time was up', async () => {
    await programme.published();
    programme.clock.pass(20);
    expect(await shortlyOf(() => programme.sweep())).toEqual(['decision proposal.expired ada cy']);
  });
});

it('Everybody is named in an event, each once, however many there are', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `person-${at}`);
  const most = ids(MOST_NAMED_IN_LOG);
  expect(namedInLog([])).toEqual([{}]);
  expect(namedInLog([...most, ...most])).toEqual([{ personIds: most }]);
  expect(namedInLog(ids(MOST_NAMED_IN_LOG + 1)).map(({ personIds }) => personIds?.length)).toEqual([500, 1]);
});

async function requestOf(mentee: string): Promise<string> {
  const filter = { programmeId: programme.id, personId: `person-${mentee}` };
  return (await programme.requests.list(undefined, filter, page)).items[0]!.id;
}

async function offerOf(roundId: string): Promise<{ readonly id: string }> {
  return { id: (await programme.offers(roundId))[0]!.id };
}
