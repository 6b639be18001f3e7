import type { EquitySnapshot, ReportOrder } from '@evenhand/equity';
import { Assets } from '@evenhand/pages';
import { serverPages } from '../server-pages';
import { equityWorkPage } from './equity-work.page';

const PAGES = serverPages(new Assets());
const at = new Date('2026-10-01T23:30:00.000Z');
const report = { id: 'one', programmeId: 'north', months: 24, state: 'made', askedAt: at } as ReportOrder;
const snapshot = { id: 'two', programmeId: 'gone', putForwardAt: at } as EquitySnapshot;
const programmes = new Map([['north', 'North & West']]);

describe('The page of reports in the making', () => {
  it('leads auditors to theirs, and says where each stands, by the day in Britain', () => {
    const html = PAGES.render(equityWorkPage({ reports: [report], waiting: [], decides: false, programmes }));
    expect(html).toMatch(/<a href="\/equity-reports\/one"[^>]*>North &amp; West, 24 months<\/a>/);
    expect(html).toContain('Asked for on 2 October 2026. Made.');
    expect(html).toContain('Waiting for the board');
    expect(html).toContain('Nothing waits for the board to decide.');
  });

  it('leads the board to what it decides about, and to no reports', () => {
    const html = PAGES.render(equityWorkPage({ waiting: [snapshot], decides: true, programmes }));
    expect(html).toMatch(
      /<a href="\/equity-snapshots\/two"[^>]*>A programme<\/a><br>Put forward on 2 October 2026\./,
    );
    expect(html).toContain('Waiting for you to decide');
    expect(html).not.toContain('Reports that you asked for');
  });
});
