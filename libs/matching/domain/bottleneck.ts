import type { Mentee, Mentor } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import { presentStageRank } from './compiled-people';
import { type CountedEntry, countEntries } from './counted-entries';
import type { Shortage, SharedPlacesOfRound } from './shortage';
import { asSentence, inFull, isWithheld, type TellCount, toldCount } from './told-count';

/** How many people of one professional group, or of one profession, a bottleneck concerns. */
export interface ConcernedGroup {
  /** The group path joined with `/`: `ahp`, `ahp/physiotherapist`. */
  readonly path: string;
  readonly title: string;
  /** Those who share its places. */
  readonly people: number;
  /** Those of them without a match. */
  readonly without: number;
}

/** Who would have to be found for those without a match: what they ask for, the most frequent first. */
export interface WhatIsAsked {
  /** Target stages. */
  readonly stages: readonly CountedEntry[];
  /** Gaps. */
  readonly topics: readonly CountedEntry[];
  /** Regions of their posts. */
  readonly regions: readonly CountedEntry[];
  /** Languages in which they can meet, by code. */
  readonly languages: readonly CountedEntry[];
}

/** What every mentor of a bottleneck has, in the catalogue's order: others like them would be in the same demand. */
export interface MentorsInCommon {
  readonly stages: readonly CountedEntry[];
  /** Topics that all of them have practised and that somebody without a match asks for. */
  readonly topics: readonly CountedEntry[];
  readonly regions: readonly CountedEntry[];
  readonly languages: readonly CountedEntry[];
}

/** People who can be helped by the same places only, and are more than these places. */
export interface Bottleneck extends Shortage {
  /** `people` less `places`: every one of these places is taken. */
  readonly without: number;
  /** Position in the list of the smallest other bottleneck that holds all of this one; absent where none does. */
  readonly within?: number;
  readonly groups: readonly ConcernedGroup[];
  readonly professions: readonly ConcernedGroup[];
  readonly asked: WhatIsAsked;
  readonly mentorsInCommon: MentorsInCommon;
  /** All of this in plain words. */
  readonly sentences: readonly string[];
}

/** Who takes part in a round, in the order of its indices. */
export interface PeopleOfRound {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly catalogue: Catalogue;
}

/** So many of the most asked topics are named in a sentence. */
const MOST_TOPICS_NAMED = 3;

/**
 * The bottlenecks of a round, those that leave most people without a match first, then those that most people share. One
 * that lies within another is in the list itself, and says so: its people are among those of the other.
 *
 * @param tell how counts stand in the sentences
 */
export function rankBottlenecks(
  shared: readonly SharedPlacesOfRound[],
  people: PeopleOfRound,
  tell: TellCount = inFull,
): { readonly bottlenecks: readonly Bottleneck[]; readonly ranked: readonly SharedPlacesOfRound[] } {
  const ranked = [...shared].sort(
    (a, b) => b.unmatched.length - a.unmatched.length || b.shortage.people - a.shortage.people,
  );
  const mentorSets = ranked.map(({ mentors }) => new Set(mentors));
  return {
    ranked,
    bottlenecks: ranked.map((each, at) => {
      const within = smallestAround(mentorSets, at);
      return describe(each, people, within, tell);
    }),
  };
}

/** The mentors decide: whoever depends on some of them depends on all that can be reached from there. */
function smallestAround(mentorSets: readonly ReadonlySet<number>[], at: number): number | undefined {
  const own = mentorSets[at]!;
  let smallest: number | undefined;
  mentorSets.forEach((other, position) => {
    const isAround = other.size > own.size && [...own].every((mentor) => other.has(mentor));
    if (isAround && (smallest === undefined || other.size < mentorSets[smallest]!.size)) {
      smallest = position;
    }
  });
  return smallest;
}

function describe(
  { shortage, mentors: mentorsAt, matched, unmatched }: SharedPlacesOfRound,
  { mentees, mentors, catalogue }: PeopleOfRound,
  within: number | undefined,
  tell: TellCount,
): Bottleneck {
  const without = unmatched.map((mentee) => mentees[mentee]!);
  const everybody = [...matched.map((mentee) => mentees[mentee]!), ...without];
  const asked = whatIsAsked(without, catalogue);
  const mentorsInCommon = whatMentorsHaveInCommon(
    mentorsAt.map((mentor) => mentors[mentor]!),
    asked,
    catalogue,
  );
  const { groups, professions } = concerned(everybody, without, catalogue);
  return {
    ...shortage,
    without: without.length,
    ...(within === undefined ? {} : { within }),
    groups,
    professions,
    asked,
    mentorsInCommon,
    sentences: [
      sharing(shortage, tell),
      ...(within === undefined ? [] : [`They are all among the people of bottleneck ${within + 1}.`]),
      whoWaits(groups, tell),
      askingFor(asked, tell),
      ...whereAndHow(without.length, asked, tell),
      ...havingInCommon(shortage.mentors, mentorsInCommon, tell),
    ],
  };
}

/** What people without a match ask for. */
export function whatIsAsked(without: readonly Mentee[], catalogue: Catalogue): WhatIsAsked {
  const { stages, regions } = catalogue.content;
  return {
    stages: countEntries(
      stages,
      without.map(({ targetStage }) => [targetStage]),
    ),
    topics: countEntries(
      catalogue.topics,
      without.map(({ gaps }) => gaps.map(({ topic }) => topic)),
    ),
    regions: countEntries(
      regions,
      without.map(({ posts }) => posts.map(({ region }) => region)),
    ),
    languages: countEntries(
      languageEntries(without),
      without.map(({ languages }) => languages),
    ),
  };
}

