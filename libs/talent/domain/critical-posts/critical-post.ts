import { Conflict, InputRefused } from '@evenhand/kernel';
import type { Catalogue } from '@evenhand/taxonomy';
import type { Criteria } from '../criteria/criterion';

/** Where a critical post stands. */
export const CRITICAL_POST_STATES = ['open', 'filled', 'closed'] as const;
/** The code of a state. */
export type CriticalPostState = (typeof CRITICAL_POST_STATES)[number];

/** What can be said anew of a post that is still to be filled. */
export interface CriticalPostDetails {
  readonly organisationId: string;
  /** Code of a region in the catalogue. */
  readonly region: string;
  /** 1 to 200 characters. */
  readonly title: string;
  /** Code of a profession in the catalogue, where the post is for that one alone. */
  readonly profession?: string;
  /** What requires the profession, such as an act or a registration; 1 to 2,000 characters. With `profession`, and only then. */
  readonly professionReason?: string;
  /** Code of a stage in the catalogue. */
  readonly stage: string;
  /** Code of a grade in the catalogue. */
  readonly grade?: string;
  /** What whoever holds it must have done and be able to do. */
  readonly roleProfile: Criteria;
  /** Code of the horizon by which somebody is needed. */
  readonly neededAt: string;
  /** The pool whose members may become ready for it. */
  readonly poolId?: string;
}

/** A post that the programme cannot do without, and by when it needs somebody for it. */
export interface CriticalPost extends CriticalPostDetails {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly state: CriticalPostState;
  readonly openedAt: Date;
  /** Whether the pool was used. The member is absent for somebody from outside, and where they were erased since. */
  readonly filled?: { readonly at: Date; readonly fromPool: boolean; readonly memberId?: string };
  /** The post is needed no more. */
  readonly closing?: { readonly at: Date; readonly reason: string };
  readonly version: number;
}

/**
 * What is wrong with the details of a post, before anybody looks whether its organisation and pool are there.
 *
 * @throws InputRefused with every fault at once
 */
export function refuseUnsoundPost(
  details: Omit<CriticalPostDetails, 'roleProfile'>,
  catalogue: Catalogue,
): void {
  const { profession, professionReason, region, stage, grade, neededAt } = details;
  const { professions, regions, stages, grades, horizons } = catalogue.content;
  const known = (field: string, code: string | undefined, entries: readonly { readonly code: string }[]) =>
    code === undefined || entries.some((entry) => entry.code === code)
      ? []
      : [`${field}: "${code}" is none of the catalogue`];
  InputRefused.ifAny([
    ...known('profession', profession, professions),
    ...known('region', region, regions),
    ...known('stage', stage, stages),
    ...known('grade', grade, grades),
    ...known('neededAt', neededAt, horizons),
    ...(profession !== undefined && professionReason === undefined
      ? ['professionReason: a post that names a profession must cite what requires it']
      : []),
    ...(profession === undefined && professionReason !== undefined
      ? ['professionReason: the post names no profession that this could be the reason for']
      : []),
  ]);
}

/** @throws Conflict `critical-post.not-open` once it is filled or closed, as every function here */
export function changePost(post: CriticalPost, details: CriticalPostDetails): CriticalPost {
  refuseUnlessOpen(post);
  const { id, programmeId, state, openedAt, version } = post;
  return { ...details, id, programmeId, state, openedAt, version };
}

/**
 * Somebody takes up the post.
 *
 * @param member whose membership of the post's own pool led there; absent for anybody else
 * @throws Conflict `critical-post.other-pool` where the member is none of the pool that the post names
 */
export function fillPost(
  post: CriticalPost,
  member: { readonly id: string; readonly poolId: string } | undefined,
  at: Date,
): CriticalPost {
  refuseUnlessOpen(post);
  if (member !== undefined && member.poolId !== post.poolId) {
    throw new Conflict(
      'critical-post.other-pool',
      'The member is of another pool than the post names: name their pool first, or say that somebody from outside took it up.',
    );
  }
  const filled = {
    at,
    fromPool: member !== undefined,
    ...(member === undefined ? {} : { memberId: member.id }),
  };
  return { ...post, state: 'filled', filled };
}

/** The post is needed no more. */
export function closePost(post: CriticalPost, reason: string, at: Date): CriticalPost {
  refuseUnlessOpen(post);
  return { ...post, state: 'closed', closing: { at, reason } };
}

function refuseUnlessOpen({ state }: CriticalPost): void {
  if (state !== 'open') {
    throw new Conflict(
      'critical-post.not-open',
      `The post is ${state}: it stays as it is. Open another one.`,
    );
  }
}
