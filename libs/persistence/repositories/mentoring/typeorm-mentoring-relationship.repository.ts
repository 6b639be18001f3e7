import { type Limits, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';
import {
  type Feedback,
  type HelpedAnswer,
  type MentoringRelationship,
  MentoringRelationshipRepository,
  type RelationshipFilter,
} from '@evenhand/mentoring';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { MentoringRelationshipRow } from '../../rows/mentoring/mentoring-relationship.row';
import { byMoment, pageOfQuery, type QueryOrder } from '../paging';
import { whereSet } from '../where-set';
import { withinLimits } from '../within-limits';

/** Keeps relationships in `mentoring_relationship`. */
@Injectable()
export class TypeormMentoringRelationshipRepository extends MentoringRelationshipRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(relationship: MentoringRelationship): Promise<void> {
    await this.database.manager.insert(MentoringRelationshipRow, rowOf(relationship));
  }

  override async save(relationship: MentoringRelationship): Promise<MentoringRelationship> {
    const { id, version } = relationship;
    const saved = { ...relationship, version: version + 1 };
    const { affected } = await this.database.manager.update(
      MentoringRelationshipRow,
      { id, version },
      rowOf(saved),
    );
    if (affected !== 1) {
      throw new StaleVersion('mentoring relationship');
    }
    return saved;
  }

  override async byId(id: string): Promise<MentoringRelationship | undefined> {
    const row = await this.database.manager.findOneBy(MentoringRelationshipRow, { id });
    return row === null ? undefined : toRelationship(row);
  }

  override async lock(id: string): Promise<MentoringRelationship | undefined> {
    const row = await this.database.manager.findOne(MentoringRelationshipRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? undefined : toRelationship(row);
  }

  override list(
    limits: Limits | undefined,
    { programmeId, personId, state }: RelationshipFilter,
    page: PageRequest,
  ): Promise<Page<MentoringRelationship>> {
    const query = this.database.manager.createQueryBuilder(MentoringRelationshipRow, 'relationship');
    withinLimits(query, limits, {
      programme: 'relationship.programmeId',
      persons: ['relationship.menteeId', 'relationship.mentorId'],
    });
    if (programmeId !== undefined) query.andWhere('relationship.programmeId = :programmeId', { programmeId });
    if (personId !== undefined) {
      query.andWhere(':personId in (relationship.menteeId, relationship.mentorId)', { personId });
    }
    if (state !== undefined) query.andWhere('relationship.state = :state', { state });
    return pageOfQuery(query, page, NEWEST, toRelationship);
  }
}

const NEWEST: QueryOrder<MentoringRelationshipRow> = {
  ...byMoment(({ beganAt }) => beganAt),
  columns: ['relationship.beganAt', 'relationship.id'],
  direction: 'DESC',
};

function rowOf(relationship: MentoringRelationship): MentoringRelationshipRow {
  const { menteeFeedback, mentorFeedback, firstMetOn, pausedAt, completedAt, endedAt, ...rest } =
    relationship;
  return {
    ...rest,
    firstMetOn: firstMetOn ?? null,
    pausedAt: pausedAt ?? null,
    completedAt: completedAt ?? null,
    endedAt: endedAt ?? null,
    menteeSays: menteeFeedback?.helped ?? null,
    menteeSaidAt: menteeFeedback?.saidAt ?? null,
    mentorSays: mentorFeedback?.helped ?? null,
    mentorSaidAt: mentorFeedback?.saidAt ?? null,
    rematchAskedAt: relationship.rematchAskedAt ?? null,
  };
}

function toRelationship(row: MentoringRelationshipRow): MentoringRelationship {
  const { id, programmeId, proposalId, requestId, menteeId, mentorId, state, beganAt, version } = row;
  const { firstMetOn, pausedAt, completedAt, endedAt, rematchAskedAt } = row;
  return {
    ...{ id, programmeId, proposalId, requestId, menteeId, mentorId, state, beganAt, version },
    ...whereSet({
      ...{ firstMetOn, pausedAt, completedAt, endedAt, rematchAskedAt },
      menteeFeedback: feedbackOf(row.menteeSays, row.menteeSaidAt),
      mentorFeedback: feedbackOf(row.mentorSays, row.mentorSaidAt),
    }),
  };
}

function feedbackOf(helped: HelpedAnswer | null, saidAt: Date | null): Feedback | null {
  return helped === null || saidAt === null ? null : { helped, saidAt };
}
