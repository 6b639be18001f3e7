import { Authority } from '@evenhand/kernel';
import { authorityIn, RememberedTrail } from '@evenhand/testing';
import type { BaselineRepository } from '../ports/baseline.repository';
import { ReadBaseline } from './read-baseline';

const BASELINE = {
  parts: [{ profession: 'midwife', people: 400 }],
  characteristics: [{ question: 'disability', answer: 'yes', people: 3 }],
  version: 1,
};

describe('the baseline of a programme', () => {
  it('is told to auditors, and to coordinators without the characteristics of people', async () => {
    const baselines = { read: () => Promise.resolve(BASELINE) } as unknown as BaselineRepository;
    const read = new ReadBaseline(baselines, new RememberedTrail());
    expect(await read.run(authorityIn('programme', 'hr_auditor'), 'programme')).toEqual(BASELINE);
    expect(await read.run(authorityIn('programme', 'coordinator'), 'programme')).toEqual({
      ...BASELINE,
      characteristics: [],
    });
    const coordinator = authorityIn('programme', 'coordinator');
    const auditsOne = { role: 'hr_auditor', programmeId: 'programme', organisationId: 'one' };
    const both = new Authority(coordinator.actor, [...coordinator.reaches, auditsOne]);
    expect(await read.run(both, 'programme')).toEqual({ ...BASELINE, characteristics: [] });
  });
});
