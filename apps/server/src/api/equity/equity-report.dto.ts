import {
  CELL_KINDS,
  type CellKind,
  type EquityReport,
  inLikelihoodOrder,
  LIKELIHOOD_ORDERS,
  type MadeReport,
  MEASURES,
  REPORT_LATTICE,
  REPORT_STATES,
  type ReportCounts,
  type ReportOrder,
  type ReportState,
  WINDOW_MONTHS,
} from '@evenhand/equity';
import type { LikelihoodOrder } from '@evenhand/statistics';
import { ApiProperty } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import { choice, code, text } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  DayField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage, PageQuery } from '../../http/paging';
import { BY_POLICY, DisclosurePolicyAnswer } from '../disclosure-policy.dto';
import { FailureAnswer, ProgressAnswer } from '../matching/matching-rounds.dto';

/** Codes of dimensions that can be asked about. */
const DIMENSIONS = [...new Set(REPORT_LATTICE.sets.flat())];
const MOST = 10_000;

const months = (description: string, optional?: true) =>
  WholeNumberField({
    description: `${description}: ${WINDOW_MONTHS.join(', ')}.`,
    min: 1,
    max: 120,
    ...(optional === undefined ? {} : { optional }),
  });

/** A report that is asked for. It takes no filter: what can be told is decided by the gate. */
export class NewEquityReport {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @months('Months that it looks back from today, 24 where it is not given', true)
  months?: number;
}

/** How relative likelihoods are read. */
export class LikelihoodQuery {
  @ChoiceField(LIKELIHOOD_ORDERS, {
    description:
      'Which way round relative likelihoods are told, those within strata too: `group_to_rest`, the rate of the group ÷ ' +
      'that of everyone else, as the report was made; `wres`, the other way round, as the NHS Workforce Race Equality ' +
      'Standard has it. Words beside each say which. Nothing else is told by either.',
    optional: true,
  })
  likelihood?: LikelihoodOrder;
}

/** A section as a file. */
export class SectionQuery extends LikelihoodQuery {
  @CodeField({
    description: 'Code of one section; all figures of the report where it is left out.',
    optional: true,
  })
  section?: string;
}

/** Which dimensions are asked about together. */
export class ReportCountsQuery {
  @ListField(choice(DIMENSIONS), {
    description:
      'Dimensions, all of them together; none for the total. What goes together is told by the lattice.',
    max: DIMENSIONS.length,
    optional: true,
  })
  by?: string[];
}

/** Sets of dimensions that can be asked about together. */
export class LatticeAnswer {
  @ApiProperty({
    description: 'Each a list of dimensions; the empty one is the total.',
    type: 'array',
    maxItems: MOST,
    items: { type: 'array', maxItems: DIMENSIONS.length, items: { type: 'string', maxLength: 64 } },
  })
  sets!: readonly (readonly string[])[];
}

/** A row of counts. */
class CountRowAnswer {
  @ListField(text({ max: 64 }), { description: 'A category of each dimension, in their order.', max: 3 })
  categories!: readonly string[];

  @ApiProperty({
    description: `Counts, rounded, null where withheld, of what the table tells among ${MEASURES.join(', ')}.`,
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'integer', minimum: 0 }, { type: 'null' }] },
  })
  counts!: Readonly<Record<string, number | null>>;
}

/** A table of counts. */
export class ReportCountsAnswer {
  @ListField(code(), { description: 'Its dimensions.', max: 3 })
  dimensions!: readonly string[];

  @ListField(code(), {
    description: 'What it tells. What is not among these is no part of the table, and not withheld.',
    max: MEASURES.length,
  })
  measures!: readonly string[];

  @ListField(() => CountRowAnswer, {
    description: 'A row for every combination of categories.',
    max: 1_000_000,
  })
  rows!: readonly CountRowAnswer[];

  @ObjectField(() => DisclosurePolicyAnswer, { description: BY_POLICY })
  policy!: DisclosurePolicyAnswer;

  @TimeField({
    description:
      'When it was counted: earlier than the rest of the report where too few people changed to tell it anew.',
  })
  countedAt!: string;
}

/** The days that a report is about. */
class WindowAnswer {
  @WholeNumberField({ description: 'Months.', min: 1, max: 120 })
  months!: number;

  @DayField({ description: 'The first day.' })
  firstDay!: string;

  @DayField({ description: 'The last day.' })
  lastDay!: string;
}

/** A column of a table. */
class ColumnAnswer {
  @CodeField({ description: 'Its code.' })
  code!: string;

  @TextField({ description: 'What stands at its head.', max: 300 })
  title!: string;

  @ChoiceField(CELL_KINDS, { description: 'What its cells are.' })
  kind!: CellKind;
}

/** A table. */
class TableAnswer {
  @ListField(() => ColumnAnswer, { description: 'Its columns.', max: 500 })
  columns!: readonly ColumnAnswer[];

