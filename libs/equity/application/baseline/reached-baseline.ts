import type { Authority } from '@evenhand/kernel';
import type { KeptBaseline } from '../../domain/baseline/baseline';

/** As much of a baseline as somebody may read. Characteristics are of every organisation together. */
export function reachedOf(
  { version, parts, characteristics }: KeptBaseline,
  authority: Authority,
  programmeId: string,
): KeptBaseline {
  const seesAll = authority.reachesOrganisation(programmeId) && auditsHere(authority, programmeId);
  return {
    parts: parts.filter(({ organisationId }) => authority.reachesOrganisation(programmeId, organisationId)),
    characteristics: seesAll ? characteristics : [],
    version,
  };
}

function auditsHere({ reaches }: Authority, programmeId: string): boolean {
  return reaches.some(
    (reach) =>
      reach.role === 'hr_auditor' && (reach.programmeId === undefined || reach.programmeId === programmeId),
  );
}
