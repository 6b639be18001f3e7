import { aMentee, aMentor, MatchingProgramme } from '@evenhand/testing';
import { AcceptProposal } from '../proposals/accept-proposal';

async function oneOffer(proposalDays = 14) {
  const programme = await MatchingProgramme.open(proposalDays);
  const { requestId } = await programme.mentee(aMentee({ id: 'ada' }));
  programme.mentor(aMentor({ id: 'cy' }));
  const round = await programme.published();
  const sweep = () => programme.sweep();
  const proposal = async () => (await programme.offers(round.id))[0]!;
  return { programme, round, requestId, sweep, proposal };
}

describe('Sweeping proposals', () => {
  it('keeps that reminders fall due on days 7 and 12, once each, and ends them on day 14', async () => {
    const { programme, round, requestId, sweep, proposal } = await oneOffer();
    const days: unknown[] = [];
    for (let day = 0; day <= 15; day++) {
      const { expired, reminded } = await sweep();
      days.push(...(expired + reminded > 0 ? [[day, expired, reminded]] : []));
      programme.clock.pass(1);
    }
    expect(days).toEqual([
      [7, 0, 1],
      [12, 0, 1],
      [14, 1, 0],
    ]);
    expect(await proposal()).toMatchObject({
      state: 'expired',
      remindedAt: [new Date('2026-10-08T09:00:00Z'), new Date('2026-10-13T09:00:00Z')],
      closedAt: new Date('2026-10-15T09:00:00Z'),
    });
    expect(await programme.requests.byId(requestId)).toMatchObject({
      ...{ state: 'submitted', firstSubmittedOn: '2026-10-01' },
    });
    expect(programme.outbox.jobs).toEqual([{ kind: 'refill-round', subject: round.id, attempt: 2 }]);
  });

  it('takes the days from the settings', async () => {
    const { programme, sweep, proposal } = await oneOffer(3);
    programme.clock.pass(3);
    expect(await sweep()).toEqual({ expired: 1, ended: 0, reminded: 0, failures: [] });
    expect((await proposal()).state).toBe('expired');
  });

  it.each([
    ['mentee', 'ada', { consent: false }],
    ['mentee', 'ada', { active: false }],
    ['mentor', 'cy', { consent: false }],
    ['mentor', 'cy', { active: false }],
  ] as const)(
    'ends what a %s no longer takes part in, and fills the place again: %s %j',
    async (by, who, change) => {
      const { programme, round, requestId, sweep, proposal } = await oneOffer();
      programme.changePerson(`person-${who}`, change);
      expect(await sweep()).toEqual({ expired: 0, ended: 1, reminded: 0, failures: [] });
      expect(await proposal()).toMatchObject({
        ...{ state: 'declined', declined: { by, reason: 'no_longer_takes_part' } },
        closedAt: programme.clock.now(),
      });
      expect(await programme.stateOf(requestId)).toBe('submitted');
      expect(programme.outbox.jobs).toEqual([{ kind: 'refill-round', subject: round.id, attempt: 2 }]);
      expect(await sweep()).toEqual({ expired: 0, ended: 0, reminded: 0, failures: [] });
    },
  );

  it('leaves alone what is confirmed', async () => {
    const { programme, sweep, proposal } = await oneOffer();
    const { id } = await proposal();
    await programme.use(AcceptProposal).run(await programme.wordOf('mentee', id), { id });
    await programme.use(AcceptProposal).run(await programme.wordOf('mentor', id), { id });
    programme.changePerson('person-cy', { active: false });
    programme.clock.pass(20);
    expect(await sweep()).toEqual({ expired: 0, ended: 0, reminded: 0, failures: [] });
    expect((await proposal()).state).toBe('confirmed');
  });

  it('goes on where one of them fails, says which and why, and looks at it again the next time', async () => {
    const { programme, round, sweep } = await oneOffer();
    await programme.mentee(aMentee({ id: 'bo' }));
    programme.mentor(aMentor({ id: 'di' }));
    const other = await programme.published();
    const [bad] = await programme.offers(round.id);
    const [good] = await programme.offers(other.id);
    programme.clock.pass(14);
    const error = new Error('This row is broken.');
    const lock = programme.proposals.lock.bind(programme.proposals);
    programme.proposals.lock = (id) => (id === bad!.id ? Promise.reject(error) : lock(id));
    const failed = { expired: 0, ended: 0, reminded: 0, failures: [{ proposalId: bad!.id, error }] };

    expect(await sweep()).toEqual({ ...failed, expired: 1 });
    expect((await programme.proposals.byId(good!.id))!.state).toBe('expired');
    expect(await sweep()).toEqual(failed);
    programme.proposals.lock = lock;
    expect(await sweep()).toMatchObject({ expired: 1, failures: [] });
  });
});
