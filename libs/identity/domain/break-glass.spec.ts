import { approve, type BreakGlass } from './break-glass';

const AT = new Date('2026-10-01T09:00:00Z');
const ASKED: BreakGlass = {
  id: 'b',
  personId: 'ana',
  askedBy: 'one',
  askedAt: AT,
  reason: 'A court asks.',
  version: 1,
};

describe('Breaking the glass', () => {
  it('opens a record for an hour once another admin has agreed', () => {
    expect(approve(ASKED, 'other', AT)).toMatchObject({
      approvedBy: 'other',
      endsAt: new Date('2026-10-01T10:00:00Z'),
    });
  });

  it.each([
    ['whoever asked', () => approve(ASKED, 'one', AT), 'access.forbidden'],
    [
      'a third, after a second',
      () => approve(approve(ASKED, 'other', AT), 'third', AT),
      'break-glass.approved',
    ],
  ])('is not agreed to by %s', (_, agreed, code) => {
    expect(agreed).toThrow(expect.objectContaining({ code }) as Error);
  });
});
