import { type Durations, kaplanMeier, logRank, restrictedMean } from '@evenhand/statistics';
import { WAITING_BANDS } from '../bands';
import type { ReportCell, ReportSection } from '../equity-report';
import type { Measure } from '../measures';
import { type ReportMaterial, titleOf } from '../report-material';
import { count, days, labels, probabilityOf, rounded } from './columns';

const GROUP = 'professional_group';
/** A year: waits longer than that count as a year in the restricted mean. */
const UNTIL = 365;
/** A wait is told by its band, and counts as long as the longest in it. */
const TIMES = WAITING_BANDS.map(({ below }) => (below === Infinity ? UNTIL + 1 : below - 1));

/** How long people waited for a match, by professional group: Kaplan-Meier on counts by band. */
export function waitingSection(material: ReportMaterial): ReportSection {
  const dimension = material.dimensions[GROUP];
  const waits = dimension.categories.map((category) => ({
    category,
    durations: durationsOf(material, [GROUP, 'waiting'], [category]),
  }));
  const told = waits.flatMap(({ durations }) => durations ?? []);
  return {
    code: 'waiting-by-professional-group',
    title: 'Waiting by professional group',
    sentence: `${WHAT} ${comparison(told)}`,
    table: {
      columns: [
        ...[
          ...[labels(dimension.title), count('matched', 'Matched')],
          count('ended', 'Ended without a match (withdrawn or run out)'),
          count('waiting', 'Still waiting'),
        ],
        ...[days('median', 'Half were matched within'), days('mean', 'Mean wait within a year')],
        ...[days('lower', 'from'), days('upper', 'to')],
      ],
      rows: [
        ...waits.map(({ category, durations }) => [
          titleOf(dimension, category),
          ...stateCells(material, [GROUP], [category]),
          ...waitCells(durations),
        ]),
        ['Everybody', ...stateCells(material, [], []), ...waitCells(durationsOf(material, ['waiting'], []))],
      ],
    },
    chart: { kind: 'bars', labels: 'label', series: ['median', 'mean'] },
  };
}

const WHAT =
  'Of everybody who asked, how long they waited for a confirmed match; waits that were withdrawn, or go on, count until ' +
  'then. Waits are told in bands of weeks, so that every figure is that of the end of a band; a group is told where each ' +
  'of its bands can be.';

function comparison(groups: readonly Durations[]): string {
  if (groups.length < 2) return 'Too few groups can be told to compare them.';
  const { statistic, pValue } = logRank(groups);
  if (statistic === null || pValue === null) return 'There is nothing to compare yet.';
  const differ = pValue < 0.05 ? 'The groups differ' : 'There is no evidence that the groups differ';
  return `${differ} (log-rank χ² ${statistic.toFixed(2)}, p ${probabilityOf(pValue)}).`;
}

/** Undefined where a band is withheld: a curve without it would be another one. */
function durationsOf(
  { people }: ReportMaterial,
  dimensions: readonly string[],
  categories: readonly string[],
): Durations | undefined {
  const bands = WAITING_BANDS.map(({ code }, at) => ({
    time: TIMES[at]!,
    asked: people.count(dimensions, [...categories, code], 'asked'),
    matched: people.count(dimensions, [...categories, code], 'matched'),
  }));
  if (bands.some(({ asked, matched }) => asked === null || matched === null)) return undefined;
  const repeated = <Value>(value: Value, times: number) => Array.from({ length: times }, () => value);
  return {
    times: bands.flatMap(({ time, asked }) => repeated(time, asked!)),
    events: bands.flatMap(({ asked, matched }) => [
      ...repeated(1, matched!),
      ...repeated(0, asked! - matched!),
    ]),
  };
}

/** Who was matched, whose request ended otherwise, and who waits yet: what is left of a released count by another. */
function stateCells(
  { people }: ReportMaterial,
  dimensions: readonly string[],
  categories: readonly string[],
): readonly ReportCell[] {
  const of = (measure: Measure) => people.count(dimensions, categories, measure);
  const [asked, closed, matched] = [of('asked'), of('closed'), of('matched')];
  const left = (all: number | null, some: number | null): ReportCell =>
    all === null || some === null || all - some < people.policy.smallest ? null : all - some;
  return [matched, left(closed, matched), left(asked, closed)];
}

function waitCells(durations: Durations | undefined): readonly ReportCell[] {
  if (durations === undefined) return [null, null, null, null];
  const curve = kaplanMeier(durations);
  const mean = restrictedMean(curve, UNTIL);
  return [
    ...[curve.median.estimate, rounded(mean.estimate, 0)],
    ...[rounded(mean.interval?.lower, 0), rounded(mean.interval?.upper, 0)],
  ];
}
