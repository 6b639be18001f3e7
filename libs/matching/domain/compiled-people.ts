import {
  type Likeness,
  type MeetingMode,
  type Mentee,
  type Mentor,
  MOST_GAPS,
  type Person,
} from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import { type Colleague, colleagueOf } from './colleague';
import { type EligibilityRule, ruleBit } from './eligibility-rule';
import { folded, Numbering, packSets, type Sets } from './sets';

/** Everybody whom a round may pair, as they were handed in. */
export interface PeopleToPair {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly catalogue: Catalogue;
  /** Pairs that were matched or declined before, by {@link pairKey}. */
  readonly earlierPairs?: ReadonlySet<string> | undefined;
  /** Pairs that those who run the round decided against, by {@link pairKey}. */
  readonly decidedAgainst?: ReadonlySet<string> | undefined;
  /** People who are not to be paired, but whose lines of management and exclusions count. */
  readonly colleagues?: readonly Colleague[] | undefined;
}

const NO_PAIRS: ReadonlySet<string> = new Set();

/** How a pair is named in a set of pairs. Ids hold no space. */
export function pairKey(menteeId: string, mentorId: string): string {
  return `${menteeId} ${mentorId}`;
}

/** What is compiled alike for mentees and mentors. Stages are ranks in the catalogue. */
interface CompiledPersons {
  readonly takesPart: Uint8Array;
  /** The highest stage among a person's posts: somebody on rotation does not fall back. */
  readonly stage: Int16Array;
  readonly peer: Uint8Array;
  /** 0 either, 1 in person, 2 remote: two people cannot meet where both bits are set between them. */
  readonly mode: Uint8Array;
  readonly profession: Int32Array;
  readonly group: Int32Array;
  readonly organisations: Sets;
  readonly regions: Sets;
  /** The preferred one first. */
  readonly languages: Sets;
  /** What a mentee needs, or a mentor offers. */
  readonly accessibility: Sets;
}

export interface CompiledMentees extends CompiledPersons {
  readonly target: Int16Array;
  /** Topics of the gaps, in the person's own order. */
  readonly gaps: Sets;
  /** Beside each gap, its size times the weight of its rank. */
  readonly gapWeight: Int32Array;
  /** Sum of a mentee's gap weights. */
  readonly gapTotal: Int32Array;
  /** Preferences as their place in {@link LIKENESSES}. */
  readonly preferProfession: Uint8Array;
  readonly preferOrganisation: Uint8Array;
  /** Mentors whom a rule about the two by name forbids. */
  readonly forbidden: Sets;
  /** Beside each forbidden mentor, the rules broken, a bit each. */
  readonly forbiddenBy: Int32Array;
}

export interface CompiledMentors extends CompiledPersons {
  /** Highest stage at which mentor `j` has practised topic `t`, at `j * topicCount + t`; -1 for never. */
  readonly practised: Int16Array;
  /** Whether mentor `j` has an experience of the transition to stage `s`, at `j * stageCount + s`. */
  readonly experienced: Uint8Array;
  readonly capacity: Int32Array;
  /** A month, over all places; 0 where nothing is agreed. */
  readonly protectedMinutes: Int32Array;
}

export const LIKENESSES: readonly Likeness[] = ['same', 'different', 'any'];
const MODES: readonly MeetingMode[] = ['either', 'in_person', 'remote'];

/**
 * People as plain numbers, made once, so that judging ten million pairs touches no string and no object. No protected
 * characteristic can get in, since a `Person` holds none.
 */
export interface CompiledPeople {
  readonly mentees: CompiledMentees;
  readonly mentors: CompiledMentors;
  readonly topicCount: number;
  readonly stageCount: number;
  /** Whether a transition leads to the stage. */
  readonly transitionTo: Uint8Array;
  /** The stage up to which a target counts as early mid-career: the one that the first transition leads to. */
  readonly lastEarlyStage: number;
}

