import { OBJECTIVES, type Objective } from '@evenhand/allocation';
import {
  type Criterion,
  type MatchingRound,
  type MatchingRules,
  type MatchingRun,
  ROUND_STATES,
  type RoundState,
} from '@evenhand/matching';
import {
  ChoiceField,
  CodeField,
  ListField,
  MapField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { choice, code, uuid, wholeNumber } from '../../http/fields/field-kind';
import { NextPage, PageQuery } from '../../http/paging';

const BASIS_POINTS = { min: 0, max: 10_000 };
const weight = (what: string) =>
  WholeNumberField({ description: `Most points for: ${what}.`, ...BASIS_POINTS, optional: true });

/** How many points each criterion can give; they sum to 10,000. What is left out has its default. */
export class WeightsField implements Partial<Record<Criterion, number>> {
  @weight('gaps covered') gap_cover?: number;
  @weight('level of the strengths') strength_level?: number;
  @weight('distance in stage') stage_step?: number;
  @weight('step made') transition?: number;
  @weight('profession') profession?: number;
  @weight('organisation') organisation?: number;
  @weight('region and way of meeting') place?: number;
  @weight('languages') languages?: number;
  @weight('protected time') availability?: number;
}

/** Requests closed and matches confirmed before the round. */
export class PriorAccessField {
  @WholeNumberField({ description: 'Requests closed.', min: 0, max: 1_000_000_000 })
  asked!: number;

  @WholeNumberField({ description: 'Matches confirmed.', min: 0, max: 1_000_000_000 })
  matched!: number;
}

/** Which names stand for professional groups and professions. */
export const PRIOR_PATHS = {
  max: 500,
  keys: /^[A-Za-z0-9._-]{1,64}(\/[A-Za-z0-9._-]{1,64})?$/,
  keysLookLike: 'a professional group or group/profession',
};

/** The rules of a round; what is left out has its default. They are public from the start. */
export class RulesField {
  @TextField({
    description: 'Decides between matchings that are equal in everything else.',
    max: 200,
    optional: true,
  })
  seed?: string;

  @WholeNumberField({
    description: 'The score under which a pair is no match.',
    ...BASIS_POINTS,
    optional: true,
  })
  floor?: number;

  @ObjectField(() => WeightsField, { description: 'Most points by criterion.', optional: true })
  weights?: WeightsField;

  @ListField(choice(OBJECTIVES), {
    description: 'What is optimised, one after the other.',
    min: 1,
    max: 4,
    unique: true,
    optional: true,
  })
  objectives?: Objective[];

  @ListField(wholeNumber({ min: 1, max: 2 }), {
    description: 'Level 1 balances professional groups, level 2 then professions.',
    min: 1,
    max: 2,
    unique: true,
    optional: true,
  })
  equityLevels?: number[];

  @MapField(PriorAccessField, {
    description: 'By group path, such as ahp or ahp/physiotherapist.',
    ...PRIOR_PATHS,
    optional: true,
  })
  prior?: Record<string, PriorAccessField>;
}

/** Whose requests a round takes up. */
export class ScopeField {
  @ListField(code(), {
    description: 'Codes of regions; all without.',
    max: 100,
    unique: true,
    optional: true,
  })
  regions?: string[];

  @ListField(uuid(), { description: 'Organisations; all without.', max: 1000, unique: true, optional: true })
  organisations?: string[];
}

/** A round as it is made. */
export class NewMatchingRound {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @TextField({ description: 'What people call the round.', max: 200, example: 'Autumn 2026' })
  name!: string;

  @ObjectField(() => RulesField, { description: 'The rules.', optional: true })
  rules?: RulesField;

  @ObjectField(() => ScopeField, { description: 'Whose requests it takes up.', optional: true })
  scope?: ScopeField;
}

/** What can be changed of a draft. */
export class MatchingRoundChange {
  @TextField({ description: 'What people call the round.', max: 200, optional: true })
  name?: string;

  @ObjectField(() => RulesField, {
    description: 'The rules, whole: what is left out has its default.',
    optional: true,
  })
  rules?: RulesField;

  @ObjectField(() => ScopeField, { description: 'Whose requests it takes up.', optional: true })
  scope?: ScopeField;
}

/** Which rounds are listed. */
export class MatchingRoundQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ListField(choice(ROUND_STATES), { description: 'Only those in these states.', max: 8, optional: true })
  state?: RoundState[];
}

