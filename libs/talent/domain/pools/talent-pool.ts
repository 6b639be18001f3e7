import { Conflict } from '@evenhand/kernel';
import type { Criteria } from '../criteria/criterion';

/** Where a talent pool stands. While it is open people come in; once closed, those who are in are still decided on. */
export const POOL_STATES = ['draft', 'open', 'closed'] as const;
/** The code of a pool's state. */
export type PoolState = (typeof POOL_STATES)[number];

/** States of pools that everybody may read of. */
export const PUBLISHED_POOL_STATES: readonly PoolState[] = ['open', 'closed'];

/** How somebody comes to a pool: put forward by a colleague, or by asking. */
export const WAYS_IN = ['nominated', 'applied'] as const;
/** The code of a way in. */
export type WayIn = (typeof WAYS_IN)[number];

/** Who may become ready for more, looked at openly: everybody can read the criteria and how they were used. */
export interface TalentPool {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  /** 1 to 200 characters. */
  readonly title: string;
  /** What the pool is for, 1 to 2,000 characters. */
  readonly purpose: string;
  /** At least one, none twice. */
  readonly waysIn: readonly WayIn[];
  readonly state: PoolState;
  /** Number of the version of the criteria that holds now; 0 while there is none. */
  readonly criteriaVersion: number;
  readonly createdAt: Date;
  readonly openedAt?: Date;
  readonly closedAt?: Date;
  /** Goes up by one with each change, from 1. */
  readonly version: number;
}

/** What a pool asks from a moment on. Once it is there it never changes: decisions point to it. */
export interface CriteriaVersion {
  /** From 1, without gaps. */
  readonly number: number;
  readonly criteria: Criteria;
  readonly from: Date;
  /** Why these, or what changed and why; 1 to 2,000 characters. */
  readonly reason: string;
}

/** Versions of criteria of one pool: whoever reads a pool is given all of them at once. */
const MOST_CRITERIA_VERSIONS = 100;

const MOVES = {
  // What people read when they put themselves forward stays what they put themselves forward for.
  change: ['draft'],
  setCriteria: ['draft', 'open'],
  open: ['draft'],
  close: ['open'],
} as const satisfies Record<string, readonly PoolState[]>;

/** Which pools somebody may see: all of some programmes, and of others what was opened. */
export interface ShownPools {
  readonly programmeIds: readonly string[];
  readonly openedIn: readonly string[];
}

/** What can be done to a pool itself. */
export type PoolMove = keyof typeof MOVES;

/** @throws Conflict `talent-pool.cannot-change` unless it is a draft */
export function changePool(
  pool: TalentPool,
  change: { readonly title?: string; readonly purpose?: string },
): TalentPool {
  refuseUnlessAllowed(pool, 'change');
  return { ...pool, ...change };
}

/** @throws Conflict `talent-pool.cannot-open` unless it is a draft, `talent-pool.without-criteria` */
export function openPool(pool: TalentPool, at: Date): TalentPool {
  refuseUnlessAllowed(pool, 'open');
  if (pool.criteriaVersion === 0) {
    throw new Conflict(
      'talent-pool.without-criteria',
      'The pool has no criteria: give it some, then open it.',
    );
  }
  return { ...pool, state: 'open', openedAt: at };
}

/** @throws Conflict `talent-pool.cannot-close` unless it is open */
export function closePool(pool: TalentPool, at: Date): TalentPool {
  refuseUnlessAllowed(pool, 'close');
  return { ...pool, state: 'closed', closedAt: at };
}

/**
 * The next version of a pool's criteria, and the pool that asks them.
 *
 * @throws Conflict `talent-pool.cannot-set-criteria` once it is closed, `talent-pool.too-many-criteria-versions` from the
 *   hundred-and-first version on
 */
export function setCriteria(
  pool: TalentPool,
  { criteria, reason }: Pick<CriteriaVersion, 'criteria' | 'reason'>,
  at: Date,
): { readonly pool: TalentPool; readonly criteriaVersion: CriteriaVersion } {
  refuseUnlessAllowed(pool, 'setCriteria');
  const number = pool.criteriaVersion + 1;
  if (number > MOST_CRITERIA_VERSIONS) {
    throw new Conflict(
      'talent-pool.too-many-criteria-versions',
      `A pool has at most ${MOST_CRITERIA_VERSIONS} versions of its criteria, and this one has them all: close it and open another.`,
    );
  }
  return {
    pool: { ...pool, criteriaVersion: number },
    criteriaVersion: { number, criteria, from: at, reason },
  };
}

/** Whether somebody may come in that way now. @throws Conflict `talent-pool.not-open`, `talent-pool.way-in-not-offered` */
export function refuseUnlessOpenTo(pool: TalentPool, wayIn: WayIn): void {
  if (pool.state !== 'open') {
    throw new Conflict(
      'talent-pool.not-open',
      `The pool is ${inWords(pool.state)}: people come in only while it is open.`,
    );
  }
  if (!pool.waysIn.includes(wayIn)) {
    throw new Conflict(
      'talent-pool.way-in-not-offered',
      `Nobody can be ${wayIn === 'nominated' ? 'nominated for' : 'an applicant to'} this pool: people come in only as ${pool.waysIn.join(' or ')}.`,
    );
  }
}

function refuseUnlessAllowed(pool: TalentPool, move: PoolMove): void {
  const from: readonly PoolState[] = MOVES[move];
  if (!from.includes(pool.state)) {
    const name = move.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new Conflict(
      `talent-pool.cannot-${name}`,
      `The pool is ${inWords(pool.state)}: for this it must be ${from.map(inWords).join(' or ')}.`,
    );
  }
}

function inWords(state: PoolState): string {
  return state === 'draft' ? 'a draft' : state;
}
