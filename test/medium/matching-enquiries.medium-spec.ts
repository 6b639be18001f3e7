import { DEFAULT_RULES, type Enquiry, type EnquiryAnswer, EnquiryRepository } from '@evenhand/matching';
import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const enquiries = () => matching.get(EnquiryRepository);

const ANSWER: EnquiryAnswer = { kind: 'replay', engine: 'a test', difference: 'It is “other”.' };
const FAILURE = { code: 'snapshot.altered', sentence: 'It was altered.' };
const AT = new Date('2026-04-05T09:10:00.000Z');

/** An enquiry into a new round, kept. */
async function keptEnquiry(more: Partial<Enquiry> = {}): Promise<Enquiry> {
  const { round, run } = await matching.runningRound();
  const enquiry: Enquiry = {
    ...{ id: randomUUID(), roundId: round.id, runId: run.id, question: { kind: 'replay' } },
    ...{ state: 'queued', deliveries: 0, progress: { stage: 'waiting', done: 0, total: 1 } },
    askedAt: new Date('2026-04-05T09:00:00.000Z'),
    ...more,
  };
  await enquiries().add(enquiry);
  return enquiry;
}

describe('Enquiries', () => {
  it('come back as they were kept', async () => {
    const enquiry = await keptEnquiry({ question: { kind: 'preview', rules: DEFAULT_RULES } });
    expect(await enquiries().byId(enquiry.id)).toEqual(enquiry);
    expect(await enquiries().byId(randomUUID())).toBeUndefined();
    const decision = { kind: 'pin', mentee: 'm', mentor: 'x' } as const;
    const ofOverride = {
      ...enquiry,
      id: randomUUID(),
      question: { kind: 'override', mentee: 'm', decision } as const,
    };
    await enquiries().add(ofOverride);
    expect(await enquiries().byId(ofOverride.id)).toEqual(ofOverride);
    expect(await enquiries().underWay(enquiry.roundId)).toBe(2);
    expect(await enquiries().underWay(randomUUID())).toBe(0);
  });

  it('begin, report and are answered while they are somebody’s to answer, once, and not afterwards', async () => {
    const enquiry = await keptEnquiry();
    expect(await enquiries().reportProgress(enquiry.id, enquiry.progress)).toBe(false);
    expect(await enquiries().finish(enquiry.id, ANSWER, AT)).toBe(false);
    await enquiries().begin(enquiry.id);
    await enquiries().giveBack(enquiry.id);
    await enquiries().giveBack(enquiry.id);
    expect(await enquiries().begin(enquiry.id)).toEqual({ ...enquiry, state: 'running', deliveries: 1 });
    const progress = { stage: 'pairs', done: 3, total: 9 };
    expect(await enquiries().reportProgress(enquiry.id, progress)).toBe(true);

    const answering = Array.from({ length: 5 }, () => enquiries().finish(enquiry.id, ANSWER, AT));
    expect((await Promise.all(answering)).filter(Boolean)).toHaveLength(1);
    const answered = {
      ...enquiry,
      ...{ state: 'answered', deliveries: 1, progress, answer: ANSWER, answeredAt: AT },
    };
    expect(await enquiries().byId(enquiry.id)).toEqual(answered);

    expect(await enquiries().begin(enquiry.id)).toBeUndefined();
    await enquiries().giveBack(enquiry.id);
    expect(await enquiries().reportProgress(enquiry.id, progress)).toBe(false);
    expect(await enquiries().fail(enquiry.id, FAILURE)).toBe(false);
    expect(await enquiries().underWay(enquiry.roundId)).toBe(0);
    expect(await enquiries().byId(enquiry.id)).toEqual(answered);
  });

  it('fail once, whether or not anybody began them, and an answer that comes too late writes nothing', async () => {
    const enquiry = await keptEnquiry();
    expect(await enquiries().fail(enquiry.id, FAILURE)).toBe(true);
    expect(await enquiries().finish(enquiry.id, ANSWER, AT)).toBe(false);
    expect(await enquiries().byId(enquiry.id)).toEqual({ ...enquiry, state: 'failed', failure: FAILURE });
  });

  it('are found by what they were about, the latest answer of a kind', async () => {
    const first = await keptEnquiry({ question: { kind: 'recruitment' } });
    const solves = { used: 0, affordable: 18 };
    const answerAt = async (id: string, used: number, minute: number): Promise<void> => {
      await enquiries().begin(id);
      const answer = { kind: 'recruitment' as const, targets: [], solves: { ...solves, used } };
      await enquiries().finish(id, answer, new Date(AT.getTime() + minute * 60_000));
    };
    expect(await enquiries().latestAnswer(first.runId, 'recruitment')).toBeUndefined();
    for (const [used, minute] of [
      [1, 5],
      [2, 9],
      [3, 7],
    ] as const) {
      const again = { ...first, id: randomUUID() };
      await enquiries().add(again);
      await answerAt(again.id, used, minute);
    }
    expect(await enquiries().latestAnswer(first.runId, 'recruitment')).toMatchObject({ solves: { used: 2 } });
    expect(await enquiries().latestAnswer(first.runId, 'replay')).toBeUndefined();
    expect(await enquiries().latestAnswer(randomUUID(), 'recruitment')).toBeUndefined();
  });

  it('never change once they are over, whoever tries', async () => {
    const enquiry = await keptEnquiry();
    await enquiries().begin(enquiry.id);
    await enquiries().finish(enquiry.id, ANSWER, AT);
    for (const change of [
      `update round_enquiry set answer = '{}' where id = $1`,
      `update round_enquiry set state = 'queued', answer = null, answered_at = null where id = $1`,
    ]) {
      await expect(matching.database.query(change, [enquiry.id])).rejects.toThrow(/never changes/);
    }
  });

  it('may be removed, alone or with their round', async () => {
    const [one, other] = [await keptEnquiry(), await keptEnquiry()];
    await matching.database.query('delete from round_enquiry where id = $1', [one.id]);
    await matching.behind('delete from matching_run where id = $1', [other.runId]);
    expect(await enquiries().byId(one.id)).toBeUndefined();
    expect(await enquiries().byId(other.id)).toBeUndefined();
  });

  it('are forgotten once they are over and were asked before a moment, and no others', async () => {
    const before = new Date('2026-03-01T00:00:00.000Z');
    const askedAt = new Date(before.getTime() - 1);
    const answered = await keptEnquiry({ askedAt });
    const failed = await keptEnquiry({ askedAt });
    const queued = await keptEnquiry({ askedAt });
    const running = await keptEnquiry({ askedAt });
    const later = await keptEnquiry({ askedAt: before });
    for (const { id } of [answered, running, later]) await enquiries().begin(id);
    await enquiries().finish(answered.id, ANSWER, AT);
    await enquiries().fail(failed.id, FAILURE);
    await enquiries().finish(later.id, ANSWER, AT);

    expect(await enquiries().forgetOver(before)).toBe(2);
    expect(await enquiries().forgetOver(before)).toBe(0);
    for (const { id } of [answered, failed]) expect(await enquiries().byId(id)).toBeUndefined();
    for (const { id } of [queued, running, later]) expect(await enquiries().byId(id)).toMatchObject({ id });
  });
});
