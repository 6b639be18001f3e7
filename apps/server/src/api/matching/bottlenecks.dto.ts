import {
  type EnquiryOf,
  MOST_BOTTLENECKS,
  MOST_TARGETS,
  PLACE_GAINS,
  type RecruitmentTarget,
  type RoundBottlenecks,
} from '@evenhand/matching';
import type { AnswerOf } from '../../http/exchange';
import { text } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  FlagField,
  ListField,
  ObjectField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { EnquiryAnswer, enquiryAnswer } from './enquiries.dto';
import { GapNobodyOffersAnswer } from './round-outcome.dto';

const MOST = 1_000_000_000;
const count = (description: string) => WholeNumberField({ description, min: 0, max: MOST });
const path = () => TextField({ description: 'Group path, such as ahp or ahp/physiotherapist.', max: 129 });
const title = () => TextField({ description: 'Title in the catalogue.', max: 300 });
const sentences = () =>
  ListField(text({ max: 4000 }), {
    description:
      'The same in plain words, in which no count stands that is smaller than the round’s policy tells, nor where so few people work and how they can meet.',
    max: 10,
  });

/** How many people of a professional group, or of a profession, a bottleneck concerns. */
class ConcernedGroupAnswer {
  @path() path!: string;
  @title() title!: string;
  @count('People who share the places.') people!: number;
  @count('Those of them without a match.') without!: number;
}

/** Something that is true of so many people. */
class CountedEntryAnswer {
  @TextField({ description: 'Code in the catalogue, or of a language.', max: 64 })
  code!: string;

  @title() title!: string;
  @count('Of how many people it is true.') people!: number;
}

const entries = (description: string) => ListField(() => CountedEntryAnswer, { description, max: 1000 });

/** What some people ask for, or have, the most frequent first. */
class TraitsAnswer {
  @entries('Stages.') stages!: readonly CountedEntryAnswer[];
  @entries('Competencies and experiences.') topics!: readonly CountedEntryAnswer[];
  @entries('Regions.') regions!: readonly CountedEntryAnswer[];
  @entries('Languages.') languages!: readonly CountedEntryAnswer[];
}

/** People who can be helped by the same places only, and are more than these. */
class BottleneckAnswer {
  @count('People whom only these places can help.') people!: number;
  @count('The places; every one is taken.') places!: number;
  @count('Mentors who offer them.') mentors!: number;
  @count('How many of the people are without a match.') without!: number;

  @WholeNumberField({
    description: 'Position, from 0, of the smallest other bottleneck that holds all of this one.',
    min: 0,
    max: MOST,
    optional: true,
  })
  within?: number;

  @ListField(() => ConcernedGroupAnswer, { description: 'By professional group.', max: 1000 })
  groups!: readonly ConcernedGroupAnswer[];

  @ListField(() => ConcernedGroupAnswer, { description: 'By profession.', max: 1000 })
  professions!: readonly ConcernedGroupAnswer[];

  @ObjectField(() => TraitsAnswer, { description: 'What those without a match ask for.' })
  asked!: TraitsAnswer;

  @ObjectField(() => TraitsAnswer, { description: 'What all of the mentors have.' })
  mentorsInCommon!: TraitsAnswer;

  @sentences() sentences!: readonly string[];
}

/** Something of the catalogue. */
class NamedAnswer {
  @CodeField({ description: 'Its code.' })
  code!: string;

  @title() title!: string;
}

/** A profession of background. */
class ProfessionAnswer {
  @path() path!: string;
  @title() title!: string;
}

/** A kind of mentor to look for. */
class SoughtMentorAnswer {
  @ObjectField(() => NamedAnswer, { description: 'Stage, at which the topics were practised too.' })
  stage!: NamedAnswer;

  @ListField(() => NamedAnswer, { description: 'Topics, the most asked first.', max: 5 })
  topics!: readonly NamedAnswer[];

  @ObjectField(() => NamedAnswer, { description: 'Region.' })
  region!: NamedAnswer;

  @ChoiceField(['either'], { description: 'They meet in person and remotely.' })
  mode!: 'either';

  @CodeField({ description: 'Language.' })
  language!: string;

  @ObjectField(() => ProfessionAnswer, { description: 'Profession of background.' })
  profession!: ProfessionAnswer;

  @ListField(text({ max: 200 }), { description: 'Access needs that they can meet.', max: 100 })
  accessibility!: readonly string[];

  @FlagField({ description: 'Willing to mentor somebody at their own stage.' })
  peer!: boolean;

  @count('Places that each of them offers.') places!: number;
}

/** Matches of a group or profession without the recruited mentors and with them. */
class AccessChangeAnswer {
  @path() path!: string;
  @title() title!: string;
  @count('People who asked.') asked!: number;
  @count('Matched without them.') before!: number;
  @count('Matched with them.') after!: number;
}

