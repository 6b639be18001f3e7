import { type Counted, katz } from '@evenhand/statistics';
import type { ReportCell, ReportSection } from '../equity-report';
import { lessBy } from '../released-look';
import { type ReportMaterial, titleOf } from '../report-material';
import { NOT_TOLD } from '../told-verdicts';
import { count, labels, ratio, rounded, text } from './columns';
import { type Ladder, ladderOf, stopsOn } from './ladder';
import { groupsListed } from './words';

/** What stands where a group is found to stop nowhere. */
export const NO_CEILING = 'None found';

/**
 * Where each profession stops: of its people at a stage or above, the share above it, beside that of everyone else. Of the
 * workforce where there is a baseline; otherwise of those who are eligible, by professional group.
 */
export function ceilingsSection(material: ReportMaterial): ReportSection {
  const ladder = ladderOf(material);
  const codes = material.stages.map(({ code }) => code);
  const found = stopsOn(ladder, codes);
  const stageTitle = (code: string) => titleOf(material.dimensions.stage, code);
  const stopping = ladder.dimension.categories.filter((category) => typeof found.get(category) === 'string');
  return {
    code: `ceilings-by-${ladder.dimension.code.replaceAll('_', '-')}`,
    title: `Where each ${ladder.dimension.title.toLowerCase()} stops rising`,
    sentence:
      `Of ${ladder.called} at a stage or above, how many are above it, beside the same of everyone else: under 1 fewer. ` +
      (stopping.length === 0
        ? 'No ceiling is found that can be told, which is no proof that there is none.'
        : `A ceiling is found for ${groupsListed(stopping.map((each) => titleOf(ladder.dimension, each)))}.`),
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
        ...codes.slice(0, -1).map((_, level) => beyond(ladder, category, codes, level)),
        stopWords(found.get(category), stageTitle),
      ]),
    },
    chart: { kind: 'bars', labels: 'label', series: codes.slice(0, -1).map((code) => `beyond_${code}`) },
  };
}

function stopWords(stopsAt: string | null | undefined, title: (code: string) => string): string {
  if (stopsAt === undefined) return NOT_TOLD;
  return stopsAt === null ? NO_CEILING : title(stopsAt);
}

/**
 * Of those at a stage or above it, the share above it, over the same of everyone else, as far as it is told: nothing of it is
 * withheld, of the category or of everybody.
 */
function beyond(
  { released }: Ladder,
  category: string,
  stages: readonly string[],
  level: number,
): number | null {
  const [own, everybody] = [category, undefined].map((whose) =>
    counted(stages, level, (stage) => released(whose, stage)),
  );
  if (own === undefined || everybody === undefined) return null;
  const rest = lessBy(everybody, own);
  return rest === undefined ? null : rounded(katz(own, rest).estimate);
}

/** Undefined where a headcount is withheld. */
function counted(
  stages: readonly string[],
  level: number,
  headcount: (stage: string) => number | null,
): Counted | undefined {
  const known = stages.slice(level).flatMap((stage) => headcount(stage) ?? []);
  if (known.length < stages.length - level) return undefined;
  const sum = (from: number): number => known.slice(from).reduce((total, each) => total + each, 0);
  return { n: sum(0), successes: sum(1) };
}
