/**
 * The words of the field as data. Every entry has a stable code, the source's own title (people must recognise the
 * standard in an appraisal) and, where it says more, a description in our own words.
 */
export interface Entry {
  readonly code: string;
  readonly title: string;
}

/** An entry that is explained, and where it comes from. */
export interface DescribedEntry extends Entry {
  readonly description: string;
}

/** A document that a catalogue was made from. */
export interface Source extends Entry {
  readonly publisher: string;
  /** Year or date of publication, as the document gives it. */
  readonly published: string;
}

/** Access is balanced and audited over professional groups, by a person's background. */
export interface ProfessionalGroup extends Entry {
  /** Whether the group is one of clinical professions (a board looks for clinicians by this). */
  readonly clinical: boolean;
  readonly source: string;
}

/** What people train and register as, or the function that a manager comes from. */
export interface Profession extends Entry {
  /** Code of its professional group. */
  readonly group: string;
  /** Labels under which files name it, compared without case, punctuation or plural. */
  readonly aliases: readonly string[];
}

/** A staff group of the Electronic Staff Record: it classifies posts, never backgrounds. */
export interface StaffGroup extends Entry {
  readonly aliases: readonly string[];
  readonly source: string;
}

/** A grade of pay, on whichever scale a post has. */
export interface Grade extends Entry {
  /** Pay scale that it belongs to. */
  readonly scale: string;
  /** Code of the Agenda for Change band that it equals by salary, where there is one. */
  readonly equivalent?: string;
  readonly aliases: readonly string[];
}

/** A rung of leadership. Their order in the catalogue is their order in the field, lowest first. */
export interface Stage extends DescribedEntry {
  readonly source: string;
}

/** One of the things that a standard asks of everyone who manages or leads. */
export interface Competency extends Entry {
  readonly standard: string;
  /** What it looks like at each stage, by stage code, in our own words. */
  readonly descriptors: Readonly<Record<string, string>>;
}

/** A standard of an area; its competencies say what meeting it takes. */
export interface CompetencyStandard extends Entry {
  readonly area: string;
}

/** One of the broad parts that competencies fall into. */
export interface CompetencyArea extends DescribedEntry {
  readonly source: string;
}

/** What a transition asks in one dimension. */
export interface Dimension extends Entry {
  /** The change, from what to what. */
  readonly shift: string;
  readonly expectations: readonly string[];
}

/** Something to have been through before a transition. */
export interface Experience extends DescribedEntry {
  /** Code of the transition that it prepares for. */
  readonly transition: string;
}

/** A step up after which leading is a different job. */
export interface Transition extends DescribedEntry {
  /** Code of the stage that it leads to: somebody who has made it practises there. */
  readonly toStage: string;
  /** Codes of transitions that it presumes mastered. */
  readonly presumes: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly source: string;
}

/** A stream of the High Potential Scheme. Grade alone never decides it: a self-assessment suggests it. */
export interface DevelopmentStream extends DescribedEntry {
  readonly transition: string;
  /** Codes of the grades that it is usually for. */
  readonly grades: readonly string[];
  readonly towards: string;
  readonly exampleRoles: readonly string[];
  readonly source: string;
}

/** A value that a code of conduct asks everybody who manages to live by. */
export interface CodeValue extends DescribedEntry {
  readonly source: string;
}

/** Behaviours that leaders show, for self-assessment and feedback. */
export interface BehaviourGroup extends DescribedEntry {
  readonly behaviours: readonly string[];
  readonly source: string;
}

/** A part of a career; what helps in one may come too early in another. */
export interface CareerPhase extends DescribedEntry {
  readonly source: string;
}

/** A way in which leaders grow, with examples, what it brings to whom, and what it needs. */
export interface OpportunityKind extends DescribedEntry {
  /** Examples by code of the career phase they suit. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly personGains: readonly string[];
  readonly organisationGains: readonly string[];
  /** What must be in place beside it, such as a support plan. */
  readonly needs: readonly string[];
  readonly source: string;
}

/** A heading under which barriers and questions stand together. */
export interface BarrierTheme extends Entry {
  readonly source: string;
}

/** What keeps able people out of leading. */
export interface Barrier extends DescribedEntry {
  readonly theme: string;
}

/** A question that an organisation's leaders answer about a theme. */
export interface BarrierQuestion extends Entry {
  readonly theme: string;
  readonly examples: readonly string[];
}

/** What a region must have in place before it makes a leadership plan, or to go on succeeding with one. */
export interface ReadinessStatement extends DescribedEntry {
  readonly purpose: 'conditions' | 'lasting_success';
  readonly source: string;
}

/** A chapter of a leadership plan. */
export interface PlanChapter extends DescribedEntry {
  readonly source: string;
}

/** A behaviour without which a leadership plan stays paper. */
export interface PlanBehaviour extends DescribedEntry {
  /** Whether it shows in people let go to posts elsewhere. */
  readonly showsReleases: boolean;
  readonly source: string;
}

/** How far up a barrier or a risk is taken; the lowest first. */
export interface EscalationLevel extends DescribedEntry {
  readonly source: string;
}

/** A part of the country that organisations belong to. */
export interface Region extends Entry {
  readonly aliases: readonly string[];
}

/** When something is needed, or somebody is ready. Months from now; `toMonths` is exclusive, 0 for "now". */
export interface Horizon extends Entry {
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly source: string;
}

/** Everything a catalogue holds. A stored profile names the `version` that it used. */
export interface CatalogueContent {
  readonly code: string;
  readonly title: string;
  readonly version: string;
  readonly sources: readonly Source[];
  readonly professionalGroups: readonly ProfessionalGroup[];
  readonly professions: readonly Profession[];
  readonly staffGroups: readonly StaffGroup[];
  readonly grades: readonly Grade[];
  readonly stages: readonly Stage[];
  readonly areas: readonly CompetencyArea[];
  readonly standards: readonly CompetencyStandard[];
  readonly competencies: readonly Competency[];
  readonly transitions: readonly Transition[];
  readonly experiences: readonly Experience[];
  readonly streams: readonly DevelopmentStream[];
  readonly codeValues: readonly CodeValue[];
  readonly behaviourGroups: readonly BehaviourGroup[];
  readonly careerPhases: readonly CareerPhase[];
  readonly opportunityKinds: readonly OpportunityKind[];
  readonly barrierThemes: readonly BarrierTheme[];
  readonly barriers: readonly Barrier[];
  readonly barrierQuestions: readonly BarrierQuestion[];
  readonly readinessStatements: readonly ReadinessStatement[];
  readonly planChapters: readonly PlanChapter[];
  readonly planBehaviours: readonly PlanBehaviour[];
  readonly escalationLevels: readonly EscalationLevel[];
  readonly regions: readonly Region[];
  readonly horizons: readonly Horizon[];
}

/** Name of a list in a catalogue. */
export type CatalogueList = Exclude<keyof CatalogueContent, 'code' | 'title' | 'version'>;
