import { AuditTrail, type Authority, InputRefused, NotFound, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { unknown } from '../../domain/plan/plan-entry';
import {
  type PlanSection,
  releaseFaults,
  type SectionKind,
  type TalentRelease,
} from '../../domain/plan/plan-section';
import { LeadershipPlanRepository } from '../ports/leadership-plan.repository';
import { askedSections, showsReleases } from './asked-sections';
import { Nameable } from './nameable';
import { tellOfPlan } from './plan-events';
import { heldPlan, type Put, refuseUnlessReplaceable } from './reached-plan';

/** Which statement or chapter of which plan. */
export interface SectionAddress {
  readonly programmeId: string;
  readonly kind: SectionKind;
  /** As the catalogue has it. */
  readonly code: string;
}

/** Writes what a plan says of one statement or chapter, for the first time or anew. */
@Injectable()
export class PutPlanSection {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly programmes: ProgrammeRepository,
    private readonly plans: LeadershipPlanRepository,
    private readonly nameable: Nameable,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param expectedVersion the version that is replaced; without it nothing was written before
   * @throws NotFound where there is no such plan or statement, Conflict `programme.closed`, StaleVersion, Conflict `plan-section.exists`, InputRefused
   *   with every fault
   */
  run(
    authority: Authority,
    { programmeId, kind, code }: SectionAddress,
    wanted: Pick<PlanSection, 'owner' | 'evidence' | 'state' | 'releases'>,
    expectedVersion?: number,
  ): Promise<Put<PlanSection>> {
    return this.transaction.run(async () => {
      await heldPlan(this.programmes, this.plans, authority, programmeId);
      const asked = askedSections(this.catalogue.content, kind).find((one) => one.code === code);
      if (asked === undefined) {
        throw new NotFound('plan section', code);
      }
      const sections = await this.plans.sections(programmeId);
      const before = sections.find((section) => section.kind === kind && section.code === code);
      refuseUnlessReplaceable('plan section', code, before, expectedVersion);
      InputRefused.ifAny([
        ...releaseFaults(wanted.releases, showsReleases(asked)),
        ...(await this.unknownOrganisations(programmeId, wanted.releases)),
      ]);
      const { owner, evidence, state, releases } = wanted;
      const version = before?.version ?? 1;
      const section: PlanSection = { programmeId, kind, code, owner, evidence, state, releases, version };
      const details = { section: `${kind}.${code}`, state };
      await tellOfPlan(this.trail, 'leadership-plan.section-written', authority, { programmeId }, details);
      if (before === undefined) {
        await this.plans.addSection(section);
        return { thing: section, created: true };
      }
      return { thing: await this.plans.saveSection(section), created: false };
    });
  }

  private async unknownOrganisations(
    programmeId: string,
    releases: readonly TalentRelease[],
  ): Promise<readonly string[]> {
    const { organisations } = await this.nameable.in(programmeId);
    return releases.flatMap((release, at) =>
      (['fromOrganisationId', 'toOrganisationId'] as const).flatMap((member) =>
        unknown(
          `releases[${at}].${member}`,
          release[member],
          organisations,
          'organisation of this programme',
        ),
      ),
    );
  }
}
