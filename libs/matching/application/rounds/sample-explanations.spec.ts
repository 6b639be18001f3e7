import { Authority } from '@evenhand/kernel';
import { aMentee, aMentor, authorityIn, MatchingProgramme } from '@evenhand/testing';
import { PublishMatchingRound } from './publish-matching-round';
import { RunMatchingRound } from './run-matching-round';
import { SampleExplanations } from './sample-explanations';

describe('A sample of the explanations of a round', () => {
  let programme: MatchingProgramme;
  let auditor: Authority;
  const sample = (roundId: string, who = auditor, size?: number) =>
    programme.use(SampleExplanations).run(who, roundId, size);

  beforeEach(async () => {
    programme = await MatchingProgramme.open();
    auditor = authorityIn(programme.id, 'hr_auditor');
    for (const id of ['ada', 'bo', 'di']) {
      await programme.mentee(aMentee({ id, name: `Name of ${id}`, email: `${id}@example.org` }));
    }
    programme.mentor(aMentor({ id: 'cy', capacity: 1 }));
  });

  it('is drawn once the round is solved and stays the same when it is published, about nobody', async () => {
    const { id } = await programme.solved();
    const drawn = await sample(id);
    expect(drawn.explanations.map(({ kind }) => kind).sort()).toEqual(['matched', 'unmatched', 'unmatched']);
    expect(JSON.stringify(drawn)).not.toMatch(/Name of|example\.org|person-|request/);
    expect((await sample(id, auditor, 1)).explanations).toEqual(drawn.explanations.slice(0, 1));
    await programme.use(PublishMatchingRound).run(authorityIn(programme.id), id);
    expect(await sample(id)).toEqual(drawn);
    expect(programme.trail.events.at(-1)).toMatchObject({
      ...{ kind: 'equity', action: 'matching-round.explanations-sampled', programmeId: programme.id },
    });
  });

  it('is none before, and none of a programme that is not reached', async () => {
    const { id } = await programme.draft();
    await expect(sample(id)).rejects.toMatchObject({ code: 'matching-round.not-solved' });
    await expect(sample(id, authorityIn('elsewhere', 'hr_auditor'))).rejects.toMatchObject({
      code: 'matching-round.not-found',
    });
  });

  it('is drawn for nobody who ran the round', async () => {
    const both = new Authority({ kind: 'account', id: 'both', persons: [] }, [
      { role: 'coordinator', programmeId: programme.id },
    ]);
    const { id } = await programme.draft();
    await programme.use(RunMatchingRound).run(both, id);
    await programme.work();
    const asAuditor = new Authority(both.actor, [{ role: 'hr_auditor', programmeId: programme.id }]);
    await expect(sample(id, asAuditor)).rejects.toMatchObject({ code: 'matching-round.ran-by-you' });
  });
});
