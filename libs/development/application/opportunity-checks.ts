import { Clock, InputRefused } from '@evenhand/kernel';
import { OrganisationRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { type OpportunityDetails, refuseOver, refuseUnreasoned } from '../domain/opportunity';

/** Holds what is said of an opportunity against the catalogue and the programme's organisations. */
@Injectable()
export class OpportunityChecks {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws InputRefused with every fault */
  async check(programmeId: string, details: OpportunityDetails): Promise<void> {
    const { content } = this.catalogue;
    const unknown = (field: string, code: string, entries: readonly { readonly code: string }[]) =>
      entries.some((entry) => entry.code === code) ? [] : [`${field}: the catalogue has no ${code}`];
    InputRefused.ifAny([
      ...unknown('kind', details.kind, content.opportunityKinds),
      ...unknown('phase', details.phase, content.careerPhases),
      ...details.professions.flatMap((code, at) => unknown(`professions[${at}]`, code, content.professions)),
      ...(await this.strangers(programmeId, details)),
    ]);
    refuseUnreasoned(details);
    refuseOver(details, this.clock.today());
  }

  private async strangers(
    programmeId: string,
    { organisationId }: OpportunityDetails,
  ): Promise<readonly string[]> {
    const found = organisationId === undefined ? undefined : await this.organisations.byId(organisationId);
    return organisationId === undefined || found?.programmeId === programmeId
      ? []
      : [`organisationId: the programme has no organisation ${organisationId}`];
  }
}
