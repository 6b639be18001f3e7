import { Assets } from '@evenhand/pages';
import type { BoardComposition, PlanSnapshot } from '@evenhand/talent';
import { serverPages } from '../server-pages';
import { type BoardWork, boardWorkPage } from './board-work.page';

const COMPOSITION: BoardComposition = {
  findings: [
    {
      ...{ rule: 'nurse_or_midwife', force: 'law', outcome: 'broken', source: 'Regulations 1990' },
      words: 'No executive director is a registered nurse or midwife.',
    },
    {
      ...{ rule: 'half_independent', force: 'code', outcome: 'not_decided', source: 'Code' },
      words: 'Of 4 non-executive directors 1 are independent and 1 are not; at least half should be.',
    },
  ],
  openSeats: {
    ...{ vacant: ['Director of <therapies>'], executivesToAdd: 1, nonExecutivesToAdd: 0 },
    executivesOfAnyBackground: 2,
  },
  absentGroups: ['ahp'],
  absentProfessions: ['dietitian', 'unheard'],
};
const WORK: BoardWork = {
  ...{ programme: 'North & West', areMore: false, decides: true, isOwn: false, seesReports: true },
  boards: [{ organisation: 'Northfield', kind: 'nhs_trust', composition: COMPOSITION }],
  waiting: {
    ...{ id: 'one', programmeId: 'north', countedAt: new Date('2026-10-01T23:30:00.000Z') },
    outline: { title: 'Leaders of the North' },
  } as PlanSnapshot,
  groups: new Map([['ahp', 'Allied health professionals']]),
  professions: new Map([['dietitian', 'Dietitians']]),
};

const pageOf = (changes: Partial<BoardWork> = {}) => textsOf({ ...WORK, ...changes });

/** The page as somebody reads it. */
function textsOf(work: BoardWork): { readonly html: string; readonly text: string } {
  const html = serverPages(new Assets()).render(boardWorkPage(work));
  return { html, text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

describe('The page for the board', () => {
  it('says of each board which rules are kept, how much they bind and where they stand', () => {
    const { text } = pageOf();
    expect(text).toContain('Northfield An NHS trust.');
    expect(text).toContain(
      'Not kept (Law): No executive director is a registered nurse or midwife. Regulations 1990',
    );
    expect(text).toContain('Not decided here (Code of governance): Of 4 non-executive directors');
  });

  it('says what is open and who is absent, by the catalogue’s titles', () => {
    const { text, html } = pageOf();
    expect(html).toContain('Nobody holds the seat “Director of &lt;therapies&gt;”.');
    expect(text).toContain('The law allows 1 more executive director.');
    expect(text).not.toContain('more non-executive');
    expect(text).toContain('2 executive seats can be held by somebody of any profession.');
    expect(text).toContain('nobody on the board comes from: Allied health professionals.');
    expect(text).toContain('nobody on the board comes from: Dietitians; unheard.');
  });

  it('says so where nothing is open, nobody is absent and no board was entered', () => {
    const openSeats = {
      ...{ vacant: [], executivesToAdd: null, nonExecutivesToAdd: null },
      executivesOfAnyBackground: null,
    };
    const composition = { ...COMPOSITION, openSeats, absentGroups: [], absentProfessions: [] };
    const { text } = pageOf({ boards: [{ organisation: 'Northfield', kind: 'other', composition }] });
    expect(text).toContain('No seat is known to be open.');
    expect(text).toContain('Somebody of every professional group sits on the board.');
    expect(pageOf({ boards: [] }).text).toContain('No board of an organisation of this programme');
  });

  it('says of what waits whose it is to decide, and leads them there', () => {
    const address = '/leadership-plan-snapshots/north/one';
    const theirs = pageOf();
    expect(theirs.text).toContain('Waiting for you to decide');
    expect(theirs.text).toContain('Leaders of the North . Counts taken on 2 October 2026.');
    expect(theirs.html).toContain(`<a href="${address}">Leaders of the North</a>`);
    expect(theirs.html).toContain(`<a href="${address}/decision">`);
    for (const [changes, isTold] of [
      [{ isOwn: true }, true],
      [{ decides: false }, false],
      [{ decides: false, isOwn: true }, false],
    ] as const) {
      const { text, html } = pageOf(changes);
      expect(text).toContain('Waiting for the board');
      expect(html).toContain(`href="${address}"`);
      expect(html).not.toContain(`${address}/decision`);
      expect(text.includes('nobody approves their own')).toBe(isTold);
    }
    const { waiting: _, ...none } = WORK;
    const { text } = textsOf(none);
    expect(text).toContain('Waiting for the board');
    expect(text).toContain('No snapshot of the leadership plan waits for the board to decide.');
  });

  it('leads to equity reports those alone who may see them, and everybody to plans', () => {
    const { html } = pageOf();
    expect(html).toContain('<a href="/equity-reports">');
    expect(html).toContain('<a href="/leadership-plans">');
    expect(html).toContain('<a href="/leadership-plan-snapshots">');
    expect(pageOf({ seesReports: false }).html).not.toContain('href="/equity-reports"');
  });
});
