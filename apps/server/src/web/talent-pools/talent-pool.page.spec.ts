import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { Assets } from '@evenhand/pages';
import type { ReleasedShare, TransparentPool } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { serverPages } from '../server-pages';
import { talentPoolPage } from './talent-pool.page';
import { talentPoolsPage } from './talent-pools.page';

const { professionalGroups, stages } = healthAndCare.content;
const withheld = (code: string): ReleasedShare => ({ code, members: null, share: null });

const POOL: TransparentPool = {
  pool: {
    ...{ id: 'pool-1', programmeId: 'programme', title: 'Heads of service', purpose: 'To lead a service.' },
    ...{ waysIn: ['nominated', 'applied'], state: 'closed', criteriaVersion: 2, version: 5 },
    ...{ createdAt: new Date('2026-01-01'), openedAt: new Date('2026-03-31T23:30:00Z') },
    closedAt: new Date('2026-09-01T12:00:00Z'),
  },
  criteria: [
    {
      ...{ number: 2, from: new Date('2026-05-01T12:00:00Z'), reason: 'Wider.' },
      criteria: [
        {
          ...{ code: 'leads', sentence: 'Has led a team.' },
          rule: [
            { asks: 'stage', stage: '2' },
            { asks: 'practised', topic: 'SE-1.1', stage: '2' },
          ],
        },
      ],
    },
    {
      ...{ number: 1, from: new Date('2026-03-01T12:00:00Z'), reason: 'First.' },
      criteria: [{ code: 'leads', sentence: 'Has led two teams.' }],
    },
  ],
  asOf: new Date('2026-08-01T00:00:00Z'),
  toldBy: { policy: DEFAULT_DISCLOSURE_POLICY },
  composition: {
    ...{ members: 60, underWay: null },
    groups: professionalGroups.map(({ code }) =>
      code === 'nurse'
        ? { code, members: 40, share: 67 }
        : code === 'doctor'
          ? { code, members: 20, share: 33 }
          : withheld(code),
    ),
    stages: stages.map(({ code }) => withheld(code)),
  },
  decisions: {
    decisions: 45,
    outcomes: [
      { outcome: 'in_pool', decisions: 45 },
      { outcome: 'not_in_pool', decisions: null },
    ],
  },
  times: { until: '2026-07-01T00:00:00.000Z', medianWeeks: 6 },
  appointments: {
    appointments: 25,
    from: [
      { from: 'pool', appointments: 25 },
      { from: 'outside', appointments: null },
    ],
  },
};

const render = (page: ReturnType<typeof talentPoolPage>) => serverPages(new Assets()).render(page);

