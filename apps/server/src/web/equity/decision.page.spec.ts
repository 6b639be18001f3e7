import { Assets } from '@evenhand/pages';
import { serverPages } from '../server-pages';
import { decisionOf, decisionPage, type DecisionShown } from './decision.page';

const PAGES = serverPages(new Assets());
const SHOWN: DecisionShown = {
  ...{ id: 'one', programme: 'North & West', months: 24, putForwardAt: new Date('2026-10-01T09:00:00Z') },
};

describe('What a board member fills in', () => {
  it('approves, or turns down with a reason, whatever a browser made of its lines', () => {
    expect(decisionOf({ decision: 'published', reason: ' ' })).toEqual({ decision: { state: 'published' } });
    expect(decisionOf({ decision: 'turned_down', reason: ' Too early.\r\nAgain in May. ' })).toEqual({
      decision: { state: 'turned_down', reason: 'Too early.\nAgain in May.' },
    });
  });

  it.each([
    [{}, 'decision', 'Choose whether'],
    [{ decision: 'perhaps' }, 'decision', 'Choose whether'],
    [{ decision: 'turned_down' }, 'reason', 'Say why'],
    [{ decision: 'turned_down', reason: ' \r\n' }, 'reason', 'Say why'],
    [{ decision: 'turned_down', reason: 'x'.repeat(2001) }, 'reason', '1 to 2000 characters'],
    [{ decision: 'turned_down', reason: 'No\0' }, 'reason', 'control characters'],
    [{ decision: 'published', reason: 'Fine.' }, 'reason', 'take it out'],
  ])('is not taken as %j', (filled, field, text) => {
    expect(decisionOf(filled)).toEqual({
      faults: [{ field, text: expect.stringContaining(text) as string }],
    });
  });
});

describe('The page of a decision', () => {
  it('asks, and keeps what was filled in beside what is wrong with it, which has the focus', () => {
    expect(PAGES.render(decisionPage(SHOWN))).not.toContain('There is a problem');
    const faults = [{ field: 'reason', text: 'Say it shorter' }];
    const filled = { decision: 'turned_down', reason: '<b>No' };
    const page = decisionPage(SHOWN, filled, faults);
    expect(page.title).toBe('Error: Is this equity report to be published?');
    const html = PAGES.render(page);
    expect(html).toMatch(/<div class="nhsuk-error-summary"[^>]* tabindex="-1" autofocus="autofocus"/);
    expect(html).toMatch(/<a href="#reason">\s*Say it shorter\s*<\/a>/);
    expect(html).toMatch(/id="reason-error"[\s\S]*Say it shorter/);
    expect(html).toContain('&lt;b&gt;No</textarea>');
    expect(html).toMatch(/value="turned_down" checked/);
  });

  it.each([
    ['own_report', 'nobody approves their own', true],
    ['ran_a_round', 'nobody audits their own', false],
  ] as const)('has no form for whoever may not decide: %s', (bar, why, reads) => {
    const html = PAGES.render(decisionPage({ ...SHOWN, bar }));
    expect(html).toContain(why);
    expect(html).not.toContain('name="decision"');
    expect(html.includes('href="/equity-snapshots/one"')).toBe(reads);
  });
});
