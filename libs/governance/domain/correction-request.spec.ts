import { type CorrectionRequest, settleCorrection } from './correction-request';

const at = new Date('2026-04-02T09:00:00.000Z');
const open: CorrectionRequest = {
  id: 'one',
  programmeId: 'north',
  personId: 'ann',
  field: 'email',
  wanted: 'ann@trust.example',
  state: 'open',
  askedAt: new Date('2026-04-01T09:00:00.000Z'),
  version: 1,
};

describe('A request for a correction', () => {
  it('is settled with or without a word where it was put right', () => {
    expect(settleCorrection(open, { outcome: 'corrected' }, at)).toEqual({
      ...open,
      state: 'corrected',
      settledAt: at,
    });
    const answer = 'Done, with the new domain.';
    expect(settleCorrection(open, { outcome: 'corrected', answer }, at)).toMatchObject({ answer });
  });

  it('is not refused without a word', () => {
    expect(() => settleCorrection(open, { outcome: 'refused' }, at)).toThrow(
      'whoever is refused is told why',
    );
    expect(settleCorrection(open, { outcome: 'refused', answer: 'It is right.' }, at).state).toBe('refused');
  });

  it('is settled once', () => {
    const settled = settleCorrection(open, { outcome: 'corrected' }, at);
    expect(() => settleCorrection(settled, { outcome: 'refused', answer: 'No.' }, at)).toThrow(
      expect.objectContaining({ code: 'correction-request.is-settled' }) as Error,
    );
  });
});