/** How far a run has come. */
export class ProgressAnswer {
  @TextField({ description: 'What is being done.', max: 64 })
  stage!: string;

  @WholeNumberField({ description: 'Steps done.', min: 0, max: Number.MAX_SAFE_INTEGER })
  done!: number;

  @WholeNumberField({ description: 'Steps in all; may grow.', min: 0, max: Number.MAX_SAFE_INTEGER })
  total!: number;
}

/** Why a round failed. */
export class FailureAnswer {
  @CodeField({ description: 'Code of the reason.' })
  code!: string;

  @TextField({ description: 'The reason, and what can be done.', max: 2000 })
  sentence!: string;
}

/** Where a run may stand. */
export const RUN_STATES = ['queued', 'running', 'solved', 'failed', 'cancelled'] as const;

/** The run that stands for a round. */
export class RunAnswer {
  @WholeNumberField({ description: 'The how-manieth run of its round.', min: 1, max: 1_000_000 })
  attempt!: number;

  @ChoiceField(RUN_STATES, { description: 'Where it stands.' })
  state!: string;

  @ObjectField(() => ProgressAnswer, { description: 'How far it has come.' })
  progress!: ProgressAnswer;

  @TextField({ description: 'SHA-256 of what was frozen, hexadecimal.', min: 64, max: 64 })
  snapshotSha256!: string;

  @TimeField({ description: 'When its input was frozen.' })
  frozenAt!: string;

  @TimeField({ description: 'When it was solved.', optional: true })
  solvedAt?: string;
}

/** A matching round. */
export class MatchingRoundAnswer {
  @UuidField({ description: 'Id of the round.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @TextField({ description: 'What people call the round.', max: 200 })
  name!: string;

  @ChoiceField(ROUND_STATES, { description: 'Where it stands.' })
  state!: RoundState;

  @ObjectField(() => RulesField, { description: 'The rules, with every default filled in.' })
  rules!: MatchingRules;

  @ObjectField(() => ScopeField, { description: 'Whose requests it takes up.' })
  scope!: { readonly regions: readonly string[]; readonly organisations: readonly string[] };

  @ObjectField(() => RunAnswer, { description: 'The run that stands for it.', optional: true })
  run?: RunAnswer;

  @ObjectField(() => FailureAnswer, { description: 'Why it failed.', optional: true })
  failure?: FailureAnswer;

  @TimeField({ description: 'When it was made.' })
  createdAt!: string;

  @TimeField({ description: 'Since when its rules stand as they are.' })
  rulesFixedAt!: string;

  @TimeField({ description: 'When its matches were offered.', optional: true })
  publishedAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of rounds. */
export class MatchingRoundPage extends NextPage {
  @ListField(() => MatchingRoundAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly MatchingRoundAnswer[];
}

/** Shapes a round for the caller. */
export function matchingRoundAnswer(round: MatchingRound, run?: MatchingRun): MatchingRoundAnswer {
  const { id, programmeId, name, state, rules, scope, failure, publishedAt, version } = round;
  return {
    id,
    programmeId,
    name,
    state,
    rules,
    scope,
    ...(run === undefined ? {} : { run: runAnswer(run) }),
    ...(failure === undefined ? {} : { failure }),
    createdAt: round.createdAt.toISOString(),
    rulesFixedAt: round.rulesFixedAt.toISOString(),
    ...(publishedAt === undefined ? {} : { publishedAt: publishedAt.toISOString() }),
    version,
  };
}

function runAnswer({ attempt, state, progress, snapshotSha256, frozenAt, solvedAt }: MatchingRun): RunAnswer {
  return {
    attempt,
    state,
    progress,
    snapshotSha256,
    frozenAt: frozenAt.toISOString(),
    ...(solvedAt === undefined ? {} : { solvedAt: solvedAt.toISOString() }),
  };
}
