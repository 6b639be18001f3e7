import {
  type Authority,
  Clock,
  NotFound,
  type OrganisationLimits,
  type Page,
  Random,
  Transaction,
} from '@evenhand/kernel';
import type { PersonRepository } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { authorityIn, authorityOfPerson, RememberedTrail } from '@evenhand/testing';
import type { BarrierReview } from '../../domain/barriers/barrier-review';
import { ChangeBarrierReview } from './change-barrier-review';
import { ListBarrierReviews } from './list-barrier-reviews';
import { type BarrierReviewFilter, BarrierReviewRepository } from './ports/barrier-review.repository';
import { ReadBarrierChange } from './read-barrier-change';
import { ReadBarrierReview } from './read-barrier-review';

const NOW = new Date('2026-10-01T09:00:00Z');
const LED: BarrierReview = {
  ...{ id: 'led', programmeId: 'may', organisationId: 'trust', state: 'open', version: 1 },
  ...{
    executiveLead: 'ann',
    nonExecutiveLead: 'bob',
    answers: [],
    judgements: [],
    actions: [],
    begunAt: NOW,
  },
};
const ANSWER = {
  question: 'confidence',
  standing: 'under_way',
  answer: 'We do.',
  evidence: 'Minutes.',
} as const;
const ACTION = { barrier: 'lack_of_time', what: 'A day.', owner: 'Director', due: '2027-04-01' };
const STRANGERS = {
  'who leads none': authorityOfPerson('cy', 'may', 'mentor'),
  'of another programme': authorityIn('june', 'talent_board'),
};

class InMemoryReviews extends BarrierReviewRepository {
  limits?: OrganisationLimits | undefined;

  constructor(
    private review: BarrierReview,
    private readonly before?: BarrierReview,
  ) {
    super();
  }
  override add(): Promise<void> {
    return Promise.resolve();
  }
  override save(review: BarrierReview): Promise<BarrierReview> {
    this.review = { ...review, version: review.version + 1 };
    return Promise.resolve(this.review);
  }
  override byId(id: string): Promise<BarrierReview | undefined> {
    return Promise.resolve([this.review, this.before].find((each) => each?.id === id));
  }
  override list(
    _: BarrierReviewFilter,
    limits: OrganisationLimits | undefined,
  ): Promise<Page<BarrierReview>> {
    this.limits = limits;
    return Promise.resolve({ items: [] });
  }
}

class AtOnce extends Transaction {
  override run<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

class StandingClock extends Clock {
  override now(): Date {
    return NOW;
  }
}

class SameRandom extends Random {
  override uuid(): string {
    return 'action';
  }
  override secret(): string {
    return 'secret';
  }
}

function desk() {
  const reviews = new InMemoryReviews(LED);
  const trail = new RememberedTrail();
  const persons = {} as PersonRepository;
  return {
    ...{ reviews, trail },
    read: new ReadBarrierReview(reviews),
    list: new ListBarrierReviews(reviews),
    change: new ChangeBarrierReview(
      ...([healthAndCare, reviews, persons, new SameRandom(), new StandingClock(), trail] as const),
      new AtOnce(),
    ),
  };
}

describe('A review of barriers', () => {
  it.each([
    [authorityOfPerson('ann', 'may'), 'executive_lead'],
    [authorityOfPerson('bob', 'may', 'mentor'), 'non_executive_lead'],
    [authorityIn('may', 'talent_board'), 'talent_board'],
  ])('is read and answered by each of its leads, who speak as such', async (authority: Authority, as) => {
    const { read, change, trail } = desk();
    expect(await read.run(authority, 'led')).toEqual(LED);
    const answered = await change.answer(authority, { id: 'led', version: 1 }, ANSWER);
    expect(answered.answers).toEqual([{ ...ANSWER, answeredBy: as, answeredAt: NOW }]);
    const judgement = { barrier: 'lack_of_time', strength: 'strong', evidence: 'Rosters.' } as const;
    const judged = await change.judge(authority, { id: 'led', version: 2 }, judgement);
    expect(judged.judgements).toEqual([{ ...judgement, judgedBy: as, judgedAt: NOW }]);
    await change.addAction(authority, { id: 'led', version: 3 }, ACTION);
    const done = { state: 'done', outcome: 'A day a month.' } as const;
    const settled = await change.settleAction(authority, { id: 'led', version: 4 }, 'action', done);
    expect(settled.actions).toEqual([expect.objectContaining(done)]);
    expect(trail.events).toHaveLength(4);
  });

  it.each(Object.entries(STRANGERS))('is to somebody %s as if it were not there', async (_, authority) => {
    const { read, change, trail } = desk();
    const nowhere = (id: string) => new NotFound('barrier review', id);
    await expect(read.run(authority, 'led')).rejects.toEqual(nowhere('led'));
    await expect(read.run(authority, 'none')).rejects.toEqual(nowhere('none'));
    const answering = change.answer(authority, { id: 'led', version: 1 }, ANSWER);
    await expect(answering).rejects.toEqual(nowhere('led'));
    await expect(read.run(authorityIn('may'), 'led')).resolves.toEqual(LED);
    expect(trail.events).toEqual([]);
  });

  it('is measured against the one before for whoever leads both, and for nobody who leads one of them', async () => {
    const before: BarrierReview = { ...LED, id: 'before', state: 'completed', executiveLead: 'cy' };
    const read = new ReadBarrierChange(new InMemoryReviews({ ...LED, follows: 'before' }, before));
    const bob = authorityOfPerson('bob', 'may', 'mentor');
    await expect(read.run(bob, 'led')).resolves.toMatchObject({ actions: { done: 0 } });
    // They are told what is not there of the review that they asked about.
    const ann = authorityOfPerson('ann', 'may');
    await expect(read.run(ann, 'led')).rejects.toEqual(new NotFound('change for barrier review', 'led'));
    const cy = authorityOfPerson('cy', 'may');
    await expect(read.run(cy, 'led')).rejects.toEqual(new NotFound('barrier review', 'led'));
  });

  it('is listed to those who lead it, beside those of organisations that they reach', async () => {
    const { list, reviews } = desk();
    await list.run(authorityOfPerson('ann', 'may'), {}, { limit: 10 });
    expect(reviews.limits).toEqual({ programmeIds: [], organisationIds: [], personIds: ['ann'] });
  });
});
