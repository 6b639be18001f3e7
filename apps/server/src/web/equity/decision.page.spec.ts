import { Assets } from '@evenhand/pages';
import { serverPages } from '../server-pages';
import { decisionPage, type DecisionShown } from './decision.page';

const PAGES = serverPages(new Assets());
const SHOWN: DecisionShown = {
  ...{ id: 'one', programme: 'North & West', months: 24, putForwardAt: new Date('2026-10-01T09:00:00Z') },
};

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