/** What so many mentors of a profile would change. */
class RecruitmentEffectAnswer {
  @count('How many mentors are added.') mentors!: number;
  @count('How many more people are matched in all.') more!: number;

  @ListField(() => AccessChangeAnswer, { description: 'Professional groups that change.', max: 1000 })
  groups!: readonly AccessChangeAnswer[];

  @ListField(() => AccessChangeAnswer, { description: 'Professions that change.', max: 1000 })
  professions!: readonly AccessChangeAnswer[];

  @TextField({
    description:
      'The same in plain words, in which no count stands that is smaller than the round’s policy tells.',
    max: 4000,
  })
  sentence!: string;
}

/** For whom to look, and why. */
class RecruitmentTargetAnswer {
  @ChoiceField(['shortage', 'no_eligible_mentor', 'gap_nobody_offers'], {
    description:
      'Too many share the same places; no mentor with a place is eligible; nobody offers help with a gap.',
  })
  reason!: RecruitmentTarget['reason'];

  @WholeNumberField({
    description: 'Position of the bottleneck, from 0, where the reason is a shortage.',
    min: 0,
    max: MOST,
    optional: true,
  })
  bottleneck?: number;

  @count('How many of those without a match it is about.') without!: number;

  @ObjectField(() => SoughtMentorAnswer, { description: 'The kind of mentor.' })
  profile!: SoughtMentorAnswer;

  @sentences() sentences!: readonly string[];

  @ListField(() => RecruitmentEffectAnswer, {
    description:
      'What such mentors would change, by solving the round again with so many of them. After overrides no counts are held, neither without them nor with them.',
    max: 3,
  })
  effects!: readonly RecruitmentEffectAnswer[];
}

/** With how many mentors one more place could bring the same. */
class PlaceGainAnswer {
  @ChoiceField(PLACE_GAINS, { description: 'What it could bring at most.' })
  gain!: (typeof PLACE_GAINS)[number];

  @count('Mentors with whom that is so.') mentors!: number;
}

/** Where a round is short of places, and whom to recruit. */
export class BottlenecksAnswer {
  @UuidField({ description: 'Id of the round.' })
  roundId!: string;

  @ListField(() => BottleneckAnswer, {
    description: 'Those that leave most people without a match first.',
    max: MOST_BOTTLENECKS,
  })
  bottlenecks!: readonly BottleneckAnswer[];

  @count('How many smaller bottlenecks there are beside these.') others!: number;

  @ListField(() => RecruitmentTargetAnswer, {
    description: 'Whom to recruit, those that are about most people without a match first.',
    max: MOST_TARGETS,
  })
  targets!: readonly RecruitmentTargetAnswer[];

  @FlagField({
    description:
      'Whether the effects of the targets were asked for and computed (`/recruitment`), and the answer is still kept.',
  })
  effectsComputed!: boolean;

  @ListField(() => PlaceGainAnswer, {
    description:
      'What one more place could bring, by the prices of the certificate, the most first; nothing after an override that holds counts.',
    max: PLACE_GAINS.length,
  })
  placeWorth!: readonly PlaceGainAnswer[];

  @ListField(() => GapNobodyOffersAnswer, { description: 'What is asked for and nobody offers.', max: 1000 })
  gapsNobodyOffers!: readonly GapNobodyOffersAnswer[];
}

/** How many solves effects took. */
class SolvesAnswer {
  @count('Solves made.') used!: number;
  @count('Solves that a round of this size can afford.') affordable!: number;
}

/** What recruiting would change. */
export class RecruitmentAnswer extends EnquiryAnswer {
  @ListField(() => RecruitmentTargetAnswer, {
    description: 'Once it is answered: the targets of the round, with their effects.',
    max: MOST_TARGETS,
    optional: true,
  })
  targets?: readonly RecruitmentTargetAnswer[];

  @ObjectField(() => SolvesAnswer, { description: 'What that took, once it is answered.', optional: true })
  solves?: SolvesAnswer;
}

/** Shapes bottlenecks for the caller. */
export function bottlenecksAnswer({ round, ...found }: RoundBottlenecks): AnswerOf<BottlenecksAnswer> {
  return { roundId: round.id, ...found };
}

/** Shapes what recruiting would change for the caller. */
export function recruitmentAnswer(enquiry: EnquiryOf<'recruitment'>): AnswerOf<RecruitmentAnswer> {
  const { answer } = enquiry;
  if (answer === undefined) {
    return enquiryAnswer(enquiry);
  }
  return { ...enquiryAnswer(enquiry), targets: answer.targets, solves: answer.solves };
}
