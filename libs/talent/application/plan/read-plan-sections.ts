import type { Authority } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { AnsweredSection, SectionKind } from '../../domain/plan/plan-section';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { type AskedSection, askedSections } from './asked-sections';
import { reachedPlan } from './reached-plan';

/** Reads a plan statement by statement: all that the catalogue asks, answered or not. */
@Injectable()
export class ReadPlanSections {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly plans: LeadershipPlanRepository,
  ) {}

  /** @throws NotFound where there is no plan for whoever reads */
  async run(
    authority: Authority,
    programmeId: string,
    kind: SectionKind,
  ): Promise<readonly AnsweredSection<AskedSection>[]> {
    await reachedPlan(this.plans, authority, programmeId);
    const sections = await this.plans.sections(programmeId);
    return askedSections(this.catalogue.content, kind).map((statement) => {
      const section = sections.find((one) => one.kind === kind && one.code === statement.code);
      return { statement, ...(section === undefined ? {} : { section }) };
    });
  }
}
