import { InputRefused } from '@evenhand/kernel';
import type {
  CatalogueContent,
  Entry,
  Experience,
  Grade,
  Profession,
  ProfessionalGroup,
  Region,
  StaffGroup,
  Stage,
  Transition,
} from './catalogue';
import { inconsistencies } from './inconsistencies';
import { labelKey, labelsOf } from './labels';
import { Suggestions } from './suggestions';

/** What a person can have a gap or a strength in. */
export interface Topic extends Entry {
  readonly kind: 'competency' | 'experience';
}

/** What a file names by label and a person may have misspelt. */
export type SuggestedKind = 'profession' | 'grade' | 'region' | 'stage';

/**
 * A catalogue that has been found consistent, with its entries at hand.
 *
 * Labels are compared without case, spaces, punctuation or a final plural, and may be a code, a title or an alias.
 * Codes that other methods take are compared exactly.
 */
export class Catalogue {
  /** Competencies, then experiences, each in the catalogue's order. */
  readonly topics: readonly Topic[];
  /** Code of the highest stage. */
  readonly topStage: string;

  private readonly groups: ReadonlyMap<string, ProfessionalGroup>;
  private readonly professions: ReadonlyMap<string, Profession>;
  private readonly staffGroups: ReadonlyMap<string, StaffGroup>;
  private readonly grades: ReadonlyMap<string, Grade>;
  private readonly regions: ReadonlyMap<string, Region>;
  private readonly stages: ReadonlyMap<string, Stage>;
  private readonly stageRanks: ReadonlyMap<string, number>;
  private readonly topicsByCode: ReadonlyMap<string, Topic>;
  private readonly topicsByLabel: ReadonlyMap<string, Topic>;
  private readonly topicRanks: ReadonlyMap<string, number>;
  private readonly transitions: ReadonlyMap<string, Transition>;
  private readonly experiences: ReadonlyMap<string, readonly Experience[]>;
  private readonly suggestionsOf: Readonly<Record<SuggestedKind, Suggestions>>;

  /** @throws InputRefused listing every inconsistency, such as `professions[3].group: "nurs" is no professional group` */
  constructor(readonly content: CatalogueContent) {
    InputRefused.ifAny(inconsistencies(content));

    this.topics = [
      ...content.competencies.map(({ code, title }) => ({ code, title, kind: 'competency' as const })),
      ...content.experiences.map(({ code, title }) => ({ code, title, kind: 'experience' as const })),
    ];
    this.topStage = content.stages.at(-1)!.code;

    this.groups = byLabel(content.professionalGroups);
    this.professions = byLabel(content.professions);
    this.staffGroups = byLabel(content.staffGroups);
    this.grades = byLabel(content.grades);
    this.regions = byLabel(content.regions);
    this.stages = byLabel(content.stages);
    this.stageRanks = ranks(content.stages);
    this.topicsByCode = new Map(this.topics.map((topic) => [topic.code, topic]));
    this.topicsByLabel = byUnambiguousLabel(this.topics);
    this.topicRanks = ranks(this.topics);
    this.transitions = new Map(content.transitions.map((transition) => [transition.toStage, transition]));
    this.experiences = new Map(
      content.transitions.map(({ code }) => [
        code,
        content.experiences.filter(({ transition }) => transition === code),
      ]),
    );
    this.suggestionsOf = {
      profession: new Suggestions(content.professions),
      grade: new Suggestions(content.grades),
      region: new Suggestions(content.regions),
      stage: new Suggestions(content.stages),
    };
  }

  professionalGroup(label: string): ProfessionalGroup | undefined {
    return this.groups.get(labelKey(label));
  }

  profession(label: string): Profession | undefined {
    return this.professions.get(labelKey(label));
  }

  /** The staff group that a post is recorded under. It says nothing about the background of who holds the post. */
  staffGroup(label: string): StaffGroup | undefined {
    return this.staffGroups.get(labelKey(label));
  }

  grade(label: string): Grade | undefined {
    return this.grades.get(labelKey(label));
  }

  region(label: string): Region | undefined {
    return this.regions.get(labelKey(label));
  }

  /** The word "stage" beside the label does no harm: `Stage 2`, `2`. */
  stage(label: string): Stage | undefined {
    return this.stages.get(labelKey(label)) ?? this.stages.get(labelKey(label.replace(/\bstage\b/i, '')));
  }

  /**
   * Position of a stage, 0 for the lowest.
   *
   * @throws RangeError when there is no stage of that code
   */
  stageRank(code: string): number {
    return rankOf(this.stageRanks, code, 'stage');
  }

  /**
   * Code of the next higher stage; the highest stage is followed by itself.
   *
   * @throws RangeError when there is no stage of that code
   */
  stageAfter(code: string): string {
    return this.content.stages[this.stageRank(code) + 1]?.code ?? code;
  }

  /**
   * The topic of a code or title. Topics may share a title ("Resource management" prepares for both transitions): what
   * could be several is none.
   */
  topic(label: string): Topic | undefined {
    return this.topicsByCode.get(label) ?? this.topicsByLabel.get(labelKey(label));
  }

  /**
   * Position of a topic in `topics`, from 0.
   *
   * @throws RangeError when there is no topic of that code
   */
  topicRank(code: string): number {
    return rankOf(this.topicRanks, code, 'competency or experience');
  }

  /**
   * Titles of at most five entries that a label might mean: first those whose title contains all its words, then those
   * with an alias that does, then those that share a word of four letters or more with it, then those that it misspells
   * by at most two letters; each in the catalogue's order. A word that more than five entries bear, such as "manager",
   * counts only where it stands in the title. None for a label without a letter or digit.
   */
  suggestions(kind: SuggestedKind, label: string): readonly string[] {
    return this.suggestionsOf[kind].of(label);
  }

  /** The transition that leads to a stage, if the catalogue describes one. */
  transitionTo(stageCode: string): Transition | undefined {
    return this.transitions.get(stageCode);
  }

  /** The experiences that prepare for a transition, in the catalogue's order; none for an unknown one. */
  experiencesOf(transitionCode: string): readonly Experience[] {
    return this.experiences.get(transitionCode) ?? [];
  }
}

function byLabel<Kind extends Entry>(entries: readonly Kind[]): ReadonlyMap<string, Kind> {
  return new Map(entries.flatMap((entry) => labelsOf(entry).map(({ text }) => [labelKey(text), entry])));
}

function byUnambiguousLabel<Kind extends Entry>(entries: readonly Kind[]): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  const ambiguous = new Set<string>();
  for (const entry of entries) {
    for (const { text } of labelsOf(entry)) {
      const key = labelKey(text);
      if ((found.get(key) ?? entry) !== entry) {
        ambiguous.add(key);
      }
      found.set(key, entry);
    }
  }
  ambiguous.forEach((key) => found.delete(key));
  return found;
}

function ranks(entries: readonly Entry[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ code }, rank) => [code, rank]));
}

function rankOf(known: ReadonlyMap<string, number>, code: string, what: string): number {
  const rank = known.get(code);
  if (rank === undefined) {
    throw new RangeError(`"${code}" is no ${what} of this catalogue`);
  }
  return rank;
}
