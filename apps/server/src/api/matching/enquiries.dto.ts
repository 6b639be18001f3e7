import {
  type Enquiry,
  ENQUIRY_STATES,
  type EnquiryOf,
  type EnquiryState,
  type MatchingRules,
  type Preview,
} from '@evenhand/matching';
import { ApiProperty } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import { wholeNumber } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { FailureAnswer, ProgressAnswer, RulesField } from './matching-rounds.dto';

const MOST = Number.MAX_SAFE_INTEGER;
const count = (description: string) => WholeNumberField({ description, min: 0, max: MOST });
const share = (description: string) =>
  ListField(wholeNumber({ min: 0, max: MOST }), {
    description: `${description}, as count and of how many.`,
    min: 2,
    max: 2,
  });
const requests = (description: string) =>
  ApiProperty({
    description: `${description}, by request; null where the person was erased since.`,
    type: 'array',
    maxItems: 200_000,
    items: { oneOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] },
  });

/** Rules to try on a solved round. */
export class PreviewQuestion {
  @ObjectField(() => RulesField, {
    description: 'What would be different; what is left out, of the weights too, is as in the round.',
  })
  rules!: RulesField;
}

/** What every enquiry says of itself, whatever was asked. */
class AskedAnswer {
  @UuidField({ description: 'Id of the enquiry.' })
  id!: string;

  @UuidField({ description: 'The round.' })
  roundId!: string;

  @ObjectField(() => ProgressAnswer, { description: 'How far it has come.' })
  progress!: ProgressAnswer;

  @ObjectField(() => FailureAnswer, { description: 'Why it failed.', optional: true })
  failure?: FailureAnswer;

  @TimeField({ description: 'When it was asked.' })
  askedAt!: string;

  @TimeField({ description: 'When it was answered.', optional: true })
  answeredAt?: string;
}

/** An enquiry as it stands, without what came of it. */
export class EnquiryAnswer extends AskedAnswer {
  @ChoiceField(ENQUIRY_STATES, { description: 'Where it stands.' })
  state!: EnquiryState;
}

const REPLAY_STATES = ['queued', 'running', 'identical', 'different', 'failed'] as const;

/** Whether a round solved again gives the same result. */
export class ReplayAnswer extends AskedAnswer {
  @ChoiceField(REPLAY_STATES, {
    description: 'Where it stands, and in the end whether every byte is the same.',
  })
  state!: (typeof REPLAY_STATES)[number];

  @TextField({ description: 'The engine that solved it again.', max: 100, optional: true })
  engine?: string;

  @TextField({ description: 'The first difference.', max: 2000, optional: true })
  difference?: string;
}

/** A figure of the round as it was solved, and by what is tried or was decided. */
export class BeforeAndAfterAnswer {
  @count('As the round was solved.') before!: number;
  @count('By what is tried or was decided.') after!: number;
}

/** The access rate as the round was solved, and by what is tried or was decided. */
class RateChangeAnswer {
  @share('As the round was solved') before!: readonly number[];
  @share('By what is tried or was decided') after!: readonly number[];
}

/** What would change for a professional group or a profession. */
export class ComparedAccessAnswer {
  @TextField({ description: 'Group path, such as ahp or ahp/physiotherapist.', max: 129 })
  path!: string;

  @TextField({ description: 'Title of the group or profession.', max: 200 })
  title!: string;

  @count('People who asked.') asked!: number;

  @ObjectField(() => BeforeAndAfterAnswer, { description: 'People who are matched.' })
  matched!: BeforeAndAfterAnswer;

  @ObjectField(() => RateChangeAnswer, { description: 'Matched of those who asked.' })
  accessRate!: RateChangeAnswer;
}

/** Days that people have waited altogether. */
class WaitingDaysAnswer {
  @count('Those who would gain a match.') gained!: number;
  @count('Those who would lose it.') lost!: number;
}

/** What other rules, or a decision, would change. */
export class PreviewedChangeAnswer {
  @ObjectField(() => BeforeAndAfterAnswer, { description: 'People who are matched.' })
  matched!: BeforeAndAfterAnswer;

  @ObjectField(() => BeforeAndAfterAnswer, {
    description: 'Sum of scores, each by its own rules: with other weights they are not of one scale.',
  })
  score!: BeforeAndAfterAnswer;

  @requests('Who would have a match, and has none') gained!: readonly (string | null)[];
  @requests('Who has a match, and would have none') lost!: readonly (string | null)[];

  @ObjectField(() => WaitingDaysAnswer, { description: 'Days that these people have waited, summed up.' })
  waitingDays!: WaitingDaysAnswer;

  @ListField(() => ComparedAccessAnswer, { description: 'By professional group.', max: 1000 })
  groups!: readonly ComparedAccessAnswer[];

