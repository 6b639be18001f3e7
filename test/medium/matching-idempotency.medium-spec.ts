import { IdempotencyKeys } from '@evenhand/persistence';
import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const keys = () => matching.get(IdempotencyKeys);
const SCOPE = 'coordinator - POST /api/v1/programmes';
const AT = new Date('2026-04-01T09:00:00.000Z');
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
const HOURS = 3_600;
const ANSWER = {
  status: 201,
  headers: { Location: '/api/v1/programmes/1', ETag: '"1"' },
  body: { zebra: 1, ant: [1.5, null, 'é'] },
};

describe('An idempotency key', () => {
  it('is claimed once, then in progress, then answered the same to the letter', async () => {
    const key = randomUUID();
    expect(await keys().claim(SCOPE, key, 'body', AT)).toEqual({ kind: 'claimed' });
    expect(await keys().claim(SCOPE, key, 'body', later(59))).toEqual({ kind: 'in-progress' });
    await keys().complete(SCOPE, key, ANSWER, later(60));
    const replay = await keys().claim(SCOPE, key, 'body', later(61));
    expect(JSON.stringify(replay)).toBe(JSON.stringify({ kind: 'replay', answer: ANSWER }));
  });

  it('is answered without a body where there was none', async () => {
    const key = randomUUID();
    await keys().claim(SCOPE, key, 'body', AT);
    await keys().complete(SCOPE, key, { status: 204, headers: {} }, AT);
    expect(await keys().claim(SCOPE, key, 'body', AT)).toEqual({
      kind: 'replay',
      answer: { status: 204, headers: {} },
    });
  });

  it('is refused to another body, before and after it is answered', async () => {
    const key = randomUUID();
    await keys().claim(SCOPE, key, 'body', AT);
    expect(await keys().claim(SCOPE, key, 'another', later(1))).toEqual({ kind: 'other-body' });
    await keys().complete(SCOPE, key, ANSWER, later(2));
    expect(await keys().claim(SCOPE, key, 'another', later(3))).toEqual({ kind: 'other-body' });
  });

  it('is another key in another scope', async () => {
    const key = randomUUID();
    await keys().claim(SCOPE, key, 'body', AT);
    expect(await keys().claim('mentor - POST /', key, 'another', AT)).toEqual({ kind: 'claimed' });
  });

  it('goes to one of many who claim it at once', async () => {
    const key = randomUUID();
    const claims = await Promise.all(Array.from({ length: 20 }, () => keys().claim(SCOPE, key, 'body', AT)));
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(claims.filter(({ kind }) => kind === 'in-progress')).toHaveLength(19);
  });

  it('is taken over by one of many when its claim was not completed within a minute', async () => {
    const key = randomUUID();
    await keys().claim(SCOPE, key, 'body', AT);
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => keys().claim(SCOPE, key, 'body', later(60))),
    );
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
  });

  it('keeps the first answer when a claim that was taken over is completed twice', async () => {
    const key = randomUUID();
    await keys().claim(SCOPE, key, 'body', AT);
    await keys().complete(SCOPE, key, ANSWER, AT);
    await keys().complete(SCOPE, key, { status: 500, headers: {} }, AT);
    expect(await keys().claim(SCOPE, key, 'body', AT)).toEqual({ kind: 'replay', answer: ANSWER });
  });

  it('is free when it is released, and stays answered once it is', async () => {
    const key = randomUUID();
    await keys().claim(SCOPE, key, 'body', AT);
    await keys().release(SCOPE, key);
    expect(await keys().claim(SCOPE, key, 'another', AT)).toEqual({ kind: 'claimed' });
    await keys().complete(SCOPE, key, ANSWER, AT);
    await keys().release(SCOPE, key);
    expect(await keys().claim(SCOPE, key, 'another', AT)).toMatchObject({ kind: 'replay' });
  });

  it('is answered for a day, and as good as new afterwards', async () => {
    const key = randomUUID();
    await keys().claim(SCOPE, key, 'body', AT);
    await keys().complete(SCOPE, key, ANSWER, AT);
    expect(await keys().claim(SCOPE, key, 'body', later(24 * HOURS - 1))).toMatchObject({ kind: 'replay' });
    expect(await keys().claim(SCOPE, key, 'another', later(24 * HOURS))).toEqual({ kind: 'claimed' });
  });

  it('is forgotten once it is a day old, and not before', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    await keys().claim(SCOPE, old, 'body', AT);
    await keys().claim(SCOPE, young, 'body', later(10));
    await keys().forgetOld(later(24 * HOURS));
    // Asked at a time when neither is too old to be claimed on, so that only what was removed can be claimed.
    expect(await keys().claim(SCOPE, old, 'body', later(11))).toEqual({ kind: 'claimed' });
    expect(await keys().claim(SCOPE, young, 'body', later(11))).toEqual({ kind: 'in-progress' });
  });

  it('is claimed for others to see although the transaction around it fails', async () => {
    const key = randomUUID();
    const failing = matching.database.run(async () => {
      await keys().claim(SCOPE, key, 'body', AT);
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await keys().claim(SCOPE, key, 'body', AT)).toEqual({ kind: 'in-progress' });
  });
});
