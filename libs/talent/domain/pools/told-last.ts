import type { DisclosurePolicy, ReleasedCount } from '@evenhand/disclosure';
import type { CatalogueContent } from '@evenhand/taxonomy';
import { POOL_FIGURES } from './pool-figures';
import type { PoolTelling } from './pool-over-time';
import { withheldPool } from './released-pool';
import { type PlanOnPools, POOL_MEASURES, type ReportOnPools } from './told-elsewhere';
import type { PublishedPool } from './told-figures';

/** A pool that is or was open, as everybody is told of it. */
export interface PoolToldLast {
  readonly poolId: string;
  readonly openedAt: Date;
  /** The last; absent where nothing was published. */
  readonly publication?: PublishedPool;
}

/** Tables of people as an equity report released them. */
export interface ReportToldLast {
  readonly countedAt: Date;
  /** Of its months, `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly policy: DisclosurePolicy;
  readonly tables: readonly ReportedTable[];
}

/** One of them. A measure that it does not tell stands as withheld in its rows. */
export interface ReportedTable {
  readonly dimensions: readonly string[];
  readonly tells?: readonly string[];
  readonly rows: readonly {
    readonly categories: readonly string[];
    readonly counts: Readonly<Record<string, ReleasedCount>>;
  }[];
}

/** All that was told last of people in the pools of a programme, wherever it was told. */
export interface ToldLast {
  readonly pools: readonly PoolToldLast[];
  /** The newest of each number of months. */
  readonly reports: readonly ReportToldLast[];
  /** As it was published last. */
  readonly plan?: PlanOnPools;
}

/** While nothing was told. */
export const NOTHING_TOLD: ToldLast = { pools: [], reports: [] };

type Catalogue = Pick<CatalogueContent, 'professionalGroups' | 'professions' | 'stages'>;

/** What everybody is told of some pools now. Where nothing was ever published no count of it is withheld: there is none. */
export function toldOf(
  pools: readonly PoolToldLast[],
  catalogue: Catalogue,
  policy: DisclosurePolicy,
): readonly PoolTelling[] {
  return pools.map(({ publication }) => ({
    ...(publication === undefined
      ? { pool: withheldPool(catalogue), figures: new Set(), toldBy: { policy } }
      : { pool: publication, figures: new Set(POOL_FIGURES), toldBy: publication.toldBy }),
  }));
}

/** What a report tells of the people in the pools of its programme. */
export function reportOnPools(
  { countedAt, firstDay, policy, tables }: ReportToldLast,
  pools: readonly PoolToldLast[],
  { professions }: Catalogue,
): ReportOnPools {
  return {
    ...{ countedAt, policy },
    isOfAllTime: pools.every(({ openedAt }) => openedAt.toISOString().slice(0, 10) >= firstDay),
    groupOf: Object.fromEntries(professions.map(({ code, group }) => [code, group])),
    tables: tables
      .filter(({ dimensions }) => dimensions.length < 2)
      .map(({ dimensions: [dimension], tells, rows }) => ({
        ...(dimension === undefined
          ? {}
          : { dimension: dimension === 'professional_group' ? 'group' : dimension }),
        rows: rows.map(({ categories: [category = ''], counts }) => ({
          category,
          counts: Object.fromEntries(
            POOL_MEASURES.filter((measure) => tells?.includes(measure) ?? measure in counts).map(
              (measure) => [measure, counts[measure] ?? null],
            ),
          ),
        })),
      })),
  };
}

/**
 * What was counted since the pools were told last: at most a few people of each changed since then, or a pool would have been
 * told anew.
 */
export function isCountedSince({ countedAt }: { readonly countedAt: Date }, { pools }: ToldLast): boolean {
  return pools.every(({ publication }) => publication === undefined || publication.asOf <= countedAt);
}
