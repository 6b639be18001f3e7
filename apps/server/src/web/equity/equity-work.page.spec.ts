import type { DecisionBar, EquitySnapshot, ReportOrder, WaitingSnapshot } from '@evenhand/equity';
import { Assets } from '@evenhand/pages';
import { serverPages } from '../server-pages';
import { equityWorkPage } from './equity-work.page';

const PAGES = serverPages(new Assets());
const at = new Date('2026-10-01T23:30:00.000Z');
const report = { id: 'one', programmeId: 'north', months: 24, state: 'made', askedAt: at } as ReportOrder;
const programmes = new Map([['north', 'North & West']]);
const waitingIn = (programmeId: string, bar?: DecisionBar): WaitingSnapshot => ({
  snapshot: { id: 'two', programmeId, putForwardAt: at } as EquitySnapshot,
  months: 12,
  ...(bar === undefined ? {} : { bar }),
});
const board = (...waiting: WaitingSnapshot[]) =>
  PAGES.render(equityWorkPage({ waiting, decidesIn: new Set(['north']), programmes }));
/** What stands between one heading and the next. */
const under = (html: string, heading: string) => html.split(`<h2>${heading}</h2>`)[1]?.split('<h2>')[0] ?? '';

describe('The page of reports in the making', () => {
  it('leads auditors to theirs, says where each stands, by the day in Britain, and to another one', () => {
    const html = PAGES.render(
      equityWorkPage({ reports: [report], waiting: [], decidesIn: new Set(), programmes }),
    );
    expect(html).toMatch(/<a href="\/equity-reports\/one"[^>]*>North &amp; West, 24 months<\/a>/);
    expect(html).toContain('Asked for on 2 October 2026. Made.');
    expect(html).toContain('Waiting for the board');
    expect(html).toContain('Nothing waits for the board to decide.');
    expect(html).toContain('href="/equity-reports/new"');
  });

  it('leads the board to what it decides about, and to no reports', () => {
    const html = board(waitingIn('north'));
    const theirs = under(html, 'Waiting for you to decide');
    expect(theirs).toMatch(
      /<a href="\/equity-snapshots\/two"[^>]*>North &amp; West, 12 months<\/a><br>Put forward on 2 October 2026\./,
    );
    expect(html).not.toMatch(/others of the board|Reports that you asked for|equity-reports\/new/);
  });

  it.each<[string, WaitingSnapshot, string, boolean]>([
    ['their own', waitingIn('north', 'own_report'), 'nobody approves their own', true],
    ['of a round that they ran', waitingIn('north', 'ran_a_round'), 'nobody audits their own', false],
    ['of another board', waitingIn('south'), 'Put forward on', true],
  ])('tells nobody that what is %s waits for them', (_, waiting, why, isRead) => {
    const html = board(waiting);
    expect(under(html, 'Waiting for you to decide')).toContain('Nothing waits for you to decide.');
    const others = under(html, 'Waiting for others of the board');
    expect(others).toContain(why);
    expect(others.includes('href="/equity-snapshots/two"')).toBe(isRead);
  });
});
