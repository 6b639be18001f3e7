import type { ReportWindow } from '../../domain/reports/equity-report';
import type { OwnMeasure } from '../../domain/reports/measures';

/** Everybody of an organisation with a profession, a grade and a stage, counted truly. */
export interface OrganisationCount {
  readonly profession: string;
  /** Absent where it is not stated. */
  readonly grade?: string;
  readonly stage?: string;
  readonly counts: Readonly<Record<OwnMeasure, number>>;
}

/** That somebody looked at true counts, and what for. */
export interface OrganisationLook {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly organisationId: string;
  /** The account. */
  readonly lookedBy: string;
  readonly purpose: string;
  readonly lookedAt: Date;
}

/** Counts the people of one organisation, and keeps who looked. */
export abstract class OrganisationCounts {
  abstract of(
    programmeId: string,
    organisationId: string,
    window: ReportWindow,
  ): Promise<readonly OrganisationCount[]>;
  abstract keepLook(look: OrganisationLook): Promise<void>;
}