describe('The page of a pool to somebody whom it is for', () => {
  const shown = (pool: Partial<TransparentPool['pool']>, isTheirs = true) =>
    serverPages(new Assets()).render(talentPoolPage({ ...POOL, pool: { ...POOL.pool, ...pool } }, isTheirs));

  it('leads to where they stand, and to asking where people ask and it is open', () => {
    const open = shown({ state: 'open' });
    expect(open).toContain('href="/pool-memberships"');
    expect(open).toContain('href="/pools/pool-1/application"');
    for (const other of [shown({}), shown({ state: 'open', waysIn: ['nominated'] })]) {
      expect(other).toContain('href="/pool-memberships"');
      expect(other).not.toContain('/application"');
    }
    expect(shown({ state: 'open' }, false)).not.toMatch(/pool-memberships|\/application"/);
  });
});

describe('the page of a talent pool', () => {
  it('says what the pool asks, as a rule too, and what it asked before', () => {
    const { view } = talentPoolPage(POOL);
    expect(view['now']).toEqual({
      ...{ number: 2, from: '1 May 2026', reason: 'Wider.' },
      criteria: [
        {
          sentence: 'Has led a team.',
          rule: `holds a post at stage 2 (Mid-level managers and leaders) or above, or has practised “${healthAndCare.topics[0]!.title}” at stage 2 or above`,
        },
      ],
    });
    expect(view['before']).toMatchObject([{ number: 1, criteria: [{ sentence: 'Has led two teams.' }] }]);
  });

  it('shows the days as they were in Britain, and how people come in', () => {
    expect(talentPoolPage(POOL).view['pool']).toMatchObject({
      openness: 'Closed: it was open from 1 April 2026 to 1 September 2026',
      waysIn: [expect.stringContaining('puts somebody forward'), 'People ask for themselves'],
    });
  });

  it('shows counts as they are released, and nothing of what is withheld', () => {
    const { view } = talentPoolPage(POOL);
    const groups = view['groups'] as { title: string }[];
    expect(groups.find(({ title }) => title === 'Nurses')).toEqual({
      ...{ title: 'Nurses', members: '40', share: '67%' },
    });
    expect(groups.find(({ title }) => title === 'Midwives')).toEqual({
      ...{ title: 'Midwives', members: 'too few to show', share: 'too few to show' },
    });
    expect(view).toMatchObject({
      ...{ members: '60', underWay: 'too few to show' },
      decided: [
        { title: 'Taken into the pool', count: '45' },
        { title: 'Turned down', count: 'too few to show' },
      ],
      ...{ medianWait: '6 weeks', timesUntil: '1 July 2026' },
      appointed: [
        { title: 'From the pool, to one of its critical posts', count: '25' },
        { title: 'From outside the pool, to one of its critical posts', count: 'too few to show' },
      ],
    });
  });

  it('draws the same shares, and says them in words', () => {
    const { view } = talentPoolPage(POOL);
    expect(view['inWords']).toBe(
      'Of the members in the groups shown, 33% are of the group Doctors and dentists and 67% are of the group Nurses. ' +
        `${professionalGroups.length - 2} groups are not shown.`,
    );
    expect(view['chart']).toContain('>67% (40)</text>');
    expect(view['chart']).toContain('width="67%"');
  });

  it('tells nothing of a pool of which nothing is published', () => {
    const { asOf: _, ...unpublished } = POOL;
    const nothing = {
      ...unpublished,
      composition: {
        members: null,
        groups: professionalGroups.map(({ code }) => withheld(code)),
        stages: POOL.composition.stages,
      },
      times: { medianWeeks: null },
    };
    const page = talentPoolPage(nothing);
    expect(page.view).toMatchObject({ medianWait: 'too few to show', members: 'too few to show' });
    const html = render(page);
    expect(html).toContain('Nothing is published yet');
    expect(html).not.toMatch(/<svg|<table/);
  });

  it('is whole, has no script, holds hostile text as text and calls nothing fair', () => {
    const hostile = '<script>alert(1)</script>';
    const html = render(
      talentPoolPage({ ...POOL, pool: { ...POOL.pool, title: hostile, purpose: hostile } }),
    );
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|\sstyle=|fair/i);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).toContain('Version 1, from 1 March 2026');
  });
});

describe('the page of all talent pools', () => {
  it('leads to each', () => {
    const html = render(talentPoolsPage([POOL.pool]));
    expect(html).toContain('<a href="/pools/pool-1">Heads of service</a>');
    expect(html).not.toContain('No talent pool has been opened yet.');
  });

  it('says so while there is none', () => {
    expect(render(talentPoolsPage([]))).toContain('No talent pool has been opened yet.');
  });

  it('says how coarse its numbers are, and which stand as they were told by another policy', () => {
    const policy = { base: 10, smallest: 20, smallestForExtremes: 40 };
    const told = (toldBy: TransparentPool['toldBy']) => render(talentPoolPage({ ...POOL, toldBy }));
    const coarse = told({ policy });
    expect(coarse).toContain('Counts are rounded to the nearest 10, ');
    expect(coarse).toContain('Counts under 20 are not shown');
    expect(coarse).toContain('only after 20 or more of the people');
    expect(coarse).not.toMatch(/nearest 5|under 10|\bten\b/);
    const mixed = told({
      policy,
      earlier: { turnedDown: DEFAULT_DISCLOSURE_POLICY, pool: DEFAULT_DISCLOSURE_POLICY },
    });
    expect(mixed).toContain(
      'when counts were rounded to the nearest 5 and those under 10 were not shown: Turned down; From',
    );
    const { asOf: _, ...unpublished } = POOL;
    const html = render(talentPoolPage({ ...unpublished, toldBy: { policy } }));
    expect(html).toContain('numbers are told once 20 or more people have come');
  });
});