function whatMentorsHaveInCommon(
  mentors: readonly Mentor[],
  asked: WhatIsAsked,
  catalogue: Catalogue,
): MentorsInCommon {
  const { stages, regions } = catalogue.content;
  const ofAll = (
    entries: Parameters<typeof countEntries>[0],
    codesOf: (mentor: Mentor) => string[],
  ): CountedEntry[] =>
    countEntries(entries, mentors.map(codesOf)).filter(({ people }) => people === mentors.length);
  return {
    stages: ofAll(stages, (mentor) => [stages[presentStageRank(mentor, catalogue)]!.code]),
    topics: ofAll(asked.topics, ({ strengths }) => strengths.map(({ topic }) => topic)),
    regions: ofAll(regions, ({ posts }) => posts.map(({ region }) => region)),
    languages: ofAll(languageEntries(mentors), ({ languages }) => [...languages]),
  };
}

/** Languages are in no catalogue: each is called by its code. */
function languageEntries(
  persons: readonly { readonly languages: readonly string[] }[],
): { code: string; title: string }[] {
  const codes = new Set(persons.flatMap(({ languages }) => languages));
  return [...codes].sort().map((code) => ({ code, title: code }));
}

function concerned(
  everybody: readonly Mentee[],
  without: readonly Mentee[],
  { content: { professionalGroups, professions } }: Catalogue,
): Pick<Bottleneck, 'groups' | 'professions'> {
  const count = (
    entries: readonly { readonly code: string; readonly title: string }[],
    codeOf: (mentee: Mentee) => string,
  ): ConcernedGroup[] => {
    const waiting = new Map(
      countEntries(
        entries,
        without.map((mentee) => [codeOf(mentee)]),
      ).map(({ code, people }) => [code, people]),
    );
    return countEntries(
      entries,
      everybody.map((mentee) => [codeOf(mentee)]),
    )
      .map(({ code, title, people }) => ({ path: code, title, people, without: waiting.get(code) ?? 0 }))
      .sort((a, b) => b.without - a.without);
  };
  const paths = professions.map(({ group, code, title }) => ({ code: `${group}/${code}`, title }));
  return {
    groups: count(professionalGroups, ({ background }) => background.group),
    professions: count(paths, ({ background }) => `${background.group}/${background.profession}`),
  };
}

function sharing({ people, places, mentors }: Shortage, tell: TellCount): string {
  const waiting = toldCount(tell, people - places, 'is', 'are');
  return asSentence(
    `${tell(people)} people share ${toldCount(tell, places, 'place')} with ${toldCount(tell, mentors, 'mentor')}: ` +
      `${waiting} without a match, and no other place can help them.`,
  );
}

function whoWaits(groups: readonly ConcernedGroup[], tell: TellCount): string {
  const waiting = groups.filter(({ without }) => without > 0);
  return `Without a match: ${waiting.map(({ title, people, without }) => `${title}, ${tell(without)} of ${tell(people)}`).join('; ')}.`;
}

function askingFor({ stages, topics }: WhatIsAsked, tell: TellCount): string {
  return (
    `They aim for ${named(stages, ({ code }) => `stage ${code}`, tell)} and ask most about ` +
    `${named(topics.slice(0, MOST_TOPICS_NAMED), ({ code, title }) => `${code} ${title}`, tell)}.`
  );
}

/** A region or a language that few of them share would say more about these few than about whom to look for. */
function whereAndHow(people: number, { regions, languages }: WhatIsAsked, tell: TellCount): string[] {
  const isTold = (entry: CountedEntry): boolean => !isWithheld(tell, entry.people);
  const told = regions.filter(isTold);
  const shared = languages.filter((language) => 2 * language.people >= people && isTold(language));
  const elsewhere = told.length < regions.length ? ' and elsewhere' : '';
  const parts = [
    ...(told.length === 0 ? [] : [`they work in ${named(told, ({ title }) => title, tell)}${elsewhere}`]),
    ...(shared.length === 0
      ? []
      : [`at least half of them can meet in: ${shared.map(({ code }) => code).join(', ')}`]),
  ];
  return parts.length === 0 ? [] : [asSentence(`${parts.join(' and ')}.`)];
}

function named(
  entries: readonly CountedEntry[],
  name: (entry: CountedEntry) => string,
  tell: TellCount,
): string {
  return entries.map((entry) => `${name(entry)} (${tell(entry.people)})`).join(', ');
}

/** What all of a few mentors have is the profile of each of them. */
function havingInCommon(
  count: number,
  { stages, topics, regions, languages }: MentorsInCommon,
  tell: TellCount,
): string[] {
  if (isWithheld(tell, count)) {
    return [];
  }
  const titles = (entries: readonly CountedEntry[]): string => entries.map(({ title }) => title).join(', ');
  const traits = [
    ...(stages.length === 0 ? [] : [`stage ${stages.map(({ code }) => code).join(', ')}`]),
    ...(topics.length === 0
      ? []
      : [`practice in ${topics.map(({ code, title }) => `${code} ${title}`).join(', ')}`]),
    ...(regions.length === 0 ? [] : [`work in ${titles(regions)}`]),
    ...(languages.length === 0 ? [] : [`the language ${titles(languages)}`]),
  ];
  return traits.length === 0 ? [] : [`${allMentors(tell(count))}: ${traits.join('; ')}.`];
}

function allMentors(told: string): string {
  switch (told) {
    case '1':
      return 'The only mentor there has';
    case '2':
      return 'Both mentors there have in common';
    default:
      return `All ${/^\d+$/.test(told) ? `${told} ` : ''}mentors there have in common`;
  }
}
