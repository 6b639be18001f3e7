import { releasedRate } from '@evenhand/disclosure';
import { wilson } from '@evenhand/statistics';
import type { ReportCell, ReportTable } from '../equity-report';
import { type Measure, MEASURE_TITLES, MENTORING_STEPS } from '../measures';
import type { Share } from '../released-look';
import type { ReportMaterial } from '../report-material';
import { areGroup } from '../told-verdicts';
import { ACCESS, ASKED, REACH } from './access-shares';
import { count, labels, percent } from './columns';
import { likelihoodCells, likelihoodColumns, NO_LIKELIHOOD } from './likelihood-cells';
import { JudgedShare } from './verdict-cells';

/** Shares of the funnel beside the three that every table has. */
const FURTHER: readonly Share<Measure>[] = [
  ['proposed', 'asked'],
  ['met', 'matched'],
  ['helped', 'followed_up'],
  ['completed', 'matched'],
];

/** Whose access a table is about. */
export interface AccessRows {
  /** Dimensions that are counted together. */
  readonly dimensions: readonly string[];
  readonly heading: string;
  readonly rows: readonly { readonly categories: readonly string[]; readonly title: string }[];
}

/** The funnel of mentors: counts, shares with their wholes, relative likelihood, verdicts. */
export function accessTable(
  material: ReportMaterial,
  { dimensions, heading, rows }: AccessRows,
): { readonly table: ReportTable; readonly access: JudgedShare<Measure> } {
  const { people } = material;
  const told = people.told(dimensions);
  const steps = MENTORING_STEPS.filter((step) => told.includes(step));
  const shares = [
    ...[share('ask_rate', 'Ask rate', ASKED), share('access_rate', 'Access rate', ACCESS)],
    share('reach', 'Reach', REACH),
    ...FURTHER.filter(([part]) => told.includes(part)).map((each) =>
      share(`${each[0]}_rate`, MEASURE_TITLES[each[0]], each),
    ),
  ];
  const groups = rows.map(({ categories }) => categories);
  const access = new JudgedShare(people, dimensions, groups, ACCESS);
  const asking = new JudgedShare(people, dimensions, groups, ASKED);
  const scope = new Scope(material, dimensions);
  return {
    access,
    table: {
      columns: [
        ...[labels(heading), ...scope.columns],
        ...steps.map((step) => count(step, MEASURE_TITLES[step])),
        ...scope.shareColumns,
        ...shares.map(({ code, title }) => percent(code, title)),
        ...[percent('access_lower', 'Access rate from'), percent('access_upper', 'Access rate to')],
        ...likelihoodColumns('group_to_rest'),
        ...[...access.columns('access', 'Access'), ...asking.columns('asking', 'Asking')],
      ],
      rows: rows.map(({ categories, title }): readonly ReportCell[] => [
        ...[title, ...scope.cells(categories)],
        ...steps.map((step) => people.count(dimensions, categories, step)),
        ...scope.shareCells(categories),
        ...shares.map((each) => people.rate(dimensions, categories, each.share)),
        ...intervalCells(material, dimensions, categories),
        ...(areGroup(dimensions, categories)
          ? likelihoodCells(
              people.counted(dimensions, categories, ACCESS),
              people.everyoneElse(dimensions, categories, ACCESS),
              title,
              'group_to_rest',
            )
          : NO_LIKELIHOOD),
        ...[...access.cells(...categories), ...asking.cells(...categories)],
      ]),
    },
  };
}

function share(code: string, called: string, [part, whole]: Share<Measure>) {
  const [some, all] = [part, whole].map((measure) => MEASURE_TITLES[measure].toLowerCase());
  return { code, title: `${called} (${some} of ${all})`, share: [part, whole] as const };
}

/** The workforce that a programme is for, where it is known by these dimensions: those eligible are a part of it. */
class Scope {
  readonly columns;
  readonly shareColumns;
  private readonly workforce;

  constructor(
    private readonly material: ReportMaterial,
    private readonly dimensions: readonly string[],
  ) {
    this.workforce = material.workforceBy(dimensions.join());
    this.columns = this.workforce ? [count('workforce', 'Workforce')] : [];
    this.shareColumns = this.workforce ? [percent('eligible_rate', 'Eligible of the workforce')] : [];
  }

  cells(categories: readonly string[]): readonly ReportCell[] {
    return this.workforce ? [this.workforce.count(this.dimensions, categories, 'workforce')] : [];
  }

  /** More may be eligible than the baseline counts: it is of another day. */
  shareCells(categories: readonly string[]): readonly ReportCell[] {
    if (this.workforce === undefined) return [];
    const eligible = this.material.people.count(this.dimensions, categories, 'eligible');
    const workforce = this.workforce.count(this.dimensions, categories, 'workforce');
    const isTold = eligible !== null && workforce !== null && eligible <= workforce;
    return [isTold ? releasedRate(eligible, workforce, this.workforce.policy) : null];
  }
}

/** Wilson's, of the rounded counts. */
function intervalCells(
  { people }: ReportMaterial,
  dimensions: readonly string[],
  categories: readonly string[],
): readonly ReportCell[] {
  const counted = people.counted(dimensions, categories, ACCESS);
  if (counted === undefined) return [null, null];
  const { lower, upper } = wilson(counted.successes, counted.n).interval!;
  return [Math.round(100 * lower), Math.round(100 * upper)];
}
