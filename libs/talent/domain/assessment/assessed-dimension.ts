import { InputRefused } from '@evenhand/kernel';

/**
 * What somebody is looked at for beside the criteria: how they do now, how far they may go and want to go, and, as the
 * public sector adds, whether they can move between places and how they bear pressure ("Inspiring leaders", 2009).
 */
export const ASSESSMENT_DIMENSIONS = [
  'performance',
  'potential',
  'ambition',
  'mobility',
  'resilience',
] as const;
/** The code of one of them. */
export type AssessmentDimension = (typeof ASSESSMENT_DIMENSIONS)[number];

/** The highest level: 0 not yet, 1 now and then, 2 often, 3 mostly, 4 consistently. The scale is ours, as for self-assessments. */
export const TOP_LEVEL = 4;

/** How somebody was found to be in one dimension. */
export interface AssessedDimension {
  readonly dimension: AssessmentDimension;
  /** 0 to {@link TOP_LEVEL}. */
  readonly level: number;
  /** What shows it, 1 to 2,000 characters. */
  readonly evidence: string;
}

/** @throws InputRefused where one dimension stands there twice */
export function refuseRepeatedDimensions(dimensions: readonly AssessedDimension[]): void {
  const codes = dimensions.map(({ dimension }) => dimension);
  InputRefused.ifAny(
    codes.flatMap((code, at) =>
      codes.indexOf(code) === at ? [] : [`dimensions[${at}].dimension: "${code}" was given before`],
    ),
  );
}
