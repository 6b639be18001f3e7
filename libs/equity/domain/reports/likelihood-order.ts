import type { Counted, LikelihoodOrder } from '@evenhand/statistics';
import type { EquityReport, ReportCell, ReportColumn, ReportSection } from './equity-report';
import type { Measure } from './measures';
import { lessBy, ReleasedLook } from './released-look';
import { ACCESS } from './sections/access-shares';
import { likelihoodCells, likelihoodColumns } from './sections/likelihood-cells';
import {
  STRATIFIED,
  type Stratified,
  strataCells,
  strataOf,
  stratifiedColumns,
  stratifiedSentence,
  stratifiedTitles,
} from './sections/stratified-section';
import { NOT_COMPARED } from './told-verdicts';

/** Which rate is divided by which where a report is read: as it was made, or as the WRES does it. */
export const LIKELIHOOD_ORDERS: readonly LikelihoodOrder[] = ['group_to_rest', 'wres'];

const WRES_NOTE =
  'Relative likelihoods are in the order of the NHS Workforce Race Equality Standard: the rate of everyone else divided by ' +
  'that of the group, so that above 1 is to the group’s disadvantage. Verdicts, representation and ceilings are the same ' +
  'in either order, and are of the group beside everyone else.';

/**
 * A report with its relative likelihoods in an order, those within strata too. It is worked out from the counts that the
 * report has released, as the report itself was, and tells nothing that the other order does not.
 *
 * @param order `group_to_rest` leaves the report as it was made
 */
export function inLikelihoodOrder(report: EquityReport, order: LikelihoodOrder): EquityReport {
  return order === 'group_to_rest'
    ? report
    : { ...report, notes: [WRES_NOTE, ...report.notes], sections: sectionsIn(report, order) };
}

/**
 * Its sections with every relative likelihood worked out again. A section of which the report holds too little for that is
 * left out: read the wrong way round it would mislead.
 */
export function sectionsIn(
  { sections, counts, policy }: Pick<EquityReport, 'sections' | 'counts' | 'policy'>,
  order: LikelihoodOrder,
): readonly ReportSection[] {
  const people = new ReleasedLook(counts.people, policy);
  return sections.flatMap((section) => {
    const stratified = STRATIFIED.find(({ code }) => code === section.code);
    if (stratified !== undefined) return withStrataIn(section, people, stratified, order) ?? [];
    const isOfAccess = section.table.columns.some(({ code }) => code === 'likelihood');
    return isOfAccess ? (withAccessIn(section, people, order) ?? []) : section;
  });
}

/** The group of a row has its counts beside it, and everyone else is the rest of all people; who is no group stays as told. */
function withAccessIn(
  section: ReportSection,
  people: ReleasedLook<Measure>,
  order: LikelihoodOrder,
): ReportSection | undefined {
  const { columns, rows } = section.table;
  const cellIn = (row: readonly ReportCell[], code: string) =>
    row[columns.findIndex((column) => column.code === code)];
  const groupOf = (row: readonly ReportCell[]): Counted | undefined => {
    const [successes, n] = ACCESS.map((code) => cellIn(row, code));
    const isTold = typeof cellIn(row, 'access_rate') === 'number';
    return isTold && typeof successes === 'number' && typeof n === 'number' ? { successes, n } : undefined;
  };
  if (rows.some((row) => typeof cellIn(row, 'likelihood') === 'number' && groupOf(row) === undefined)) {
    return undefined;
  }
  const all = people.counted([], [], ACCESS);
  const fresh = likelihoodColumns(order);
  return {
    ...section,
    table: {
      columns: columns.map((column) => fresh.find(({ code }) => code === column.code) ?? column),
      rows: rows.map((row) => {
        if (cellIn(row, 'direction') === NOT_COMPARED) return row;
        const group = groupOf(row);
        const rest = group && all && lessBy(all, group);
        return withCells(columns, row, fresh, likelihoodCells(group, rest, String(row[0]), order));
      }),
    },
  };
}

/** Its rows are the categories of what is compared, in the order in which these were released. */
function withStrataIn(
  section: ReportSection,
  people: ReleasedLook<Measure>,
  stratified: Stratified,
  order: LikelihoodOrder,
): ReportSection | undefined {
  const { columns, rows } = section.table;
  const [compared, strata] = [stratified.compared, stratified.by].map((code) => people.categories(code));
  if (compared?.length !== rows.length || strata === undefined) return undefined;
  const titles = stratifiedTitles(columns);
  const fresh = stratifiedColumns(titles, order);
  return {
    ...section,
    sentence: stratifiedSentence(titles, order),
    table: {
      columns: fresh,
      rows: rows.map((row, place) =>
        withCells(
          columns,
          row,
          fresh.slice(1),
          strataCells(strataOf(people, stratified, { category: compared[place]!, strata }), order),
        ),
      ),
    },
  };
}

function withCells(
  columns: readonly ReportColumn[],
  row: readonly ReportCell[],
  fresh: readonly ReportColumn[],
  cells: readonly ReportCell[],
): readonly ReportCell[] {
  return row.map((cell, place) => {
    const at = fresh.findIndex(({ code }) => code === columns[place]!.code);
    return at === -1 ? cell : cells[at]!;
  });
}
