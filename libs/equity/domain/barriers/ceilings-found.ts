import type { EquityReport, ReportCell, ReportSection } from '../reports/equity-report';
import { NO_CEILING } from '../reports/sections/ceilings-section';
import { NOT_TOLD } from '../reports/told-verdicts';

/** How many of a group are at a stage, and how many go beyond it. */
export interface CeilingStep {
  /** Title of the stage. */
  readonly stage: string;
  /** As released; `null` where withheld. */
  readonly headcount: number | null;
  /**
   * Of those at the stage or above, the share above it, over the same of everyone else; `null` where it is withheld, and at
   * the highest stage.
   */
  readonly beyond: number | null;
}

/** What can be told of a group: where it stops, that it stops nowhere as far as can be seen, or nothing. */
export const CEILING_FINDINGS = ['stops', 'none', 'not_told'] as const;
/** One of {@link CEILING_FINDINGS}. */
export type CeilingFinding = (typeof CEILING_FINDINGS)[number];

/** Where one group stops rising. */
export interface FoundCeiling {
  /** Title of the profession; of the professional group where the programme has no baseline. */
  readonly group: string;
  readonly found: CeilingFinding;
  /** Title of the stage at which it stops; absent where it is not found to stop. */
  readonly stopsAt?: string;
  /** The lowest stage first. */
  readonly steps: readonly CeilingStep[];
}

/** Where each profession stops, as a report says it. */
export interface CeilingsFound {
  /** What was found, in words. */
  readonly sentence: string;
  /** Every group, found to stop or not. */
  readonly groups: readonly FoundCeiling[];
}

const SECTION = 'ceilings-by-';
const AT = 'at_';

/** The ceilings of a report: its released figures and its words, and nothing beside. */
export function ceilingsFound({ sections }: EquityReport): CeilingsFound {
  const section = sections.find(({ code }) => code.startsWith(SECTION))!;
  return { sentence: section.sentence, groups: section.table.rows.map((row) => groupOf(section, row)) };
}

function groupOf({ table: { columns } }: ReportSection, row: readonly ReportCell[]): FoundCeiling {
  const cell = (wanted: string) => row[columns.findIndex(({ code }) => code === wanted)] ?? null;
  const figure = (wanted: string) => cell(wanted) as number | null;
  const stopsAt = String(cell('stops_at'));
  const found = stopsAt === NOT_TOLD ? 'not_told' : stopsAt === NO_CEILING ? 'none' : 'stops';
  return {
    ...{ group: String(cell('label')), found },
    ...(found === 'stops' ? { stopsAt } : {}),
    steps: columns
      .filter(({ code }) => code.startsWith(AT))
      .map(({ code, title }) => ({
        ...{ stage: title, headcount: figure(code) },
        beyond: figure(`beyond_${code.slice(AT.length)}`),
      })),
  };
}
