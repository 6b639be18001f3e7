import type { Authority } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import {
  type AnsweredSection,
  type PlanSection,
  type SectionKind,
  withoutReleases,
} from '../../domain/plan/plan-section';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { type AskedSection, askedSections } from './asked-sections';
import { seesPeopleLetGo } from './people-shown';
import { reachedPlan } from './reached-plan';

/**
 * Reads a plan statement by statement: all that the catalogue asks, answered or not. How many people were let go is for
 * those who keep the plan: that there is an entry tells others of one to nine who went from one place to another, and that
 * there is none of nobody. They read the sum in what is published of the plan.
 */
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
    const shown = seesPeopleLetGo(authority, programmeId)
      ? (section: PlanSection) => section
      : withoutReleases;
    return askedSections(this.catalogue.content, kind).map((statement) => {
      const section = sections.find((one) => one.kind === kind && one.code === statement.code);
      return { statement, ...(section === undefined ? {} : { section: shown(section) }) };
    });
  }
}
