import { Assets } from '@evenhand/pages';
import type { PlanSnapshot } from '@evenhand/talent';
import { aPublicPlan } from '@evenhand/testing';
import { serverPages } from '../server-pages';
import { unpublishedPlanPage } from './leadership-plan.page';
import { planDecisionPage, type PlanInTheMaking, planSnapshotsPage } from './plan-snapshots.page';

const PAGES = serverPages(new Assets());
const AT = new Date('2026-10-01T09:00:00Z');
const SNAPSHOT = {
  ...{ id: 'snapshot', programmeId: 'north', state: 'put_forward', putForwardBy: 'kim', countedAt: AT },
  outline: aPublicPlan().outline,
} as PlanSnapshot;
const ADDRESS = '/leadership-plan-snapshots/north/snapshot';
const plan = (more: Partial<PlanInTheMaking> = {}): PlanInTheMaking => ({
  ...{
    programmeId: 'north',
    programme: 'North & West',
    snapshot: SNAPSHOT,
    decides: true,
    isOwn: false,
    ...more,
  },
});
const listed = (more: Partial<PlanInTheMaking>) => PAGES.render(planSnapshotsPage([plan(more)]));

describe('The page of plans in the making', () => {
  it('leads another of the board to decide, and tells whoever put it forward to leave it', () => {
    expect(listed({})).toContain(`href="${ADDRESS}/decision"`);
    const own = listed({ isOwn: true });
    expect(own).toContain('nobody approves their own');
    expect(own).not.toContain(`${ADDRESS}/decision`);
  });

  it.each(['put_forward', 'turned_down', 'published'] as const)(
    'offers the board to put it forward where none waits: %s',
    (state) => {
      const snapshot = { ...SNAPSHOT, state, decidedAt: AT };
      const isOffered = (more: Partial<PlanInTheMaking>) =>
        listed({ snapshot, ...more }).includes('<form action="/leadership-plan-snapshots"');
      expect(isOffered({})).toBe(state !== 'put_forward');
      expect(isOffered({ decides: false })).toBe(false);
      expect(listed({ snapshot, decides: false })).toContain(`href="${ADDRESS}"`);
    },
  );

  it('says why one was turned down, there and where it is read', () => {
    const snapshot = { ...SNAPSHOT, state: 'turned_down', decidedAt: AT, reason: 'Wait for <May>.' } as const;
    const why = 'Why it was turned down: Wait for &lt;May&gt;.';
    expect(listed({ snapshot })).toContain(why);
    expect(listed({})).not.toContain('Why it was');
    const work = { programme: 'North & West', standing: 'Turned down' };
    expect(PAGES.render(unpublishedPlanPage(snapshot, work))).toContain(why);
  });

  it('says where none was put forward, and where there is no plan', () => {
    const { snapshot: _, ...never } = plan();
    expect(PAGES.render(planSnapshotsPage([never]))).toContain('Not put forward yet.');
    expect(PAGES.render(planSnapshotsPage([]))).toContain('No programme of yours has a leadership plan.');
  });

  it('asks for a decision, and of nobody about their own', () => {
    const faults = [{ field: 'decision', text: 'Choose' }];
    const html = PAGES.render(planDecisionPage({ ...plan(), snapshot: SNAPSHOT }, {}, faults));
    expect(html).toMatch(/<a href="#decision">\s*Choose\s*<\/a>/);
    const own = PAGES.render(planDecisionPage({ ...plan({ isOwn: true }), snapshot: SNAPSHOT }));
    expect(own).not.toContain('name="decision"');
  });

  it('shows what was put forward, and says that it is not public', () => {
    const work = { programme: 'North & West', standing: 'Put forward' };
    const html = PAGES.render(unpublishedPlanPage(SNAPSHOT, { ...work, decision: `${ADDRESS}/decision` }));
    expect(html).toContain('Do not pass it on');
    expect(html).toContain(`href="${ADDRESS}/decision"`);
    expect(html).not.toMatch(/transparency\/leadership-plans\/|It stays as it is/);
    expect(html).not.toContain('href="/leadership-plans/snapshot"');
  });

  it('says of one that is published that it is, and leads to what everybody reads', () => {
    const published = { ...SNAPSHOT, state: 'published', decidedAt: AT } as const;
    const html = PAGES.render(unpublishedPlanPage(published, { programme: 'North', standing: 'Published' }));
    expect(html).toContain('<h1 class="nhsuk-u-text-break-word">Leadership plan, published</h1>');
    expect(html).toContain('href="/leadership-plans/snapshot"');
    expect(html).not.toMatch(/Do not pass it on|not published/);
  });
});
