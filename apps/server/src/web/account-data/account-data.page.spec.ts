import type { InventoryEntry, PersonalData } from '@evenhand/governance';
import { Assets } from '@evenhand/pages';
import { serverPages } from '../server-pages';
import { accountDataPage } from './account-data.page';

const entry = (column: string, field: string, more: Partial<InventoryEntry> = {}): InventoryEntry => ({
  ...{ table: 'person', column, field, purpose: 'to match', basis: 'public_task', seenBy: 'the person' },
  ...{ keptFor: 'person', onErasure: 'erased', ...more },
});

const DATA: PersonalData = {
  accountId: 'a',
  gatheredAt: new Date('2026-06-30T23:30:00.000Z'),
  sections: [
    {
      code: 'person',
      title: 'Who you are in a programme',
      fields: [
        entry('name', 'Name'),
        entry('email', 'Email address'),
        entry('languages', 'Languages', { purpose: 'to let people talk' }),
        entry('gaps', 'Gaps'),
        entry('active', 'Takes part'),
        entry('claimed_at', 'Since'),
        entry('exclude', 'Kept apart from'),
      ],
      records: [
        {
          name: '<script>alert(1)</script>',
          languages: ['en', 'cy'],
          gaps: [{ topic: 'SE-1.1', size: 2, at: ['x', 'y'] }],
          active: false,
          claimed_at: '2026-01-01T09:00:00.000Z',
          exclude: [],
        },
        { name: 'In another programme' },
      ],
    },
  ],
  withheld: [entry('asked_by', 'Who asked', { withheld: 'says who somebody else is' })],
};

const html = serverPages(new Assets()).render(accountDataPage(DATA));
const textIn = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('The page of what is held on somebody', () => {
  it('shows every value under the words for its field, in every record', () => {
    const text = textIn(html);
    expect(text).toContain('as it was on 1 July 2026 at 00:30');
    expect(text).toContain('Languages en cy');
    expect(text).toContain('Gaps topic: SE-1.1; size: 2; at: x, y');
    expect(text).toContain('Takes part no');
    expect(text).toContain('Since 1 January 2026 at 09:00');
    expect(text).toContain('Kept apart from none');
    expect(text).toContain('Name In another programme');
  });

  it('leaves out what is not set', () => {
    expect(html.match(/<dt[^>]*>\s*Email address/g)).toBeNull();
  });

  it('says once for all fields alike why they are held, and apart for the others', () => {
    const text = textIn(html);
    expect(text.match(/Held to match\./g)).toHaveLength(1);
    expect(text).toContain('Languages. Held to let people talk. Seen by the person.');
    expect(text).toContain('Kept until the person is erased. When you are erased it goes.');
  });

  it('says what is withheld, and why', () => {
    expect(textIn(html)).toContain('Who asked: says who somebody else is');
  });

  it('runs nothing that somebody wrote, and needs no script', () => {
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});
