import type { GapFigures, GapTable } from './gap';
import type { ScenarioComparison } from './scenario-comparison';

/** Figures as somebody is shown them: what tells of people is null where they may not be told. In hundredths. */
export interface ShownFigures {
  readonly demand: number;
  readonly supply: number | null;
  readonly gap: number | null;
  readonly cover: number | null;
  readonly choice: number | null;
}

/** A gap as somebody is shown it. */
export interface ShownGap extends Pick<GapTable, 'horizons' | 'dimension'> {
  /** Whether ready people are told, in true counts. */
  readonly peopleShown: boolean;
  readonly rows: readonly { readonly key: string | null; readonly byHorizon: readonly ShownFigures[] }[];
  readonly total: readonly ShownFigures[];
}

/** A comparison as somebody is shown it. */
export interface ShownComparison {
  readonly base: ShownGap;
  readonly cases: readonly {
    readonly inCase: ScenarioComparison['cases'][number]['inCase'];
    readonly table: ShownGap;
    /** By horizon; null where it would tell of people. */
    readonly change: readonly (number | null)[];
  }[];
}

/** A gap for somebody. Without people, parts that no post is in are left out: that they are there tells of people. */
export function shownGap({ horizons, dimension, rows, total }: GapTable, peopleShown: boolean): ShownGap {
  const figures = (all: readonly GapFigures[]): readonly ShownFigures[] =>
    peopleShown
      ? all
      : all.map(({ demand }) => ({ demand, supply: null, gap: null, cover: null, choice: null }));
  return {
    ...{ horizons, dimension, peopleShown },
    rows: rows
      .filter(({ byHorizon }) => peopleShown || byHorizon.some(({ demand }) => demand > 0))
      .map(({ key, byHorizon }) => ({ key, byHorizon: figures(byHorizon) })),
    total: figures(total),
  };
}

/** The same for a comparison. */
export function shownComparison({ base, cases }: ScenarioComparison, peopleShown: boolean): ShownComparison {
  return {
    base: shownGap(base, peopleShown),
    cases: cases.map(({ inCase, table, change }) => ({
      inCase,
      table: shownGap(table, peopleShown),
      change: peopleShown ? change : change.map(() => null),
    })),
  };
}
