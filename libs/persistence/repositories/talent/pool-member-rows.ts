import type { Actor, Assessment, Nomination, PoolMember } from '@evenhand/talent';
import type { TalentPoolMemberRow } from '../../rows/talent/talent-pool-member.row';

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
  const nomination = nominationOf(row);
  const assessment = assessmentOf(row);
  return {
    ...{ id, poolId, personId, wayIn, state, reason, cameAt, version },
    ...(nomination === undefined ? {} : { nomination }),
    ...(interestDeclaredAt === null ? {} : { interestDeclaredAt }),
    ...(assessment === undefined ? {} : { assessment }),
    ...(row.endedAt === null
      ? {}
      : { ending: { at: row.endedAt, ...(row.endingNote === null ? {} : { note: row.endingNote }) } }),
  };
}

/** Whoever did something, as two columns say it. */
export function actorOf(role: string, personId: string | null): Actor {
  return personId === null ? { role } : { role, personId };
}

function nominationOf(row: TalentPoolMemberRow): Nomination | undefined {
  const { nominatedAs, nominatorRole, nominatorPersonId } = row;
  return nominatedAs === null || nominatorRole === null
    ? undefined
    : { as: nominatedAs, by: actorOf(nominatorRole, nominatorPersonId) };
}

function assessmentOf(row: TalentPoolMemberRow): Assessment | undefined {
  const { horizon, evidence, assessedByVersion, assessedAt, assessorRole, assessorPersonId } = row;
  return horizon === null ||
    evidence === null ||
    assessedByVersion === null ||
    assessedAt === null ||
    assessorRole === null
    ? undefined
    : {
        horizon,
        evidence,
        criteriaVersion: assessedByVersion,
        assessedAt,
        assessor: actorOf(assessorRole, assessorPersonId),
      };
}
