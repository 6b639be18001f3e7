import { decisionOf } from './publication-decision.page';

describe('What a board member fills in', () => {
  it('approves, or turns down with a reason, whatever a browser made of its lines', () => {
    expect(decisionOf({ decision: 'published', reason: ' ' }, 'plan')).toEqual({
      decision: { state: 'published' },
    });
    expect(decisionOf({ decision: 'turned_down', reason: ' Too early.\r\nAgain in May. ' }, 'plan')).toEqual({
      decision: { state: 'turned_down', reason: 'Too early.\nAgain in May.' },
    });
  });

  it.each([
    [{}, 'decision', 'Choose whether the plan'],
    [{ decision: 'perhaps' }, 'decision', 'Choose whether the plan'],
    [{ decision: 'turned_down' }, 'reason', 'Say why'],
    [{ decision: 'turned_down', reason: ' \r\n' }, 'reason', 'Say why'],
    [{ decision: 'turned_down', reason: 'x'.repeat(2001) }, 'reason', '1 to 2000 characters'],
    [{ decision: 'turned_down', reason: 'No\0' }, 'reason', 'control characters'],
    [{ decision: 'published', reason: 'Fine.' }, 'reason', 'empty if you publish the plan'],
  ])('is not taken as %j', (filled, field, text) => {
    expect(decisionOf(filled, 'plan')).toEqual({
      faults: [{ field, text: expect.stringContaining(text) as string }],
    });
  });
});
