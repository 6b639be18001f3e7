import { aMentee, aMentor, authorityOfPerson, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { AcceptProposal } from './accept-proposal';
import { AskAboutProposal } from './ask-about-proposal';
import { DeclineProposal } from './decline-proposal';
import { ListProposals } from './list-proposals';
import { ReadProposal } from './read-proposal';

let programme: MatchingProgramme;
let ada: { readonly personId: string; readonly requestId: string };
let cy: string;
let round: MatchingRound;
let id: string;

const as = (personId: string) => authorityOfPerson(personId, programme.id);
const refused = (code: string): Error => expect.objectContaining({ code }) as Error;

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  ada = await programme.mentee(aMentee({ id: 'ada' }));
  cy = programme.mentor(aMentor({ id: 'cy' }));
  round = await programme.published();
  id = (await programme.offers(round.id))[0]!.id;
});

describe('A proposal', () => {
  it('is its two people’s alone, in the words that there are for none', async () => {
    const attempts = [
      programme.use(ReadProposal).run(as('bo'), id),
      programme.use(AcceptProposal).run(as('bo'), { id, by: 'mentee' }),
      programme.use(DeclineProposal).run(as('bo'), { id, by: 'mentee', reason: 'no_time' }),
      programme.use(AskAboutProposal).run(as('bo'), { id, by: 'mentee', text: 'Who?' }),
    ];
    for (const attempt of attempts) {
      await expect(attempt).rejects.toThrow(`There is no proposal ${id}.`);
    }
    await expect(programme.use(ReadProposal).run(EVERYWHERE, 'none')).rejects.toThrow(
      'There is no proposal none.',
    );
    for (const who of [as(ada.personId), as(cy), EVERYWHERE]) {
      expect(await programme.use(ReadProposal).run(who, id)).toMatchObject({ id, state: 'offered' });
    }
  });

  it('is answered by each for themselves', async () => {
    const accept = programme.use(AcceptProposal);
    await expect(accept.run(as(ada.personId), { id, by: 'mentor' })).rejects.toThrow(
      refused('access.forbidden'),
    );
    const half = await accept.run(as(ada.personId), { id });
    expect(half.menteeAcceptedAt).toEqual(programme.clock.now());
    expect(half.mentorAcceptedAt).toBeUndefined();
    await expect(accept.run(as(ada.personId), { id, by: 'mentee' })).rejects.toThrow(
      refused('proposal.already-accepted'),
    );
    expect(await programme.stateOf(ada.requestId)).toBe('proposed');
  });

  it.each(['mentee', 'mentor', undefined] as const)(
    'is answered by nobody else, whatever they look after: as %s',
    async (side) => {
      const by = side === undefined ? {} : { by: side };
      for (const answer of [
        programme.use(AcceptProposal).run(EVERYWHERE, { id, ...by }),
        programme.use(DeclineProposal).run(EVERYWHERE, { id, ...by, reason: 'no_time' }),
        programme.use(AskAboutProposal).run(EVERYWHERE, { id, ...by, text: 'Who?' }),
      ]) {
        await expect(answer).rejects.toThrow(refused('access.forbidden'));
      }
      expect(await programme.proposals.byId(id)).toMatchObject({ state: 'offered', version: 1 });
    },
  );

  it('is confirmed once, however close together both accept', async () => {
    const accept = programme.use(AcceptProposal);
    const answers = await Promise.all([accept.run(as(ada.personId), { id }), accept.run(as(cy), { id })]);
    expect(answers.map(({ state }) => state)).toEqual(['offered', 'confirmed']);
    expect(await programme.stateOf(ada.requestId)).toBe('matched');
    await expect(programme.use(DeclineProposal).run(as(cy), { id, reason: 'no_time' })).rejects.toThrow(
      refused('proposal.not-open'),
    );
    expect(await programme.stateOf(ada.requestId)).toBe('matched');
  });

  it.each([
    ['not taking part', () => programme.changePerson(ada.personId, { consent: false })],
    ['not taking part', () => programme.changePerson(ada.personId, { active: false })],
    ['not taking part', () => programme.changePerson(cy, { consent: false })],
    ['not taking part', () => programme.changePerson(cy, { active: false })],
    ['not to be paired', () => programme.changePerson(ada.personId, { exclude: ['CY'] })],
    ['not to be paired', () => programme.changePerson(cy, { exclude: ['ADA'] })],
  ])('is not accepted by either once the two are %s', async (reason, change) => {
    const accept = programme.use(AcceptProposal);
    await accept.run(as(ada.personId), { id });
    change();
    programme.people.held = [];
    for (const answer of [() => accept.run(as(cy), { id }), () => accept.run(as(cy), { id, by: 'mentor' })]) {
      await expect(answer()).rejects.toThrow(refused('proposal.pair-not-eligible'));
      await expect(answer()).rejects.toThrow(`(${reason})`);
    }
    expect(programme.people.held).toEqual([ada.personId, cy]);
    expect(await programme.proposals.byId(id)).toMatchObject({ state: 'offered' });
    expect(await programme.stateOf(ada.requestId)).toBe('proposed');
  });

  it('shows both of its people who they are, as long as it stands', async () => {
    const cards = {
      mentee: {
        ...{ personId: ada.personId, name: 'A Name', organisation: 'The Northfield' },
        stage: 'New and first-line managers and leaders',
        ...{ professionalGroup: 'Nurses', profession: 'Adult nurses' },
      },
      mentor: {
        ...{ personId: cy, name: 'A Name', organisation: 'The Southfield' },
        stage: 'Senior managers and leaders',
        ...{ professionalGroup: 'Nurses', profession: 'Adult nurses' },
      },
    };
    const read = programme.use(ReadProposal);
    expect(await read.run(as(ada.personId), id)).toMatchObject(cards);
    expect(
      (await programme.use(ListProposals).run(EVERYWHERE, { personId: cy }, { limit: 10 })).items,
    ).toMatchObject([cards]);
    expect(await programme.use(AskAboutProposal).run(as(cy), { id, text: 'Remote?' })).toMatchObject(cards);
    expect(await programme.use(AcceptProposal).run(as(ada.personId), { id })).toMatchObject(cards);
    expect(await programme.use(AcceptProposal).run(as(cy), { id })).toMatchObject({
      state: 'confirmed',
      ...cards,
    });
  });

  it('no longer shows them once it came to nothing', async () => {
    await programme.use(DeclineProposal).run(await programme.wordOf('mentee', id), { id, reason: 'no_time' });
    const shown = await programme.use(ReadProposal).run(as(cy), id);
    expect(shown).not.toHaveProperty('mentee');
    expect(shown).not.toHaveProperty('mentor');
  });

  it('is declined with a reason, and the mentee waits again from the first day', async () => {
    programme.clock.pass(2);
    const declined = await programme
      .use(DeclineProposal)
      .run(as(cy), { id, reason: 'too_close_at_work', note: 'We share a ward.' });
    expect(declined).toMatchObject({
      state: 'declined',
      declined: { by: 'mentor', reason: 'too_close_at_work', note: 'We share a ward.' },
    });
    expect(await programme.requests.byId(ada.requestId)).toMatchObject({
      ...{ state: 'submitted', firstSubmittedOn: '2026-10-01' },
    });
    expect(await programme.requests.byId(ada.requestId)).not.toHaveProperty('roundId');
    expect(programme.outbox.jobs).toEqual([{ kind: 'refill-round', subject: round.id, attempt: 2 }]);
  });

  it('takes questions of both', async () => {
    const ask = programme.use(AskAboutProposal);
    await ask.run(as(ada.personId), { id, text: 'Which day suits?' });
    expect((await ask.run(as(cy), { id, text: 'Remote?', by: 'mentor' })).questions).toMatchObject([
      { by: 'mentee', text: 'Which day suits?' },
      { by: 'mentor', text: 'Remote?' },
    ]);
  });

  it('can no longer be answered once the time is up, swept or not', async () => {
    programme.clock.pass(14);
    await expect(programme.use(AcceptProposal).run(as(cy), { id })).rejects.toThrow(
      refused('proposal.run-out'),
    );
    await expect(programme.use(DeclineProposal).run(as(cy), { id, reason: 'no_time' })).rejects.toThrow(
      refused('proposal.run-out'),
    );
    expect(await programme.stateOf(ada.requestId)).toBe('proposed');
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('is listed by round, person and state', async () => {
    const list = programme.use(ListProposals);
    const page = { limit: 10 };
    for (const filter of [
      { roundId: round.id },
      { personId: cy },
      { personId: ada.personId, state: 'offered' },
    ]) {
      expect((await list.run(EVERYWHERE, filter as { readonly personId: string }, page)).items).toMatchObject(
        [{ id }],
      );
    }
    expect((await list.run(EVERYWHERE, { personId: 'bo' }, page)).items).toEqual([]);
  });
});
