import { Conflict, InputRefused, type Job, NotFound } from '@evenhand/kernel';
import { aMentee, aMentor, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { EnquiryQuestion } from '../../domain/lifecycle/enquiry';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { DiscardMatchingRound } from '../rounds/discard-matching-round';
import { ReadResultDocument } from '../rounds/read-result-document';
import { AnswerEnquiry } from './answer-enquiry';
import { AskEnquiry, type NewEnquiry } from './ask-enquiry';
import { ForgetEnquiries } from './forget-enquiries';
import { ReadEnquiry } from './read-enquiry';
import { ReadPreview } from './read-preview';

let programme: MatchingProgramme;
let round: MatchingRound;
const requestOf: Record<string, string> = {};
const personOf: Record<string, string> = {};

/**
 * One place, and three who ask: ada has waited the longest, bo is of the same group, and cy is alone in another, which
 * one place lifts further.
 */
beforeEach(async () => {
  programme = await MatchingProgramme.open();
  const asks = async (id: string, parts: Parameters<typeof aMentee>[0] = {}): Promise<void> => {
    const { requestId, personId } = await programme.mentee(aMentee({ id, ...parts }));
    Object.assign(requestOf, { [id]: requestId });
    Object.assign(personOf, { [id]: personId });
  };
  await asks('ada');
  programme.clock.pass(10);
  await asks('bo');
  await asks('cy', { background: 'ahp/physiotherapist' });
  programme.mentor(aMentor({ id: 'xi' }));
  round = await programme.solved();
});

const ask = (question: NewEnquiry) => programme.use(AskEnquiry).run(EVERYWHERE, round.id, question);
const read = <Kind extends EnquiryQuestion['kind']>(kind: Kind, id: string) =>
  programme.use(ReadEnquiry).run(EVERYWHERE, round.id, kind, id);
const kept = async (id: string) => (await programme.enquiries.byId(id))!;

/** Asks, has a worker answer, and looks at what came of it. */
async function answered(question: NewEnquiry) {
  const { id } = await ask(question);
  expect(await programme.work()).toEqual(['answered']);
  return kept(id);
}

describe('An enquiry', () => {
  it('is left to a worker, which answers it and changes nothing of the round', async () => {
    const before = await programme.round(round.id);
    const enquiry = await ask({ kind: 'replay' });
    expect(enquiry).toMatchObject({
      ...{ roundId: round.id, runId: round.runId, question: { kind: 'replay' }, state: 'queued' },
      askedAt: programme.clock.now(),
    });
    expect(programme.outbox.jobs).toEqual([{ kind: 'answer-enquiry', subject: enquiry.id, attempt: 1 }]);
    programme.runner.before = async () => expect((await kept(enquiry.id)).state).toBe('running');
    expect(await programme.workOnce()).toBe('answered');
    expect(await read('replay', enquiry.id)).toMatchObject({
      ...{ state: 'answered', deliveries: 1, answeredAt: programme.clock.now() },
      progress: { stage: 'reading', done: 0, total: 1 },
    });
    expect(programme.outbox.jobs).toEqual([]);
    expect(await programme.round(round.id)).toEqual(before);
  });

  it('needs a round that is solved', async () => {
    const draft = await programme.draft();
    const asking = programme.use(AskEnquiry);
    await expect(asking.run(EVERYWHERE, draft.id, { kind: 'frontier' })).rejects.toMatchObject({
      code: 'matching-round.not-solved',
    });
    await expect(asking.run(EVERYWHERE, 'nowhere', { kind: 'frontier' })).rejects.toThrow(NotFound);
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('is about the run that stood for the round, whatever became of the round since', async () => {
    await programme.use(DiscardMatchingRound).run(EVERYWHERE, round.id);
    expect((await answered({ kind: 'replay' })).answer).not.toHaveProperty('difference');
  });

  it('is found under its round and its kind alone', async () => {
    const { id } = await ask({ kind: 'replay' });
    await expect(read('frontier', id)).rejects.toThrow(NotFound);
    await expect(read('replay', 'nothing')).rejects.toThrow(NotFound);
    const other = await programme.draft();
    await expect(programme.use(ReadEnquiry).run(EVERYWHERE, other.id, 'replay', id)).rejects.toThrow(
      NotFound,
    );
  });

  it('is one of five that a round has under way at most', async () => {
    for (let at = 0; at < 5; at++) await ask({ kind: 'replay' });
    await expect(ask({ kind: 'frontier' })).rejects.toThrow(Conflict);
    await expect(ask({ kind: 'frontier' })).rejects.toMatchObject({ code: 'enquiry.too-many-under-way' });
    expect(await programme.workOnce()).toBe('answered');
    await ask({ kind: 'frontier' });
  });
});

describe('An enquiry that is over', () => {
  it('is removed days after it was asked, and what is still to be answered is not', async () => {
    const { id } = await answered({ kind: 'replay' });
    const waiting = await ask({ kind: 'replay' });
    programme.clock.pass(30);
    expect(await programme.use(ForgetEnquiries).run(30)).toBe(0);
    programme.clock.pass(1);
    expect(await programme.use(ForgetEnquiries).run(30)).toBe(1);
    await expect(read('replay', id)).rejects.toThrow(NotFound);
    expect(await kept(waiting.id)).toMatchObject({ state: 'queued' });
  });
});

describe('A worker that answers', () => {
  let job: Job;
  let id: string;
  beforeEach(async () => {
    ({ id } = await ask({ kind: 'replay' }));
    job = programme.outbox.jobs[0]!;
  });

  it('is one of two at most whose answer counts', async () => {
    const done = await Promise.all([programme.workOn(job), programme.workOn(job)]);
    expect([...done].sort()).toEqual(['answered', 'stale']);
    expect(await kept(id)).toMatchObject({ state: 'answered', deliveries: 2 });
  });

  it('does nothing for an enquiry that is over, or gone', async () => {
    await programme.workOnce();
    expect(await programme.workOn(job)).toBe('stale');
    expect(await programme.workOn({ ...job, subject: 'gone' })).toBe('stale');
    expect(await kept(id)).toMatchObject({ deliveries: 1 });
  });

  it('leaves it to another one where it has to stop, and counts no delivery then', async () => {
    const worker = new AbortController();
    programme.runner.before = () => worker.abort(new Error('The worker stops.'));
    await expect(programme.workOnce(worker.signal)).rejects.toThrow('The worker stops.');
    expect(await kept(id)).toMatchObject({ state: 'running', deliveries: 0 });
    expect(programme.outbox.jobs).toEqual([job]);
    programme.runner.before = undefined;
    expect(await programme.workOnce()).toBe('answered');
  });

  it('has not begun an enquiry that waits for its turn', async () => {
    programme.runner.waiting = async () =>
      expect(await kept(id)).toMatchObject({ state: 'queued', deliveries: 0 });
    expect(await programme.workOnce()).toBe('answered');
    expect(await kept(id)).toMatchObject({ deliveries: 1 });
  });

  it('gives up where five before it were not heard of again', async () => {
    for (let delivery = 1; delivery <= 5; delivery++) await programme.enquiries.begin(id);
    expect(await programme.workOnce()).toBe('failed');
    expect(await kept(id)).toMatchObject({
      state: 'failed',
      failure: {
        code: 'enquiry.kills-workers',
        sentence: expect.stringMatching(/^5 workers began to answer this enquiry .* ask again\.$/) as string,
      },
    });
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('fails it, with a reason, where every try failed', async () => {
    await programme.use(AnswerEnquiry).fail(job, { code: 'some.reason', sentence: 'It did not work.' });
    expect(await kept(id)).toMatchObject({ state: 'failed', failure: { code: 'some.reason' } });
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('fails it where the frozen input is no longer what it was', async () => {
    const snapshot = await programme.runs.snapshot(round.runId!);
    programme.runs.alter(round.runId!, { snapshot: snapshot.replace('"capacity":1', '"capacity":2') });
    expect(await programme.workOnce()).toBe('failed');
    expect(await kept(id)).toMatchObject({ state: 'failed', failure: { code: 'snapshot.altered' } });
  });
});

describe('A replay', () => {
  it('finds the same bytes', async () => {
    const { answer } = await answered({ kind: 'replay' });
    expect(answer).toEqual({ kind: 'replay', engine: 'evenhand-allocation/3' });
  });

  it('finds what is not as it was', async () => {
    const outcome = (await programme.runs.outcome(round.runId!))!;
    const result = await programme.use(ReadResultDocument).run(EVERYWHERE, round.id);
    programme.runs.alter(round.runId!, {
      solved: { outcome, result: result.replace('evenhand-allocation/3', 'evenhand-allocation/1') },
    });
    const { answer } = await answered({ kind: 'replay' });
    expect(answer).toMatchObject({ difference: expect.stringContaining('evenhand-allocation/1') as string });
  });
});

describe('A preview', () => {
  const preview = async (id: string) => programme.use(ReadPreview).run(EVERYWHERE, round.id, id);

  it('tells who would gain and who would lose a match by other rules, and how groups would fare', async () => {
    const outcome = (await programme.runs.outcome(round.runId!))!;
    expect(outcome.totals.matched).toBe(1);
    const { id } = await answered({
      kind: 'preview',
      rules: { objectives: ['coverage', 'priority', 'score'] },
    });
    const { enquiry, change } = await preview(id);
    expect(enquiry.question.rules).toEqual({
      ...round.rules,
      objectives: ['coverage', 'priority', 'score'],
    });
    expect(change).toMatchObject({
      matched: { before: 1, after: 1 },
      gained: [requestOf['ada']],
      lost: [requestOf['cy']],
      waitingDays: { gained: 10, lost: 0 },
      groups: [
        {
          ...{ path: 'ahp', asked: 1, matched: { before: 1, after: 0 } },
          accessRate: { before: [1, 1], after: [0, 1] },
        },
        {
          ...{ path: 'nurse', asked: 2, matched: { before: 0, after: 1 } },
          accessRate: { before: [0, 2], after: [1, 2] },
        },
      ],
    });
    expect(change!.professions.map(({ path }) => path)).toEqual(['ahp/physiotherapist', 'nurse/adult_nurse']);
  });

  it('has no change yet while it waits', async () => {
    const { id } = await ask({ kind: 'preview', rules: { floor: 0 } });
    expect(await preview(id)).not.toHaveProperty('change');
  });

  it('does not tell who was erased since', async () => {
    const { id } = await answered({ kind: 'preview', rules: { objectives: ['coverage', 'priority'] } });
    programme.runs.eraseLinks(personOf['ada']!);
    expect((await preview(id)).change).toMatchObject({ gained: [null], lost: [requestOf['cy']] });
  });

  it('changes what is said of the rules, each weight too, and nothing else', async () => {
    const weights = { gap_cover: 4_600, strength_level: 900 };
    const { question } = await ask({ kind: 'preview', rules: { weights } });
    expect(question).toEqual({
      kind: 'preview',
      rules: { ...round.rules, weights: { ...round.rules.weights, ...weights } },
    });
  });

  it.each([
    ['a sum of weights that is not 10,000', { weights: { place: 0 } }, 'rules.weights: they sum to 9500'],
    [
      'access of a group that there is not',
      { prior: { wizard: { asked: 1, matched: 1 } } },
      'rules.prior: "wizard"',
    ],
  ])('refuses %s', async (_, rules, problem) => {
    const asking = ask({ kind: 'preview', rules });
    await expect(asking).rejects.toThrow(InputRefused);
    await expect(asking).rejects.toMatchObject({
      problems: [expect.stringContaining(problem) as string],
    });
    expect(programme.outbox.jobs).toEqual([]);
  });
});

describe('The frontier', () => {
  it('solves the round at each degree of evenness', async () => {
    const { answer } = await answered({ kind: 'frontier' });
    expect(answer).toMatchObject({
      points: [
        { levels: [], matched: 1, lowest: { path: 'ahp', rate: [0, 1] }, waitingDays: 10 },
        {
          ...{ levels: [1], matched: 1, lowest: { path: 'nurse', rate: [0, 2] } },
          price: { waitingDays: { lost: 10, of: 10, percent: 100 } },
        },
        { levels: [1, 2], matched: 1, lowest: { path: 'nurse', rate: [0, 2] } },
      ],
    });
  });
});
