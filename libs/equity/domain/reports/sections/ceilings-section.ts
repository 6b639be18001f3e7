import type { CountTables } from '@evenhand/disclosure';
import { ceilings, type LevelHeadcounts, stepsOfHeadcounts } from '@evenhand/statistics';
import type { ReportCell, ReportSection } from '../equity-report';
import type { ReportDimension } from '../report-dimensions';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, labels, ratio, rounded, text } from './columns';
import { listed } from './words';

/** What stands where a group is found to stop nowhere. */
export const NO_CEILING = 'None found';

/** Whose steps up are counted, by true counts for words and by released ones for figures. */
interface Ladder {
  readonly dimension: ReportDimension;
  readonly called: string;
  readonly trueCount: (category: string, stage: string) => number;
  readonly released: (category: string, stage: string) => number | null;
}

/**
 * Where each profession stops: of its people at a stage or above, the share above it, beside that of everyone else. Of the
 * workforce where there is a baseline; otherwise of those who are eligible, by professional group.
 */
export function ceilingsSection(material: ReportMaterial): ReportSection {
  const ladder = ladderOf(material);
  const codes = material.stages.map(({ code }) => code);
  const found = new Map(
    ceilings(stepsOfHeadcounts(codes, headcounts(ladder.dimension, codes, ladder.trueCount))).map((each) => [
      each.key,
      each.stopsAt,
    ]),
  );
  const figures = figuresOf(ladder, codes);
  const stageTitle = (code: string) => titleOf(material.dimensions.stage, code);
  const stopping = ladder.dimension.categories.filter((category) => found.get(category) != null);
  return {
    code: `ceilings-by-${ladder.dimension.code.replaceAll('_', '-')}`,
    title: `Where each ${ladder.dimension.title.toLowerCase()} stops rising`,
    sentence:
      `Of ${ladder.called} at a stage or above, how many are above it, beside the same of everyone else: under 1 fewer. ` +
      (stopping.length === 0
        ? 'No ceiling is found, which is no proof that there is none.'
        : `A ceiling is found for ${listed(stopping.map((each) => titleOf(ladder.dimension, each)))}.`),
    table: {
      columns: [
        labels(ladder.dimension.title),
        ...codes.map((code) => count(`at_${code}`, stageTitle(code))),
        ...codes.slice(0, -1).map((code) => ratio(`beyond_${code}`, `Beyond ${stageTitle(code)}`)),
        text('stops_at', 'Stops at'),
      ],
      rows: ladder.dimension.categories.map((category): readonly ReportCell[] => [
        titleOf(ladder.dimension, category),
        ...codes.map((code) => ladder.released(category, code)),
        ...codes.slice(0, -1).map((code) => figures.get(category)?.get(code) ?? null),
        stopWords(found.get(category), stageTitle),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: codes.slice(0, -1).map((code) => `beyond_${code}`) },
  };
}

function stopWords(stopsAt: string | null | undefined, title: (code: string) => string): string {
  return stopsAt == null ? NO_CEILING : title(stopsAt);
}

function ladderOf({ workforce, people, dimensions, truth }: ReportMaterial): Ladder {
  return workforce !== undefined && truth.workforce !== undefined
    ? {
        dimension: dimensions.profession,
        called: 'the workforce',
        trueCount: counter(truth.workforce, ['profession', 'stage'], 'workforce'),
        released: (category, stage) =>
          workforce.count(['profession', 'stage'], [category, stage], 'workforce'),
      }
    : {
        dimension: dimensions.professional_group,
        called: 'those who are eligible',
        trueCount: counter(truth.people, ['professional_group', 'stage'], 'eligible'),
        released: (category, stage) =>
          people.count(['professional_group', 'stage'], [category, stage], 'eligible'),
      };
}

function counter<Measure extends string>(
  { tables }: CountTables<Measure>,
  set: readonly string[],
  measure: Measure,
): Ladder['trueCount'] {
  const rows = tables.find(({ dimensions }) => dimensions.join() === set.join())?.rows ?? [];
  const counts = new Map(rows.map((row) => [row.categories.join('\n'), row.counts[measure]]));
  return (category, stage) => counts.get(`${category}\n${stage}`) ?? 0;
}

function headcounts(
  { categories }: Pick<ReportDimension, 'categories'>,
  codes: readonly string[],
  countOf: (category: string, stage: string) => number,
): readonly LevelHeadcounts[] {
  return categories.map((key) => ({ key, headcounts: codes.map((code) => countOf(key, code)) }));
}

/** By category and stage. A category with a stage that is withheld is compared at none, and is in nobody's rest. */
function figuresOf(
  { dimension, released }: Ladder,
  codes: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  const told = dimension.categories.filter((category) =>
    codes.every((code) => released(category, code) !== null),
  );
  const steps = stepsOfHeadcounts(
    codes,
    headcounts({ categories: told }, codes, (category, code) => released(category, code)!),
  );
  return new Map(
    ceilings(steps).map(({ key, steps: own }) => [
      key,
      new Map(own.map(({ from, relative }) => [from, rounded(relative.estimate)])),
    ]),
  );
}
