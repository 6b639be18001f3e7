/** What a plan answers statement by statement: readiness, behaviour, and its chapters. */
export const SECTION_KINDS = ['readiness', 'behaviour', 'chapter'] as const;
/** The code of a kind of section. */
export type SectionKind = (typeof SECTION_KINDS)[number];

/** How far a section has come. */
export const SECTION_STATES = ['not_begun', 'under_way', 'in_place'] as const;
/** The code of a section's state. */
export type SectionState = (typeof SECTION_STATES)[number];

/** People whom an organisation let go to posts elsewhere: evidence that it does not hoard them. Nobody is named. */
export interface TalentRelease {
  readonly fromOrganisationId: string;
  readonly toOrganisationId: string;
  /** 1 to 10,000. */
  readonly people: number;
  /** The last day of the period that is counted, `YYYY-MM-DD`. */
  readonly until: string;
}

/** What is said of one statement or chapter of the catalogue. */
export interface PlanSection {
  readonly programmeId: string;
  readonly kind: SectionKind;
  /** Code of the statement, behaviour or chapter in the catalogue. */
  readonly code: string;
  /** The post or role that answers for it, never a person's name; 1 to 200 characters. */
  readonly owner: string;
  /** What shows it; of a chapter its words. 1 to 10,000 characters. */
  readonly evidence: string;
  readonly state: SectionState;
  /** Only of a behaviour that shows in people let go. */
  readonly releases: readonly TalentRelease[];
  /** From 1. */
  readonly version: number;
}

/** A section as somebody is shown it: without releases where they may not be told how many people were let go. */
export type ShownSection = Omit<PlanSection, 'releases'> & Partial<Pick<PlanSection, 'releases'>>;

/** A section for somebody who may not be told how many people were let go, nor from where and to where. */
export function withoutReleases({ releases: _, ...section }: PlanSection): ShownSection {
  return section;
}

/** A statement or chapter of the catalogue, and what the plan says of it, where it says anything. */
export interface AnsweredSection<Statement> {
  readonly statement: Statement;
  readonly section?: ShownSection;
}

/** What is wrong with releases, one line each. */
export function releaseFaults(releases: readonly TalentRelease[], showsReleases: boolean): readonly string[] {
  if (!showsReleases && releases.length > 0) {
    return ['releases: only a behaviour that shows in people let go to posts elsewhere has them'];
  }
  return releases.flatMap(({ fromOrganisationId, toOrganisationId }, at) =>
    fromOrganisationId === toOrganisationId
      ? [`releases[${at}].toOrganisationId: a post in the same organisation is not elsewhere`]
      : [],
  );
}
