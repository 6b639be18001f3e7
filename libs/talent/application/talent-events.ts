import type { AuditedEvent, AuditedKind, AuditTrail, Authority } from '@evenhand/kernel';
import type { CriticalPost } from '../domain/critical-posts/critical-post';
import type { PoolMember } from '../domain/pools/pool-member';
import type { TalentPool } from '../domain/pools/talent-pool';

/** All that this context tells the log, and why each is kept. */
const EVENTS = {
  'talent-pool.created': 'change',
  'talent-pool.changed': 'change',
  'talent-pool.criteria-set': 'change',
  'talent-pool.opened': 'change',
  'talent-pool.closed': 'change',
  'talent-pool.composition-read': 'equity',
  'talent-pool.counts-published': 'equity',
  'pool-members.listed': 'read',
  'pool-member.read': 'read',
  'pool-decisions.listed': 'read',
  'pool-decision-review.asked': 'change',
  'pool-decision-review.settled': 'decision',
  'pool-decision-reviews.listed': 'read',
  'pool-member.criteria-read': 'read',
  'pool-member.nominated': 'change',
  'pool-member.applied': 'change',
  'pool-member.interest-declared': 'change',
  'pool-member.declined': 'change',
  'pool-member.left': 'change',
  'pool-member.assessed': 'decision',
  'pool-member.decided': 'decision',
  'pool-member.appointed': 'decision',
  'critical-post.opened': 'change',
  'critical-post.changed': 'change',
  'critical-post.filled': 'decision',
  'critical-post.closed': 'change',
  'critical-posts.cover-read': 'equity',
} as const satisfies Record<string, AuditedKind>;

/** The code of something that this context tells the log. */
export type TalentEvent = keyof typeof EVENTS;

/** Tells the log what was done to a pool, or seen of the people in it. */
export function tellOfPool(
  trail: AuditTrail,
  action: TalentEvent,
  authority: Authority,
  { id, programmeId }: TalentPool,
  more: Pick<AuditedEvent, 'personIds' | 'details'> = {},
): Promise<void> {
  const thing = { kind: 'talent-pool', id };
  return trail.record({ kind: EVENTS[action], action, authority, programmeId, thing, ...more });
}

/** Tells the log what was done to a member of a pool. */
export function tellOfMember(
  trail: AuditTrail,
  action: TalentEvent,
  authority: Authority,
  { programmeId }: TalentPool,
  { id, personId }: PoolMember,
  details?: AuditedEvent['details'],
): Promise<void> {
  return trail.record({
    ...{ kind: EVENTS[action], action, authority, programmeId },
    personIds: [personId],
    thing: { kind: 'talent-pool-member', id },
    ...(details === undefined ? {} : { details }),
  });
}

/** Tells the log what was done to a critical post. */
export function tellOfPost(
  trail: AuditTrail,
  action: TalentEvent,
  authority: Authority,
  { id, programmeId }: CriticalPost,
  details?: AuditedEvent['details'],
): Promise<void> {
  return trail.record({
    ...{ kind: EVENTS[action], action, authority, programmeId, thing: { kind: 'critical-post', id } },
    ...(details === undefined ? {} : { details }),
  });
}

/** Tells the log what was seen of these people of a programme, and of no one thing. */
export function tellOfPersons(
  trail: AuditTrail,
  action: TalentEvent,
  authority: Authority,
  programmeId: string,
  personIds: readonly string[],
): Promise<void> {
  return trail.record({ kind: EVENTS[action], action, authority, programmeId, personIds });
}
