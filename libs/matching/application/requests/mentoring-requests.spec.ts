import { AsksForMentor, ProgrammeClosing } from '@evenhand/people';
import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import { ChangeMentoringRequest } from './change-mentoring-request';
import { CreateMentoringRequest } from './create-mentoring-request';
import { ListMentoringRequests } from './list-mentoring-requests';
import { ReadMentoringRequest } from './read-mentoring-request';
import { SubmitImportedRequests } from './submit-imported-requests';
import { SubmitMentoringRequest } from './submit-mentoring-request';
import { WithdrawMentoringRequest } from './withdraw-mentoring-request';

let programme: MatchingProgramme;
let ada: string;

const create = (parts: { readonly submit?: boolean; readonly welcomedAgain?: readonly string[] } = {}) =>
  programme.use(CreateMentoringRequest).run(as(ada), { programmeId: programme.id, personId: ada, ...parts });
const as = (personId: string) => authorityOfPerson(personId, programme.id);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  ({ personId: ada } = await programme.mentee(aMentee({ id: 'ada' }), { asks: false }));
});

describe('To ask for a mentor', () => {
  it('makes a draft, which waits from the day of its submission', async () => {
    const draft = await create({ welcomedAgain: ['cy', 'cy'] });
    expect(draft).toMatchObject({ state: 'draft', welcomedAgain: ['cy'], version: 1 });
    expect(draft.firstSubmittedOn).toBeUndefined();
    programme.clock.pass(3);
    expect(await programme.use(SubmitMentoringRequest).run(as(ada), draft.id)).toMatchObject({
      ...{ state: 'submitted', firstSubmittedOn: '2026-10-04', version: 2 },
    });
  });

  it('can submit at once', async () => {
    expect(await create({ submit: true })).toMatchObject({
      ...{ state: 'submitted', firstSubmittedOn: '2026-10-01' },
    });
  });

  it('is refused by a closed programme, to create and to submit', async () => {
    const { id } = await create();
    programme.state = 'closed';
    await expect(create()).rejects.toThrow(refused('programme.closed'));
    await expect(programme.use(SubmitMentoringRequest).run(as(ada), id)).rejects.toThrow(
      refused('programme.closed'),
    );
    expect(await programme.stateOf(id)).toBe('draft');
  });

  it('is refused without a mentee profile', async () => {
    programme.people.mentees.delete(ada);
    await expect(create()).rejects.toThrow(refused('mentoring-request.no-profile'));
  });

  it.each([{ consent: false }, { active: false }])(
    'is refused to whoever takes no part: %j',
    async (change) => {
      const { id } = await create();
      programme.changePerson(ada, change);
      await expect(programme.use(SubmitMentoringRequest).run(as(ada), id)).rejects.toThrow(
        refused('mentoring-request.not-taking-part'),
      );
      await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, id);
      await expect(create()).rejects.toThrow(refused('mentoring-request.not-taking-part'));
    },
  );

  it('is refused while another request is open', async () => {
    await create();
    await expect(create()).rejects.toThrow(refused('mentoring-request.already-open'));
  });

  it('is refused for somebody else, and for nobody, in the same words', async () => {
    const ask = programme.use(CreateMentoringRequest);
    await expect(ask.run(as('bo'), { programmeId: programme.id, personId: ada })).rejects.toThrow(
      `There is no person ${ada}.`,
    );
    await expect(ask.run(EVERYWHERE, { programmeId: programme.id, personId: ada })).rejects.toThrow(
      `There is no person ${ada}.`,
    );
    await expect(ask.run(as('nobody'), { programmeId: programme.id, personId: 'nobody' })).rejects.toThrow(
      'There is no person nobody.',
    );
    await expect(ask.run(as(ada), { programmeId: 'another', personId: ada })).rejects.toThrow(
      refused('person.not-found'),
    );
  });
});

