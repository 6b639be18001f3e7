import { Authority } from '@evenhand/kernel';
import { aMentee, authorityIn, EVERYWHERE, InMemoryOpenJobs, MatchingProgramme } from '@evenhand/testing';
import { OpenJobs } from '../ports/open-jobs';
import { ListOpenJobs } from './list-open-jobs';
import { RedriveJob } from './redrive-job';

describe('Jobs that are not done', () => {
  let programme: MatchingProgramme;
  const admin = new Authority({ kind: 'account', id: 'admin', persons: [] }, [
    { role: 'platform_admin', extent: 'service' },
  ]);

  beforeEach(async () => {
    programme = await MatchingProgramme.open();
    await programme.mentee(aMentee({ id: 'ada' }));
    await programme.outbox.leave({ kind: 'solve-run', subject: 'run', attempt: 1 });
  });

  it('are listed by ids alone, for whoever looks after the service', async () => {
    const { items } = await programme.use(ListOpenJobs).run(admin, { limit: 9 });
    expect(items).toMatchObject([{ id: '1', kind: 'solve-run', subject: 'run', attempt: 1 }]);
    expect(programme.trail.events.at(-1)).toMatchObject({ kind: 'security', action: 'jobs.listed' });
    expect(await programme.use(ListOpenJobs).run(authorityIn(programme.id), { limit: 9 })).toEqual({
      items: [],
    });
  });

  it('are taken to the queue again by their number, which stands in the log', async () => {
    await programme.use(RedriveJob).run(admin, '1');
    expect((programme.use(OpenJobs) as InMemoryOpenJobs).queuedAgain).toEqual(['1']);
    expect(programme.trail.events.at(-1)).toMatchObject({
      ...{ kind: 'security', action: 'job.redriven', thing: { kind: 'job', id: '1' } },
      details: { job: 'solve-run', subject: 'run', attempt: 1 },
    });
  });

  it('are not there for anybody else, nor is one that was never left', async () => {
    const nowhere = { code: 'job.not-found' };
    const redrive = programme.use(RedriveJob);
    await expect(redrive.run(authorityIn(programme.id), '1')).rejects.toMatchObject(nowhere);
    await expect(redrive.run(EVERYWHERE, '2')).rejects.toMatchObject(nowhere);
  });
});
