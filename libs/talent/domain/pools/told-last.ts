import type { DisclosurePolicy, ReleasedCount } from '@evenhand/disclosure';
import type { CatalogueContent } from '@evenhand/taxonomy';
import { changedInPool, POOL_FIGURES } from './pool-figures';
import type { PoolOverTime, PoolTelling } from './pool-moments';
import { type PoolHistory, standingsOf } from './pool-standing';
import { withheldPool } from './released-pool';
import { type PlanOnPools, POOL_MEASURES, type ReportOnPools } from './told-elsewhere';
import type { PublishedPool } from './told-figures';

/** A pool that is or was open, and as what everybody was told of it. */
export interface PoolToldLast {
  readonly poolId: string;
  readonly openedAt: Date;
  readonly history: PoolHistory;
  /** All of it, the oldest first. */
  readonly publications: readonly PublishedPool[];
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

/** All that was told of people in the pools of a programme, wherever it was told. */
export interface ToldLast {
  readonly pools: readonly PoolToldLast[];
  /** The newest of each number of months. */
  readonly reports: readonly ReportToldLast[];
  /** Every plan that was put forward, the newest first: whoever reads plans reads it from then on, whatever the board decides. */
  readonly plans: readonly PlanOnPools[];
}

/** While nothing was told. */
export const NOTHING_TOLD: ToldLast = { pools: [], reports: [], plans: [] };

type Catalogue = Pick<CatalogueContent, 'professionalGroups' | 'professions' | 'stages'>;

/** What everybody was told of some pools. Where nothing was ever published no count of it is withheld: there is none. */
export function toldOf(
  pools: readonly PoolToldLast[],
  catalogue: Catalogue,
  policy: DisclosurePolicy,
): readonly PoolOverTime[] {
  const untold: PoolTelling = { pool: withheldPool(catalogue), figures: new Set(), toldBy: { policy } };
  return pools.map(({ history, publications }) => {
    const stoodAt = standingsOf(history);
    return {
      untold,
      told: publications.map(({ asOf, toldBy, ...pool }) => ({
        asOf,
        telling: { pool, figures: new Set(POOL_FIGURES), toldBy },
      })),
      changed: (one, other) => changedInPool(stoodAt, one, other),
    };
  });
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