  @ListField(() => ComparedAccessAnswer, { description: 'By profession.', max: 1000 })
  professions!: readonly ComparedAccessAnswer[];
}

/** A preview of other rules. */
export class PreviewAnswer extends EnquiryAnswer {
  @ObjectField(() => RulesField, { description: 'The rules that are tried, whole.' })
  rules!: MatchingRules;

  @ObjectField(() => PreviewedChangeAnswer, {
    description: 'What they would change, once it is answered.',
    optional: true,
  })
  change?: PreviewedChangeAnswer;
}

/** Access of a professional group as evenness compares it. */
class FrontierRateAnswer {
  @CodeField({ description: 'Code of the professional group.' })
  path!: string;

  @TextField({ description: 'Its title.', max: 200 })
  title!: string;

  @share('Matched of those who asked, with those before the round where the rules give them')
  rate!: readonly number[];
}

/** How much of something a degree of evenness costs. */
class PriceAnswer {
  @WholeNumberField({ description: 'What is lost; less than 0 where it is gained.', min: -MOST, max: MOST })
  lost!: number;

  @count('How much there is without equity.') of!: number;

  @NumberField({ description: 'Per cent, to two decimals.', min: -MOST, max: 100, optional: true })
  percent?: number;
}

/** What a degree of evenness costs: first of what the rules put first. */
class PricesAnswer {
  @ObjectField(() => PriceAnswer, { description: 'Days that the matched have waited.' })
  waitingDays!: PriceAnswer;

  @ObjectField(() => PriceAnswer, { description: 'Score.' })
  score!: PriceAnswer;
}

/** What the round would come to at one degree of evenness. */
class FrontierPointAnswer {
  @ListField(wholeNumber({ min: 1, max: 2 }), {
    description: 'Levels of equity: none, professional groups, professional groups and then professions.',
    max: 2,
  })
  levels!: readonly number[];

  @count('People who are matched.') matched!: number;
  @count('Sum of scores.') score!: number;
  @count('Days that the matched have waited, summed up.') waitingDays!: number;

  @WholeNumberField({ description: 'Average score of a match.', min: 0, max: 10_000, optional: true })
  meanScore?: number;

  @ObjectField(() => FrontierRateAnswer, { description: 'The group that fares worst.', optional: true })
  lowest?: FrontierRateAnswer;

  @ListField(() => FrontierRateAnswer, { description: 'By professional group.', max: 1000 })
  groups!: readonly FrontierRateAnswer[];

  @ObjectField(() => PricesAnswer, { description: 'What it costs.' })
  price!: PricesAnswer;
}

/** The frontier of equity against waiting and score. */
export class FrontierAnswer extends EnquiryAnswer {
  @ListField(() => FrontierPointAnswer, {
    description:
      'Once it is answered: without equity, by groups, by groups and professions. After overrides no counts are held at any of them.',
    max: 3,
    optional: true,
  })
  points?: readonly FrontierPointAnswer[];
}

type Asked = Omit<Enquiry, 'question' | 'answer'>;

/** Shapes an enquiry as it was left to a worker. */
export function enquiryAnswer(enquiry: Asked): AnswerOf<EnquiryAnswer> {
  return { ...askedAnswer(enquiry), state: enquiry.state };
}

/** Shapes a replay for the caller. */
export function replayAnswer(enquiry: EnquiryOf<'replay'>): AnswerOf<ReplayAnswer> {
  const { state, answer } = enquiry;
  if (state !== 'answered') {
    return { ...askedAnswer(enquiry), state };
  }
  const { kind, ...found } = answer!;
  return {
    ...askedAnswer(enquiry),
    state: found.difference === undefined ? 'identical' : 'different',
    ...found,
  };
}

/** Shapes a preview for the caller. */
export function previewAnswer({ enquiry, change }: Preview): AnswerOf<PreviewAnswer> {
  return {
    ...enquiryAnswer(enquiry),
    rules: enquiry.question.rules,
    ...(change === undefined ? {} : { change }),
  };
}

/** Shapes a frontier for the caller. */
export function frontierAnswer(enquiry: EnquiryOf<'frontier'>): AnswerOf<FrontierAnswer> {
  const { answer } = enquiry;
  return { ...enquiryAnswer(enquiry), ...(answer === undefined ? {} : { points: answer.points }) };
}

function askedAnswer({ id, roundId, progress, failure, askedAt, answeredAt }: Asked): AnswerOf<AskedAnswer> {
  return {
    ...{ id, roundId, progress },
    ...(failure === undefined ? {} : { failure }),
    askedAt: askedAt.toISOString(),
    ...(answeredAt === undefined ? {} : { answeredAt: answeredAt.toISOString() }),
  };
}