/** Turns people into numbers. Every code must be one of the catalogue. */
export function compilePeople(people: PeopleToPair): CompiledPeople {
  const { mentees, mentors, catalogue } = people;
  const { stages, transitions } = catalogue.content;
  const numbering = {
    professions: new Numbering(),
    groups: new Numbering(),
    organisations: new Numbering(),
    regions: new Numbering(),
    languages: new Numbering(),
    accessibility: new Numbering(),
  };
  const compilePersons = (persons: readonly (Mentee | Mentor)[]): CompiledPersons => ({
    takesPart: Uint8Array.from(persons, (person) => (person.consent && person.active ? 1 : 0)),
    stage: Int16Array.from(persons, (person) => presentStageRank(person, catalogue)),
    peer: Uint8Array.from(persons, (person) => (person.peer ? 1 : 0)),
    mode: Uint8Array.from(persons, (person) => MODES.indexOf(person.mode)),
    profession: Int32Array.from(persons, ({ background }) => numbering.professions.of(background.profession)),
    group: Int32Array.from(persons, ({ background }) => numbering.groups.of(background.group)),
    organisations: packSets(
      persons.map(({ posts }) => posts.map((post) => numbering.organisations.of(folded(post.organisation)))),
    ),
    regions: packSets(persons.map(({ posts }) => posts.map((post) => numbering.regions.of(post.region)))),
    languages: packSets(
      persons.map(({ languages }) => languages.map((code) => numbering.languages.of(code))),
    ),
    accessibility: packSets(
      persons.map(({ accessibility }) => accessibility.map((word) => numbering.accessibility.of(word))),
    ),
  });
  return {
    mentees: {
      ...compilePersons(mentees),
      ...compileGaps(mentees, catalogue),
      ...compileForbidden(people),
      preferProfession: Uint8Array.from(mentees, (mentee) => LIKENESSES.indexOf(mentee.preferProfession)),
      preferOrganisation: Uint8Array.from(mentees, (mentee) => LIKENESSES.indexOf(mentee.preferOrganisation)),
    },
    mentors: {
      ...compilePersons(mentors),
      ...compileStrengths(mentors, catalogue),
      capacity: Int32Array.from(mentors, ({ capacity }) => capacity),
      protectedMinutes: Int32Array.from(mentors, ({ protectedHours = 0 }) => Math.round(protectedHours * 60)),
    },
    topicCount: catalogue.topics.length,
    stageCount: stages.length,
    transitionTo: Uint8Array.from(stages, ({ code }) => (catalogue.transitionTo(code) === undefined ? 0 : 1)),
    lastEarlyStage: Math.min(
      stages.length,
      ...transitions.map(({ toStage }) => catalogue.stageRank(toStage)),
    ),
  };
}

/** Rank of the stage that a person has reached: the highest among their posts. */
export function presentStageRank(person: Person, catalogue: Catalogue): number {
  return Math.max(...person.posts.map((post) => catalogue.stageRank(post.stage)));
}

function compileGaps(
  mentees: readonly Mentee[],
  catalogue: Catalogue,
): Pick<CompiledMentees, 'target' | 'gaps' | 'gapWeight' | 'gapTotal'> {
  // The first gap weighs as much as a person can have gaps, each one after it one less.
  const weights = mentees.map(({ gaps }) =>
    gaps.map(({ size }, rank) => size * Math.max(1, MOST_GAPS - rank)),
  );
  return {
    target: Int16Array.from(mentees, (mentee) => catalogue.stageRank(mentee.targetStage)),
    gaps: packSets(mentees.map(({ gaps }) => gaps.map(({ topic }) => catalogue.topicRank(topic)))),
    gapWeight: Int32Array.from(weights.flat()),
    gapTotal: Int32Array.from(weights, (list) => list.reduce((sum, weight) => sum + weight, 0)),
  };
}

