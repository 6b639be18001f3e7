import type { EquitySnapshot, ReportOrder } from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import type { PlanSnapshot } from '@evenhand/talent';
import { aPublicPlan, aPublicSnapshot } from '@evenhand/testing';
import { askForReportPage } from '../../apps/server/src/web/equity/ask-for-report.page';
import { decisionPage } from '../../apps/server/src/web/equity/decision.page';
import { unpublishedReportPage } from '../../apps/server/src/web/equity/equity-report.page';
import { equityWorkPage } from '../../apps/server/src/web/equity/equity-work.page';
import { ReportSections } from '../../apps/server/src/web/equity/report-sections';
import { standingOf } from '../../apps/server/src/web/equity/standing-of';
import { unmadeReportPage } from '../../apps/server/src/web/equity/unmade-report.page';
import { unpublishedPlanPage } from '../../apps/server/src/web/leadership-plan/leadership-plan.page';
import {
  planDecisionPage,
  type PlanInTheMaking,
  planSnapshotsPage,
} from '../../apps/server/src/web/leadership-plan/plan-snapshots.page';
import { expectAccessible, expectFaultFirst } from './accessible-page';
import { describeInBrowser } from './browser';
import { type ServedPages, servePages } from './served-pages';

const LONG = 'A-title-that-is-quite-long-and-has-no-spaces-in-it-at-all-2026-across-the-whole-region';
const AT = new Date('2026-10-01T09:00:00Z');
const SNAPSHOT = {
  ...{ id: 'one', programmeId: 'north', state: 'put_forward', putForwardAt: AT },
} as EquitySnapshot;
const programmes = new Map([
  ['north', LONG],
  ['south', 'South'],
]);
const SHOWN = { id: 'one', programme: LONG, months: 24, putForwardAt: AT };
const PLAN = {
  ...{ id: 'one', programmeId: 'north', state: 'put_forward', putForwardBy: 'kim', countedAt: AT },
  outline: aPublicPlan({ title: LONG }).outline,
} as PlanSnapshot;
const OF_PLAN: PlanInTheMaking & { readonly snapshot: PlanSnapshot } = {
  ...{ programmeId: 'north', programme: LONG, snapshot: PLAN, decides: true, isOwn: false },
};
const TURNED_DOWN: PlanSnapshot = { ...PLAN, state: 'turned_down', decidedAt: AT, reason: `${LONG} ${LONG}` };
const ORDER = {
  ...{ id: 'one', programmeId: 'north', months: 24, state: 'running', askedAt: AT },
  progress: { stage: 'counting', done: 2, total: 5 },
} as ReportOrder;

/** Every page on which something is asked for or decided, with all that can stand on it. */
async function pages(): Promise<Readonly<Record<string, WebPage>>> {
  const { report } = aPublicSnapshot();
  const shown = await new ReportSections().of('one', report);
  const facts = standingOf({ ...SNAPSHOT, state: 'turned_down', decidedAt: AT, reason: `${LONG} ${LONG}` });
  const decision = (reason: string) => ({ decision: 'turned_down', reason });
  return {
    work: equityWorkPage({
      ...{ reports: [ORDER], decidesIn: new Set(['north']), programmes },
      waiting: [
        { snapshot: SNAPSHOT, months: 24 },
        { snapshot: SNAPSHOT, months: 12, bar: 'ran_a_round' },
        { snapshot: SNAPSHOT, months: 12, bar: 'own_report' },
      ],
    }),
    ask: askForReportPage({ programmes, windows: [12, 24, 36] }),
    'ask-again': askForReportPage({ programmes, windows: [12, 24] }, {}, [
      { field: 'programme', text: 'Choose the programme that the report is about' },
      { field: 'months', text: 'Choose how many months the report looks back' },
    ]),
    unmade: unmadeReportPage(ORDER),
    report: unpublishedReportPage({ ...{ address: '/one', facts, putForward: '/one' } }, shown),
    deciding: unpublishedReportPage({ ...{ address: '/one', facts, decision: '/one' } }, shown),
    decision: decisionPage(SHOWN),
    'decision-again': decisionPage(SHOWN, decision(LONG), [{ field: 'reason', text: 'Say it shorter' }]),
    'decision-of-others': decisionPage({ ...SHOWN, bar: 'ran_a_round' }),
    plans: planSnapshotsPage([OF_PLAN, { ...OF_PLAN, programmeId: 'south', snapshot: TURNED_DOWN }]),
    plan: unpublishedPlanPage(PLAN, { programme: LONG, standing: 'Put forward', decision: '/one' }),
    'plan-decision': planDecisionPage(OF_PLAN, {}, [{ field: 'decision', text: 'Choose' }]),
    'plan-turned-down': unpublishedPlanPage(TURNED_DOWN, { programme: LONG, standing: 'Turned down' }),
  };
}

const NAMES = [
  ...['work', 'ask', 'ask-again', 'unmade', 'report', 'deciding', 'decision', 'decision-again'],
  ...['decision-of-others', 'plans', 'plan', 'plan-decision', 'plan-turned-down'],
];
/** As long as a look may take on a machine that is busy. */
const PATIENCE = 120_000;

describeInBrowser('The pages on which reports and plans are asked for and decided about', (browser) => {
  let served: ServedPages;
  beforeAll(async () => {
    const api = { info: { title: 'E', version: '1' }, paths: {} };
    const work = await pages();
    expect(Object.keys(work)).toEqual(NAMES);
    served = await servePages({ round: undefined, api, pools: [], work });
  });
  afterAll(() => served.close());

  it.each(NAMES.flatMap((name) => [1280, 320].map((width) => ({ name, width }))))(
    '$name at $width pixels: accessible, no wider than the screen',
    ({ name, width }) => expectAccessible(browser(), `${served.address}/on-show/${name}`, width),
    PATIENCE,
  );

  it.each([
    ['ask-again', 'Choose how many months the report looks back', 'months'],
    ['decision-again', 'Say it shorter', 'reason'],
    ['plan-decision', 'Choose', 'decision'],
  ])('%s: what is wrong has the focus without a script, and leads to its field', (name, fault, field) =>
    expectFaultFirst(browser(), `${served.address}/on-show/${name}`, { fault, field }),
  );
});
