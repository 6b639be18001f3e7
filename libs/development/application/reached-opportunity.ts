import { type Authority, NotFound, StaleVersion } from '@evenhand/kernel';
import type { Opportunity } from '../domain/opportunity';
import type { OpportunityRepository } from './ports/opportunity.repository';

/** The opportunity, for everybody who is somebody in its programme. @throws NotFound where there is none for them */
export async function reachedOpportunity(
  opportunities: OpportunityRepository,
  authority: Authority,
  id: string,
): Promise<Opportunity> {
  const opportunity = await opportunities.byId(id);
  if (opportunity === undefined || !isAtHome(authority, opportunity.programmeId)) {
    throw new NotFound('opportunity', id);
  }
  return opportunity;
}

/** The same, to be changed by whoever looks after the programme. @throws NotFound, StaleVersion */
export async function opportunityToChange(
  opportunities: OpportunityRepository,
  authority: Authority,
  id: string,
  version: number,
): Promise<Opportunity> {
  const opportunity = await opportunities.byId(id);
  if (opportunity === undefined || !authority.reachesProgramme(opportunity.programmeId)) {
    throw new NotFound('opportunity', id);
  }
  if (opportunity.version !== version) {
    throw new StaleVersion('opportunity');
  }
  return opportunity;
}

/** Programmes whose opportunities somebody may look at: those that they look after, and those where they are somebody. */
export function programmesOf(authority: Authority): readonly string[] | undefined {
  const limits = authority.limits();
  const own = authority.reaches.flatMap(({ programmeId, personId }) =>
    programmeId === undefined || personId === undefined ? [] : [programmeId],
  );
  return limits && [...new Set([...limits.programmeIds, ...own])];
}

function isAtHome(authority: Authority, programmeId: string): boolean {
  return programmesOf(authority)?.includes(programmeId) ?? true;
}