  @ApiProperty({
    description: 'Rows, each with a cell for every column; null where a figure is withheld or there is none.',
    type: 'array',
    maxItems: MOST,
    items: {
      type: 'array',
      maxItems: 500,
      items: { oneOf: [{ type: 'string', maxLength: 2000 }, { type: 'number' }, { type: 'null' }] },
    },
  })
  rows!: readonly (readonly (string | number | null)[])[];
}

/** What can be drawn of a table. */
class ChartAnswer {
  @ChoiceField(['bars', 'lines'], { description: 'How it is best drawn.' })
  kind!: 'bars' | 'lines';

  @CodeField({ description: 'The column of labels.' })
  labels!: string;

  @ListField(code(), { description: 'The columns that are drawn.', max: 500 })
  series!: readonly string[];
}

/** One question and its answer. */
class SectionAnswer {
  @CodeField({ description: 'Its code.' })
  code!: string;

  @TextField({ description: 'What it is about.', max: 300 })
  title!: string;

  @TextField({ description: 'What the table shows, in words.', max: 20_000 })
  sentence!: string;

  @ObjectField(() => TableAnswer, { description: 'The table.' })
  table!: TableAnswer;

  @ObjectField(() => ChartAnswer, { description: 'What can be drawn of it.', optional: true })
  chart?: ChartAnswer;
}

/** All that a report tells. */
export class ReportContentAnswer {
  @ObjectField(() => WindowAnswer, { description: 'The days that it is about.' })
  window!: WindowAnswer;

  @ListField(text({ max: 2000 }), { description: 'What to know before the tables.', max: 20 })
  notes!: readonly string[];

  @ObjectField(() => DisclosurePolicyAnswer, { description: BY_POLICY })
  policy!: DisclosurePolicyAnswer;

  @ListField(() => SectionAnswer, { description: 'Its sections.', max: 200 })
  sections!: readonly SectionAnswer[];
}

/** A report as it stands. */
export class EquityReportOrderAnswer {
  @UuidField({ description: 'Id of the report.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @months('Months that it looks back')
  months!: number;

  @ChoiceField(REPORT_STATES, { description: 'Where it stands.' })
  state!: ReportState;

  @ObjectField(() => ProgressAnswer, { description: 'How far it has come.' })
  progress!: ProgressAnswer;

  @ObjectField(() => FailureAnswer, { description: 'Why it failed.', optional: true })
  failure?: FailureAnswer;

  @TimeField({ description: 'When it was asked for.' })
  askedAt!: string;
}

/** Which reports are listed. */
export class EquityReportQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ListField(choice(REPORT_STATES), {
    description: 'Only those in these states.',
    min: 1,
    max: REPORT_STATES.length,
    optional: true,
  })
  state?: ReportState[];
}

/** One page of reports. */
export class EquityReportPage extends NextPage {
  @ListField(() => EquityReportOrderAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly EquityReportOrderAnswer[];
}

/** A report with what came of it. */
export class EquityReportAnswer extends EquityReportOrderAnswer {
  @TimeField({
    description:
      'When its counts were taken: earlier than it was asked for where so few people changed since that the difference ' +
      'would be about them. Its notes say which of its tables are of an earlier day still.',
    optional: true,
  })
  countedAt?: string;

  @ObjectField(() => ReportContentAnswer, { description: 'What it tells, once it is made.', optional: true })
  report?: ReportContentAnswer;
}

/** Shapes a report that waits for a worker. */
export function reportOrderAnswer(order: ReportOrder): AnswerOf<EquityReportOrderAnswer> {
  const { id, programmeId, months: window, state, progress, failure, askedAt } = order;
  return {
    ...{ id, programmeId, months: window, state, progress },
    ...(failure === undefined ? {} : { failure }),
    askedAt: askedAt.toISOString(),
  };
}

/** Shapes a report for whoever may read it. */
export function reportAnswer(made: MadeReport, likelihood?: LikelihoodOrder): AnswerOf<EquityReportAnswer> {
  return {
    ...reportOrderAnswer(made),
    ...(made.countedAt === undefined ? {} : { countedAt: made.countedAt.toISOString() }),
    ...(made.report === undefined ? {} : { report: contentAnswer(made.report, likelihood) }),
  };
}

/** Shapes what a report tells; its tables of counts are asked for one by one. */
export function contentAnswer(
  report: EquityReport,
  likelihood: LikelihoodOrder = 'group_to_rest',
): AnswerOf<ReportContentAnswer> {
  const { window, notes, policy, sections } = inLikelihoodOrder(report, likelihood);
  return { window, notes, policy, sections };
}

/** Shapes one table of counts. */
export function reportCountsAnswer({ countedAt, ...table }: ReportCounts): AnswerOf<ReportCountsAnswer> {
  return { ...table, countedAt: countedAt.toISOString() };
}
