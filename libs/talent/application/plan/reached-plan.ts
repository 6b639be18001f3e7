import { type Authority, Conflict, NotFound, StaleVersion } from '@evenhand/kernel';
import { lockOpenProgramme, type ProgrammeRepository } from '@evenhand/people';
import type { LeadershipPlan } from '../../domain/plan/leadership-plan';
import type { LeadershipPlanRepository } from '../ports/leadership-plan.repository';

/** What was put where it belongs, and whether there was nothing before. */
export interface Put<Thing> {
  readonly thing: Thing;
  readonly created: boolean;
}

/** The plan of a programme. @throws NotFound where there is none for whoever asks */
export async function reachedPlan(
  plans: LeadershipPlanRepository,
  authority: Authority,
  programmeId: string,
): Promise<LeadershipPlan> {
  const reached = authority.reachesProgramme(programmeId);
  return there(reached ? await plans.ofProgramme(programmeId) : undefined, programmeId);
}

/**
 * The plan, held for this transaction: what is written into it is written one after the other.
 *
 * @throws as above, Conflict `programme.closed`: the plan of a closed programme stays as it is
 */
export async function heldPlan(
  programmes: ProgrammeRepository,
  plans: LeadershipPlanRepository,
  authority: Authority,
  programmeId: string,
): Promise<LeadershipPlan> {
  const reached = authority.reachesProgramme(programmeId);
  const plan = there(reached ? await plans.ofProgramme(programmeId) : undefined, programmeId);
  await lockOpenProgramme(programmes, programmeId);
  return (await plans.lock(programmeId)) ?? plan;
}

/**
 * Refuses a replacement of what is not there, a new thing where there is one, and another version than the one that is
 * there.
 *
 * @param what as a reader calls it: `leadership plan`
 * @throws NotFound, StaleVersion, Conflict `<what>.exists`
 */
export function refuseUnlessReplaceable(
  what: string,
  id: string,
  before: { readonly version: number } | undefined,
  expectedVersion: number | undefined,
): void {
  if (expectedVersion === undefined) {
    if (before !== undefined) {
      throw new Conflict(
        `${what.replaceAll(' ', '-')}.exists`,
        `There is a ${what} already: say which version of it you replace.`,
      );
    }
  } else if (before === undefined) {
    throw new NotFound(what, id);
  } else if (before.version !== expectedVersion) {
    throw new StaleVersion(what);
  }
}

function there(plan: LeadershipPlan | undefined, programmeId: string): LeadershipPlan {
  if (plan === undefined) {
    throw new NotFound('leadership plan', programmeId);
  }
  return plan;
}
