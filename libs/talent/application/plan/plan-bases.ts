import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { LeadershipPlan } from '../../domain/plan/leadership-plan';
import { countedOnce, type PlanBase } from '../../domain/plan/plan-base';
import { PlanFigures } from '../ports/plan-figures';

/** Gathers what a plan is worked out from, as it stands now. */
@Injectable()
export class PlanBases {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly figures: PlanFigures,
  ) {}

  async of({ programmeId, vacancies }: LeadershipPlan): Promise<PlanBase> {
    const horizons = this.catalogue.content.horizons.map(({ code }) => code);
    const posts = await this.figures.posts(programmeId, horizons);
    const memberships = await this.figures.memberships(programmeId);
    return { horizons, posts, vacancies, ready: countedOnce(memberships, horizons) };
  }
}
