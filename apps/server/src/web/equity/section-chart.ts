import { type ChartUnit, seriesChart } from '@evenhand/charts';
import type { CellKind, ReportSection } from '@evenhand/equity';

/** A chart of a section, and the rows of its table that it leaves out. */
export interface SectionChart {
  /** SVG; absent where there is no figure to draw. */
  readonly svg?: string;
  /** Rows of which no figure can be told. */
  readonly notDrawn: readonly string[];
}

const UNITS: Readonly<Partial<Record<CellKind, ChartUnit>>> = {
  ...{ percent: 'percent', ratio: 'ratio', days: 'days', count: 'count' },
};

/** Draws what a section says can be drawn of its table. */
export function sectionChart({ code, title, sentence, table, chart }: ReportSection): SectionChart {
  if (chart === undefined) return { notDrawn: [] };
  const { columns, rows } = table;
  const indexOf = (wanted: string) => columns.findIndex((column) => column.code === wanted);
  const label = indexOf(chart.labels);
  const drawn = chart.series.map(indexOf);
  const figure = (row: (typeof rows)[number], at: number) => {
    const cell = row[at];
    return typeof cell === 'number' ? cell : null;
  };
  const isTold = (row: (typeof rows)[number]) => drawn.some((at) => figure(row, at) !== null);
  const notDrawn = rows.filter((row) => !isTold(row)).map((row) => String(row[label]));
  const told = rows.filter(isTold);
  if (told.length === 0) return { notDrawn };
  const series = drawn.map((at) => ({
    title: columns[at]!.title,
    values: told.map((row) => figure(row, at)),
  }));
  return {
    notDrawn,
    svg: seriesChart({
      ...{ id: `${code}-chart`, title, description: `${sentence} The table below holds every figure.` },
      ...{ kind: chart.kind, unit: UNITS[columns[drawn[0]!]!.kind] ?? 'count' },
      labels: told.map((row) => String(row[label])),
      series: series.filter(({ values }) => values.some((value) => value !== null)),
    }),
  };
}
