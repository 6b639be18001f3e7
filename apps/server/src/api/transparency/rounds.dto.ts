import { ROUND_STATES, type RoundState, type TransparentRound } from '@evenhand/matching';
import { OmitType } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  CodeField,
  ListField,
  MapField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { VerdictAnswer } from '../matching/round-outcome.dto';
import { PRIOR_PATHS, RulesField, ScopeField } from '../matching/matching-rounds.dto';
import { BY_POLICY, DisclosurePolicyAnswer } from '../disclosure-policy.dto';
import { ReleasedField } from './released-field';

/** Released counts of one professional group, or of all. */
class ReleasedCountsAnswer {
  @ReleasedField('Places offered, rounded')
  places!: number | null;

  @ReleasedField('People who asked, rounded')
  asked!: number | null;

  @ReleasedField('People proposed a mentor, rounded')
  matched!: number | null;
}

/** How a professional group fared, as the public may see it. */
export class ReleasedAccessAnswer extends ReleasedCountsAnswer {
  @CodeField({ description: 'Code of the professional group.' })
  path!: string;

  @TextField({ description: 'Its title.', max: 200 })
  title!: string;

  @ReleasedField('Matched of those who asked in whole per cent, from the rounded counts')
  accessRate!: number | null;
}

/** Access before a round, as the public may see it. */
class ReleasedPriorAnswer {
  @ReleasedField('Requests closed, rounded')
  asked!: number | null;

  @ReleasedField('Matches confirmed, rounded')
  matched!: number | null;
}

/** The rules of a round: all that decides, as they are, and the counts among them as any count is released. */
class TransparentRulesAnswer extends OmitType(RulesField, ['prior'] as const) {
  @MapField(ReleasedPriorAnswer, {
    description: 'Access before the round, by group path, such as ahp or ahp/physiotherapist.',
    ...PRIOR_PATHS,
  })
  prior!: Record<string, ReleasedPriorAnswer>;
}

/** A statement with a signature that anybody can check. */
class SignedStatementAnswer {
  @TextField({
    description: 'What is signed: JSON, to the byte, with the hash, rules, engine and verdict of the round.',
    max: 1_000_000,
  })
  statement!: string;

  @TextField({ description: 'The key that signed: see signing-keys.', min: 64, max: 64 })
  keyId!: string;

  @TextField({ description: 'Ed25519 over the UTF-8 bytes of the statement, in base64.', min: 88, max: 88 })
  signature!: string;
}

/** A round as the public may see it. */
export class TransparentRoundAnswer {
  @UuidField({ description: 'Id of the round.' })
  id!: string;

  @TextField({ description: 'What people call the round.', max: 200 })
  name!: string;

  @TextField({ description: 'Name of the programme.', max: 200 })
  programme!: string;

  @ChoiceField(ROUND_STATES, { description: 'Where it stands.' })
  state!: RoundState;

  @ObjectField(() => TransparentRulesAnswer, {
    description: 'The rules, public before anybody is matched by them.',
  })
  rules!: TransparentRound['rules'];

  @ObjectField(() => DisclosurePolicyAnswer, { description: BY_POLICY })
  policy!: DisclosurePolicyAnswer;

  @TimeField({ description: 'Since when the rules stand as they are.' })
  rulesFixedAt!: string;

  @ObjectField(() => ScopeField, { description: 'Whose requests it takes up.' })
  scope!: TransparentRound['scope'];

  @TextField({ description: 'Version of the catalogue that its codes are of.', max: 100 })
  catalogue!: string;

  @TextField({ description: 'The engine that solved it.', max: 100, optional: true })
  engine?: string;

  @ObjectField(() => VerdictAnswer, {
    description:
      'That its result was shown to be the best one by these rules and what it says was given, once the round is published.',
    optional: true,
  })
  verdict?: VerdictAnswer;

  @ObjectField(() => SignedStatementAnswer, {
    description:
      'The same as this installation signs it; where the round is published and the installation has a key.',
    optional: true,
  })
  signed?: SignedStatementAnswer;

  @TimeField({
    description: 'When its input was frozen; not of a draft or a cancelled round.',
    optional: true,
  })
  frozenAt?: string;

  @TextField({ description: 'SHA-256 of what was frozen, hexadecimal.', min: 64, max: 64, optional: true })
  snapshotSha256?: string;

  @TimeField({ description: 'When its matches were offered.', optional: true })
  publishedAt?: string;

  @ListField(() => ReleasedAccessAnswer, {
    description: 'Access by professional group, once the round is published.',
    max: 200,
    optional: true,
  })
  rows?: readonly ReleasedAccessAnswer[];

  @ObjectField(() => ReleasedCountsAnswer, { description: 'All groups together.', optional: true })
  totals?: ReleasedCountsAnswer;
}

/** One page of rounds. */
export class TransparentRoundPage extends NextPage {
  @ListField(() => TransparentRoundAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly TransparentRoundAnswer[];
}

/** Shapes a round for the public. */
export function transparentRoundAnswer(round: TransparentRound): AnswerOf<TransparentRoundAnswer> {
  const { rulesFixedAt, frozenAt, publishedAt, ...rest } = round;
  return {
    ...rest,
    rulesFixedAt: rulesFixedAt.toISOString(),
    ...(frozenAt === undefined ? {} : { frozenAt: frozenAt.toISOString() }),
    ...(publishedAt === undefined ? {} : { publishedAt: publishedAt.toISOString() }),
  };
}
