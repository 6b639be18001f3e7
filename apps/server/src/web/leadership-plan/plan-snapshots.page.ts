import type { WebPage } from '@evenhand/pages';
import type { PlanSnapshot } from '@evenhand/talent';
import { type Filled, type FormFault, shownFaults } from '../forms/form-faults';
import { inBritain } from '../in-britain';
import { publicationDecisionPage } from '../publication/publication-decision.page';

/** A plan on its way to the public, as it is to whoever looks. */
export interface PlanInTheMaking {
  readonly programmeId: string;
  readonly programme: string;
  /** The last that was put forward of it; absent where none was. */
  readonly snapshot?: PlanSnapshot;
  /** Whether they are of its board, and so put it forward and decide. */
  readonly decides: boolean;
  /** Whether they put the last one forward themselves. */
  readonly isOwn: boolean;
}

/** Why somebody leaves a decision to others, to be told to them. */
export const OWN_PLAN =
  'You put it forward, and nobody approves their own: another member of the board decides.';
const TITLE = 'Leadership plans in the making';
/** What is decided about, in words. */
export const LEADERSHIP_PLAN = 'leadership plan';

/** The plans of somebody's programmes, and what waits for their boards. */
export function planSnapshotsPage(
  plans: readonly PlanInTheMaking[],
  faults: readonly FormFault[] = [],
): WebPage {
  return {
    title: faults.length === 0 ? TITLE : `Error: ${TITLE}`,
    template: 'plan-snapshots.njk',
    view: {
      heading: TITLE,
      ...shownFaults(faults),
      plans: plans.map(({ programmeId, programme, snapshot, decides, isOwn }) => {
        const waits = snapshot?.state === 'put_forward';
        return {
          ...{ programmeId, programme, standing: snapshot === undefined ? NEVER : planStanding(snapshot) },
          reason: snapshot?.reason,
          address: snapshot && addressOf(snapshot),
          decision: waits && decides && !isOwn ? decisionAddressOf(snapshot) : undefined,
          bar: waits && decides && isOwn ? OWN_PLAN : undefined,
          putsForward: decides && !waits,
        };
      }),
    },
  };
}

/** Where a member of the board decides about a plan. @param faults of what they filled in before */
export function planDecisionPage(
  { programme, snapshot, isOwn }: PlanInTheMaking & { readonly snapshot: PlanSnapshot },
  filled?: Filled,
  faults?: readonly FormFault[],
): WebPage {
  return publicationDecisionPage(
    {
      what: LEADERSHIP_PLAN,
      about: `${snapshot.outline.title}, of ${programme}. ${planStanding(snapshot)}.`,
      address: addressOf(snapshot),
      ...(isOwn ? { bar: OWN_PLAN } : {}),
      decision: decisionAddressOf(snapshot),
      back: { text: 'Back to plans in the making', address: '/leadership-plan-snapshots' },
    },
    filled,
    faults,
  );
}

const NEVER = 'Not put forward yet';

/** Where a snapshot of a plan stands, in words. */
export function planStanding({ state, countedAt, decidedAt }: PlanSnapshot): string {
  const putForward = `Put forward on ${inBritain(countedAt)}`;
  switch (state) {
    case 'put_forward':
      return `${putForward}, and the board has not decided`;
    case 'published':
      return `${putForward}, published on ${inBritain(decidedAt!)}`;
    case 'turned_down':
      return `${putForward}, turned down on ${inBritain(decidedAt!)}`;
  }
}

/** Where a snapshot is read before it is public. */
export function addressOf({ programmeId, id }: PlanSnapshot): string {
  return `/leadership-plan-snapshots/${programmeId}/${id}`;
}

/** Where a member of the board decides about it. */
export function decisionAddressOf(snapshot: PlanSnapshot): string {
  return `${addressOf(snapshot)}/decision`;
}
