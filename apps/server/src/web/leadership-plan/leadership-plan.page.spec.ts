import { Assets } from '@evenhand/pages';
import { aPublicPlan } from '@evenhand/testing';
import { serverPages } from '../server-pages';
import { leadershipPlanPage, leadershipPlansPage } from './leadership-plan.page';

const render = (page: ReturnType<typeof leadershipPlanPage>) =>
  serverPages(new Assets()).render(page).replace(/\s+/g, ' ');

describe('The page of a published leadership plan', () => {
  it('says in words when the gap is widest, and what is withheld', () => {
    const { view } = leadershipPlanPage(aPublicPlan());
    expect(view['sentence']).toContain('about 15 more leaders are needed by then than are ready');
    expect(view['facts']).toContainEqual({
      ...{ title: 'Of these, with somebody ready in time', value: '25 (63%)' },
    });
    expect(view['facts']).toContainEqual({
      ...{ title: 'Of these, by somebody from a talent pool', value: 'too few to show' },
    });
    const [gaps] = view['tables'] as { rows: string[][] }[];
    expect(gaps!.rows[0]!.slice(1)).toEqual(['40', 'too few to show', 'too few to show']);
    expect(gaps!.rows[1]!.slice(1)).toEqual(['40', '25', '15']);
  });

  it('says how coarse its numbers are, and which stand as they were told by another policy', () => {
    const policy = { base: 10, smallest: 20, smallestForExtremes: 40 };
    const plan = aPublicPlan();
    const toldBy = { policy, earlier: { ready: { base: 5, smallest: 10, smallestForExtremes: 20 } } };
    const html = (by: typeof plan.outline.toldBy) =>
      render(leadershipPlanPage({ ...plan, outline: { ...plan.outline, toldBy: by } }));
    expect(html({ policy })).toContain('Counts of people are rounded to the nearest 10, ');
    expect(html({ policy })).toContain('Counts under 20 are not shown');
    expect(html({ policy })).toContain(
      'changed by fewer than 20 since any earlier time that the plan was put forward',
    );
    expect(html({ policy })).not.toMatch(/nearest 5|under 10|\bten\b/);
    expect(html(toldBy)).toContain('rounded to the nearest 5 and those under 10 were not shown: Ready.');
  });

  it('says that too few are ready where nothing may be told', () => {
    const plan = aPublicPlan();
    const gaps = plan.outline.dashboard.gaps.map((gap) => ({ ...gap, supply: null, gap: null }));
    const dashboard = { ...plan.outline.dashboard, gaps };
    const { view } = leadershipPlanPage({ ...plan, outline: { ...plan.outline, dashboard } });
    expect(view['sentence']).toBe('Too few people are ready for their number to be shown.');
  });

  it('runs nothing that somebody wrote, and is linked from the list', () => {
    const plan = aPublicPlan({ programmeTitle: '<script>alert(1)</script>', title: '<b>Leaders' });
    const html = render(leadershipPlanPage(plan));
    expect(html).not.toMatch(/<script>alert|<b>Leaders/);
    expect(html).toContain('Census 2021');
    const list = render(leadershipPlansPage({ items: [plan] }));
    expect(list).toContain(`href="/leadership-plans/${plan.id}"`);
    expect(render(leadershipPlansPage({ items: [] }))).toContain(
      'No leadership plan has been published yet.',
    );
  });
});
