import type { ActingAs, Assessment, Nomination, PoolMember } from '@evenhand/talent';
import type { TalentPoolMemberRow } from '../../rows/talent/talent-pool-member.row';
import { whereSet } from '../where-set';

/** How a member stands in the table. */
export function toRow(member: PoolMember): TalentPoolMemberRow {
  const { id, poolId, personId, wayIn, state, reason, cameAt, version } = member;
  const { nomination, interestDeclaredAt, assessment, ending } = member;
  return {
    ...{ id, poolId, personId, wayIn, state, reason, cameAt, version },
    nominatedAs: nomination?.as ?? null,
    nominatorRole: nomination?.by.role ?? null,
    nominatorPersonId: nomination?.by.personId ?? null,
    interestDeclaredAt: interestDeclaredAt ?? null,
    horizon: assessment?.horizon ?? null,
    evidence: assessment?.evidence ?? null,
    dimensions: [...(assessment?.dimensions ?? [])],
    assessedByVersion: assessment?.criteriaVersion ?? null,
    assessedAt: assessment?.assessedAt ?? null,
    assessorRole: assessment?.assessor.role ?? null,
    assessorPersonId: assessment?.assessor.personId ?? null,
    endedAt: ending?.at ?? null,
    endingNote: ending?.note ?? null,
  };
}

/** The member that a row of the table stands for. */
export function toMember(row: TalentPoolMemberRow): PoolMember {
  const { id, poolId, personId, wayIn, state, reason, cameAt, version, interestDeclaredAt } = row;
  return {
    ...{ id, poolId, personId, wayIn, state, reason, cameAt, version },
    ...whereSet({
      nomination: nominationOf(row),
      interestDeclaredAt,
      assessment: assessmentOf(row),
      ending: row.endedAt && { at: row.endedAt, ...whereSet({ note: row.endingNote }) },
    }),
  };
}

/** Whoever did something, as two columns say it. */
export function actingAs(role: string, personId: string | null): ActingAs {
  return { role, ...whereSet({ personId }) };
}

function nominationOf(row: TalentPoolMemberRow): Nomination | null {
  const { nominatedAs, nominatorRole, nominatorPersonId } = row;
  return nominatedAs === null || nominatorRole === null
    ? null
    : { as: nominatedAs, by: actingAs(nominatorRole, nominatorPersonId) };
}

function assessmentOf(row: TalentPoolMemberRow): Assessment | null {
  const { horizon, evidence, dimensions, assessedByVersion, assessedAt, assessorRole, assessorPersonId } =
    row;
  return horizon === null ||
    evidence === null ||
    assessedByVersion === null ||
    assessedAt === null ||
    assessorRole === null
    ? null
    : {
        horizon,
        evidence,
        ...(dimensions.length === 0 ? {} : { dimensions }),
        criteriaVersion: assessedByVersion,
        assessedAt,
        assessor: actingAs(assessorRole, assessorPersonId),
      };
}