describe('A request', () => {
  it('is for its own person alone, whatever they would do with it', async () => {
    const { id } = await create();
    const attempts = [
      programme.use(ReadMentoringRequest).run(as('bo'), id),
      programme.use(SubmitMentoringRequest).run(as('bo'), id),
      programme.use(WithdrawMentoringRequest).run(as('bo'), id),
      programme.use(ChangeMentoringRequest).run(as('bo'), id, 1, { welcomedAgain: [] }),
    ];
    for (const attempt of attempts) {
      await expect(attempt).rejects.toThrow(`There is no mentoring request ${id}.`);
    }
    await expect(programme.use(ReadMentoringRequest).run(EVERYWHERE, 'none')).rejects.toThrow(
      'There is no mentoring request none.',
    );
    expect(await programme.use(ReadMentoringRequest).run(as(ada), id)).toMatchObject({ id, version: 1 });
  });

  it('is read and withdrawn by who looks after the programme, and what it asks for is not theirs to say', async () => {
    const { id } = await create();
    expect(await programme.use(ReadMentoringRequest).run(EVERYWHERE, id)).toMatchObject({ id });
    const change = programme.use(ChangeMentoringRequest).run(EVERYWHERE, id, 1, { welcomedAgain: [] });
    await expect(change).rejects.toThrow(refused('access.forbidden'));
    await expect(programme.use(SubmitMentoringRequest).run(EVERYWHERE, id)).rejects.toThrow(
      refused('access.forbidden'),
    );
    expect(await programme.stateOf(id)).toBe('draft');
    await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, id);
    expect(await programme.stateOf(id)).toBe('withdrawn');
  });

  it('is changed by who has read it as it is, as long as it waits for an answer', async () => {
    const { id } = await create();
    const change = programme.use(ChangeMentoringRequest);
    expect(await change.run(as(ada), id, 1, { welcomedAgain: ['cy', 'cy'] })).toMatchObject({
      ...{ welcomedAgain: ['cy'], version: 2 },
    });
    await expect(change.run(as(ada), id, 1, { welcomedAgain: [] })).rejects.toThrow(refused('version.stale'));
    await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, id);
    await expect(change.run(as(ada), id, 3, { welcomedAgain: [] })).rejects.toThrow(
      refused('mentoring-request.cannot-change'),
    );
  });

  it('is submitted once and withdrawn once', async () => {
    const { id } = await create({ submit: true });
    await expect(programme.use(SubmitMentoringRequest).run(as(ada), id)).rejects.toThrow(
      refused('mentoring-request.cannot-submit'),
    );
    await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, id);
    await expect(programme.use(WithdrawMentoringRequest).run(EVERYWHERE, id)).rejects.toThrow(
      refused('mentoring-request.cannot-withdraw'),
    );
  });

  it('that is withdrawn while proposed declines the proposal and has the place filled again', async () => {
    const { id } = await create({ submit: true });
    programme.mentor(aMentor({ id: 'cy' }));
    const round = await programme.published();
    expect(await programme.use(WithdrawMentoringRequest).run(as(ada), id)).toMatchObject({
      state: 'withdrawn',
    });
    const [proposal] = await programme.offers(round.id);
    expect(proposal).toMatchObject({
      ...{ state: 'declined', declined: { by: 'mentee', reason: 'request_withdrawn' } },
    });
    expect(programme.outbox.jobs).toEqual([{ kind: 'refill-round', subject: round.id, attempt: 2 }]);
  });

  it('that is withdrawn after its proposal ran out lets it run out', async () => {
    const { id } = await create({ submit: true });
    programme.mentor(aMentor({ id: 'cy' }));
    const round = await programme.published();
    programme.clock.pass(14);
    await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, id);
    expect((await programme.offers(round.id))[0]!.state).toBe('expired');
  });

  it('is listed by programme, person and state, the oldest submission first, in pages', async () => {
    const { requestId: second } = await programme.mentee(aMentee({ id: 'bo' }));
    programme.clock.pass(-1);
    const { id: first } = await create({ submit: true });
    const list = programme.use(ListMentoringRequests);
    const page = await list.run(EVERYWHERE, { programmeId: programme.id }, { limit: 1 });
    expect(page).toMatchObject({ items: [{ id: first }], next: '1' });
    expect(await list.run(EVERYWHERE, { programmeId: programme.id }, { limit: 1, after: '1' })).toMatchObject(
      {
        items: [{ id: second }],
      },
    );
    const own = await list.run(
      EVERYWHERE,
      { programmeId: programme.id, personId: ada, state: 'draft' },
      { limit: 9 },
    );
    expect(own.items).toEqual([]);
  });
});

describe('People of a file', () => {
  it('ask by being there, each once, since the day that the file says', async () => {
    const { personId: bo } = await programme.mentee(aMentee({ id: 'bo' }));
    const asks = programme.use(SubmitImportedRequests);
    const file = [{ personId: ada, since: '2026-08-01' }, { personId: bo }];
    expect(await asks.ask(programme.id, file)).toBe(1);
    expect(await asks.ask(programme.id, file)).toBe(0);
    const { items } = await programme
      .use(ListMentoringRequests)
      .run(EVERYWHERE, { programmeId: programme.id, personId: ada }, { limit: 9 });
    expect(items).toMatchObject([{ state: 'submitted', firstSubmittedOn: '2026-08-01' }]);
  });

  it('do not ask a closed programme', async () => {
    programme.state = 'closed';
    const asks = programme.use(SubmitImportedRequests);
    await expect(asks.ask(programme.id, [{ personId: ada }])).rejects.toThrow(refused('programme.closed'));
    expect(await asks.ask(programme.id, [])).toBe(0);
  });
});

it('A programme that closes lets unanswered requests run out, and no others', async () => {
  const { id: draft } = await create();
  const { requestId: submitted } = await programme.mentee(aMentee({ id: 'bo' }));
  const { requestId: withdrawn } = await programme.mentee(aMentee({ id: 'cy' }));
  await programme.use(WithdrawMentoringRequest).run(EVERYWHERE, withdrawn);
  await programme.use(ProgrammeClosing).closed(programme.id);
  expect(await Promise.all([draft, submitted, withdrawn].map((id) => programme.stateOf(id)))).toEqual([
    'expired',
    'expired',
    'withdrawn',
  ]);
  expect(programme.use(AsksForMentor)).toBe(programme.use(SubmitImportedRequests));
});
