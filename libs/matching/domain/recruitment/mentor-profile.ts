import type { Mentee, Mentor } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import { whatIsAsked } from '../bottleneck';
import { countEntries } from '../counted-entries';

/** Something of the catalogue, as a profile names it. */
interface Named {
  readonly code: string;
  readonly title: string;
}

/** A kind of mentor to recruit: all that decides on which people one could help, and how well. */
export interface MentorProfile {
  /** Present stage, and the stage at which the topics were practised. */
  readonly stage: Named;
  /** Most asked first, at most five. */
  readonly topics: readonly Named[];
  readonly region: Named;
  /** They meet in person and remotely. */
  readonly mode: 'either';
  /** Code of a language. */
  readonly language: string;
  /** Professional group and profession of background: `ahp/radiographer`. */
  readonly profession: { readonly path: string; readonly title: string };
  /** Access needs that most of those concerned have. */
  readonly accessibility: readonly string[];
  /** Willing to mentor somebody at their own stage, where most of those concerned ask for that. */
  readonly peer: boolean;
  /** Places that each of them offers. */
  readonly places: number;
}

/** So many topics as a mentor usually brings. */
const MOST_TOPICS = 5;

/**
 * The mentor who would suit most of some people who aim for one stage: what most of them have or ask for, in each respect
 * by itself. Between equals the catalogue's order decides, so that the same people make the same profile.
 *
 * @param people at least one mentee; all aim for `stage`
 * @param stage code of a stage
 * @param places that each such mentor offers
 * @param topic code of a topic that has to be among those practised, whatever else is asked
 */
export function profileFor(
  people: readonly Mentee[],
  stage: string,
  places: number,
  catalogue: Catalogue,
  topic?: string,
): MentorProfile {
  const { content, topics } = catalogue;
  const asked = whatIsAsked(people, catalogue);
  const first = topics.filter(({ code }) => code === topic);
  const others = asked.topics.filter(({ code }) => code !== topic);
  const [profession] = countEntries(
    content.professions.map(({ group, code, title }) => ({ code: `${group}/${code}`, title })),
    people.map(({ background }) => [`${background.group}/${background.profession}`]),
  );
  return {
    stage: named(content.stages[catalogue.stageRank(stage)]!),
    topics: [...first, ...others].slice(0, MOST_TOPICS).map(named),
    region: named(asked.regions[0]!),
    mode: 'either',
    language: asked.languages[0]!.code,
    profession: { path: profession!.code, title: profession!.title },
    accessibility: neededByMost(people),
    peer: 2 * people.filter(({ peer }) => peer).length > people.length,
    places,
  };
}

/** Places that a mentor of this round usually offers: the median of those who offer any, 1 where nobody does. */
export function usualPlaces(mentors: readonly Mentor[]): number {
  const offered = mentors.flatMap(({ capacity }) => (capacity > 0 ? [capacity] : [])).sort((a, b) => a - b);
  return offered[(offered.length - 1) >> 1] ?? 1;
}

/**
 * Mentors of a profile, as if they had been handed in: at an organisation of their own, without protected time.
 *
 * @param taken ids that nobody else may have
 */
export function mentorsOfProfile(
  profile: MentorProfile,
  count: number,
  taken: ReadonlySet<string>,
): Mentor[] {
  const { stage, topics, region, language, profession, accessibility, peer, places } = profile;
  const [group = '', code = ''] = profession.path.split('/');
  return freeIds(count, taken).map((id) => ({
    id,
    background: { group, profession: code, registration: 'registered' },
    posts: [{ organisation: ORGANISATION, region: region.code, stage: stage.code }],
    languages: [language],
    mode: profile.mode,
    accessibility,
    exclude: [],
    consent: true,
    active: true,
    strengths: topics.map((topic) => ({ topic: topic.code, stage: stage.code })),
    capacity: places,
    peer,
    listed: true,
  }));
}

/** A profile in plain words. */
export function profileInWords(profile: MentorProfile): string {
  const { stage, topics, region, language, accessibility, peer, places, profession } = profile;
  return (
    `A mentor at stage ${stage.code} in ${region.title}, who meets in person or remotely and in the language ${language}, and has ` +
    `practised at that stage: ${topicsInWords(topics)}. ` +
    (accessibility.length === 0 ? '' : `They offer ${accessibility.join(', ')}. `) +
    (peer ? 'They are willing to mentor somebody at their own stage. ' : '') +
    `Computed with ${placesInWords(places)} each, the background ${profession.title}, ` +
    'an organisation of their own and no protected time.'
  );
}

/**
 * A profile in plain words where it comes of few people: what they ask for alone. Where they work, what they speak and
 * what they need in order to meet would be a picture of them.
 */
export function profileOfFewInWords({ stage, topics, places }: MentorProfile): string {
  return (
    `A mentor at stage ${stage.code}, who has practised at that stage: ${topicsInWords(topics)}. ` +
    `Computed with ${placesInWords(places)} each; what else there is to look for is left out, since so few people ask.`
  );
}

function topicsInWords(topics: MentorProfile['topics']): string {
  return topics.map(({ code, title }) => `${code} ${title}`).join('; ');
}

function placesInWords(places: number): string {
  return places === 1 ? '1 place' : `${places} places`;
}

const ORGANISATION = 'An organisation to be found';

function freeIds(count: number, taken: ReadonlySet<string>): string[] {
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number++) {
    const id = `recruit-${number}`;
    if (!taken.has(id)) {
      ids.push(id);
    }
  }
  return ids;
}

function neededByMost(people: readonly Mentee[]): string[] {
  const words = [...new Set(people.flatMap(({ accessibility }) => accessibility))].sort();
  return words.filter(
    (word) => 2 * people.filter(({ accessibility }) => accessibility.includes(word)).length > people.length,
  );
}

function named({ code, title }: Named): Named {
  return { code, title };
}
