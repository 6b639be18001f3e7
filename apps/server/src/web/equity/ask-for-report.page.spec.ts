import { Assets } from '@evenhand/pages';
import { serverPages } from '../server-pages';
import { askForReportPage, missingOf } from './ask-for-report.page';

const PAGES = serverPages(new Assets());
const CHOICES = {
  programmes: new Map([
    ['two', 'South'],
    ['one', 'North & West'],
  ]),
  windows: [12, 24],
};

describe('The page on which a report is asked for', () => {
  it('offers programmes by name and the months that are covered, two years first', () => {
    const html = PAGES.render(askForReportPage(CHOICES));
    expect([...html.matchAll(/<option value="(\w*)"/g)].map(([, value]) => value)).toEqual([
      '',
      'one',
      'two',
    ]);
    expect(html).not.toMatch(/<option[^>]* selected/);
    expect([...html.matchAll(/name="months" type="radio" value="(\d+)"/g)].map(([, value]) => value)).toEqual(
      [...['12', '24']],
    );
    expect(html).toMatch(/value="24" checked/);
  });

  it('chooses the only programme that there is, and says where no months are covered', () => {
    const only = { ...CHOICES, programmes: new Map([['one', 'North']]) };
    expect(PAGES.render(askForReportPage(only))).toMatch(/value="one" selected/);
    const none = PAGES.render(askForReportPage({ ...CHOICES, windows: [] }));
    expect(none).toContain('No report can be asked for here');
    expect(none).not.toContain('name="programme"');
  });

  it('is told what is missing, and what there is not to choose', () => {
    expect(missingOf(CHOICES, { programme: 'one', months: '12' })).toEqual([]);
    for (const filled of [{}, { programme: 'three', months: '36' }, { programme: '', months: '' }]) {
      expect(missingOf(CHOICES, filled).map(({ field }) => field)).toEqual(['programme', 'months']);
    }
    const html = PAGES.render(askForReportPage(CHOICES, {}, missingOf(CHOICES, {})));
    expect(html).toMatch(/<a href="#programme">\s*Choose the programme/);
    expect(html).toMatch(/<a href="#months">\s*Choose how many months/);
    expect(html).toMatch(/id="months"/);
  });
});
