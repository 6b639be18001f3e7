import type { Baseline } from '../../domain/baseline/baseline';
import type { CharacteristicCount } from '../../domain/reports/characteristic-counts';
import type { ReportWindow } from '../../domain/reports/equity-report';
import type { MentorFact, PeopleFacts } from '../../domain/reports/people-facts';
import type { ProgrammeParts, ReportDimensions } from '../../domain/reports/report-dimensions';

/** All that a report counts, as it was at one moment. */
export interface FactsLook {
  parts(): Promise<ProgrammeParts>;
  /** Everybody who is eligible. A category that the dimensions do not have is the last of theirs. */
  people(dimensions: ReportDimensions): Promise<PeopleFacts>;
  mentors(): Promise<readonly MentorFact[]>;
  /** Undefined where the programme has none. */
  baseline(): Promise<Baseline | undefined>;
  /** Undefined where this installation has no database user who may count them. */
  characteristics(): Promise<readonly CharacteristicCount[] | undefined>;
}

/** Reads what a report counts. */
export abstract class EquityFacts {
  /** Everything that the work reads is as it was at one moment, whatever is written meanwhile. */
  abstract look<Result>(
    programmeId: string,
    window: ReportWindow,
    work: (look: FactsLook) => Promise<Result>,
  ): Promise<Result>;
}
