import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { LeadershipPlan } from '../../domain/plan/leadership-plan';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { reachedPlan } from './reached-plan';

/** Reads what a plan starts from. */
@Injectable()
export class ReadLeadershipPlan {
  constructor(private readonly plans: LeadershipPlanRepository) {}

  /** @throws NotFound where there is no plan for whoever reads */
  run(authority: Authority, programmeId: string): Promise<LeadershipPlan> {
    return reachedPlan(this.plans, authority, programmeId);
  }
}
