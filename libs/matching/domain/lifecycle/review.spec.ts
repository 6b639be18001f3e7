import { type ExplanationReview, settleReview } from './review';

const at = new Date('2026-05-02T09:00:00.000Z');
const open: ExplanationReview = {
  ...{ id: 'one', programmeId: 'north', roundId: 'spring', requestId: 'asked', personId: 'ann' },
  ...{ state: 'open', askedAt: new Date('2026-05-01T09:00:00.000Z'), version: 1 },
};
const finding = 'Two people had waited longer.';

describe('A review', () => {
  it('is upheld or changed, in words', () => {
    expect(settleReview(open, { outcome: 'upheld', finding }, at)).toEqual({
      ...{ ...open, state: 'upheld', settledAt: at, finding },
    });
    const overrideId = 'run';
    expect(settleReview(open, { outcome: 'changed', finding, overrideId }, at)).toMatchObject({
      ...{ state: 'changed', overrideId },
    });
  });

  it('names no override by which nothing was changed', () => {
    const upheld = { outcome: 'upheld', finding, overrideId: 'run' } as const;
    expect(() => settleReview(open, upheld, at)).toThrow(
      expect.objectContaining({ code: 'explanation-review.not-changed' }) as Error,
    );
  });

  it('is settled once', () => {
    const settled = settleReview(open, { outcome: 'upheld', finding }, at);
    expect(() => settleReview(settled, { outcome: 'changed', finding }, at)).toThrow(
      expect.objectContaining({ code: 'explanation-review.is-settled' }) as Error,
    );
  });
});