function compileStrengths(
  mentors: readonly Mentor[],
  catalogue: Catalogue,
): Pick<CompiledMentors, 'practised' | 'experienced'> {
  const topicCount = catalogue.topics.length;
  const { stages } = catalogue.content;
  const practised = new Int16Array(mentors.length * topicCount).fill(-1);
  mentors.forEach(({ strengths }, j) => {
    for (const { topic, stage } of strengths) {
      const at = j * topicCount + catalogue.topicRank(topic);
      practised[at] = Math.max(practised[at]!, catalogue.stageRank(stage));
    }
  });
  const experienced = new Uint8Array(mentors.length * stages.length);
  stages.forEach(({ code }, stage) => {
    const transition = catalogue.transitionTo(code);
    const experiences = transition === undefined ? [] : catalogue.experiencesOf(transition.code);
    const codes = new Set(experiences.map((experience) => experience.code));
    mentors.forEach(({ strengths }, j) => {
      experienced[j * stages.length + stage] = strengths.some(({ topic }) => codes.has(topic)) ? 1 : 0;
    });
  });
  return { practised, experienced };
}

/** What the rules about two people by name forbid, listed by mentee: most mentees have an empty list. */
function compileForbidden(people: PeopleToPair): Pick<CompiledMentees, 'forbidden' | 'forbiddenBy'> {
  const { mentees, mentors, earlierPairs = NO_PAIRS, decidedAgainst = NO_PAIRS, colleagues = [] } = people;
  const menteeIndex = new Map(mentees.map(({ id }, i) => [id, i]));
  const mentorIndex = new Map(mentors.map(({ id }, j) => [id, j]));
  const rulesByMentor = mentees.map(() => new Map<number, number>());
  const forbid = (menteeId: string, mentorId: string, rule: EligibilityRule): void => {
    const mentor = mentorIndex.get(mentorId);
    const rules = rulesByMentor[menteeIndex.get(menteeId) ?? -1];
    if (mentor !== undefined && rules !== undefined) {
      rules.set(mentor, (rules.get(mentor) ?? 0) | ruleBit(rule));
    }
  };

  const everybody = [...[...mentees, ...mentors].map(colleagueOf), ...colleagues];
  const managersOf = managersById(everybody);
  for (const { id } of mentees) {
    forbid(id, id, 'same_person');
    managersWithinTwoLevels(id, managersOf).forEach((manager) => forbid(id, manager, 'own_line'));
  }
  for (const { id } of mentors) {
    managersWithinTwoLevels(id, managersOf).forEach((manager) => forbid(manager, id, 'own_line'));
  }
  // An exclusion is about two people, whichever of their profiles it stands in and whichever role they would have.
  for (const { id, exclude } of everybody) {
    for (const other of exclude) {
      forbid(id, other, 'excluded');
      forbid(other, id, 'excluded');
    }
  }
  const forbidPairs = (pairs: ReadonlySet<string>, rule: EligibilityRule): void =>
    pairs.forEach((pair) => {
      const [menteeId = '', mentorId = ''] = pair.split(' ');
      forbid(menteeId, mentorId, rule);
    });
  forbidPairs(earlierPairs, 'earlier_pair');
  // Unlike an exclusion it is about one of the two as mentee and the other as mentor.
  forbidPairs(decidedAgainst, 'decided_against');
  return {
    forbidden: packSets(rulesByMentor.map((rules) => [...rules.keys()])),
    forbiddenBy: Int32Array.from(rulesByMentor.flatMap((rules) => [...rules.values()])),
  };
}

/** A person can be both mentee and mentor, and hold several posts: the managers of all of them count. */
function managersById(everybody: readonly Colleague[]): Map<string, Set<string>> {
  const managersOf = new Map<string, Set<string>>();
  for (const { id, managers } of everybody) {
    managersOf.set(id, new Set([...(managersOf.get(id) ?? []), ...managers]));
  }
  return managersOf;
}

function managersWithinTwoLevels(
  id: string,
  managersOf: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const direct = managersOf.get(id) ?? new Set<string>();
  return new Set([...direct, ...[...direct].flatMap((manager) => [...(managersOf.get(manager) ?? [])])]);
}
