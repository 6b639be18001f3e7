import type { Authority } from '@evenhand/kernel';
import type { KeptBaseline } from '../../domain/baseline/baseline';

/** As much of a baseline as somebody may read. Characteristics are of every organisation together. */
export function reachedOf(
  { version, parts, characteristics }: KeptBaseline,
  authority: Authority,
  programmeId: string,
): KeptBaseline {
  return {
    parts: parts.filter(({ organisationId }) => authority.reachesOrganisation(programmeId, organisationId)),
    characteristics: auditsEverybody(authority, programmeId) ? characteristics : [],
    version,
  };
}

/** By one role alone: whoever coordinates everybody, and audits one organisation, audits not everybody. */
function auditsEverybody({ reaches }: Authority, programmeId: string): boolean {
  return reaches.some(
    (reach) =>
      reach.role === 'hr_auditor' &&
      reach.organisationId === undefined &&
      (reach.programmeId === undefined || reach.programmeId === programmeId),
  );
}
