import {
  type AccessRow,
  PROPOSAL_STATES,
  type ProposalState,
  type RequestExplanation,
  type RoundAccess,
  type RoundCertificate,
  type RoundResult,
  type UnmatchedExplanation,
} from '@evenhand/matching';
import { ApiProperty } from '@nestjs/swagger';
import type { AnswerOf } from '../../http/exchange';
import { text, wholeNumber } from '../../http/fields/field-kind';
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
import {
  AuditedOverrideAnswer,
  auditedOverrideAnswer,
  PairOverrideAnswer,
  pairOverrideAnswer,
} from './overrides.dto';
import { CoveredGapAnswer, CriterionPointsAnswer, UncoveredGapAnswer } from './proposals.dto';

const MOST = 1_000_000_000;
const people = (description: string) => WholeNumberField({ description, min: 0, max: MOST });
const share = (description: string) =>
  ListField(wholeNumber({ min: 0, max: MOST }), {
    description: `${description}, as count and of how many; absent where it would be a share of nobody.`,
    min: 2,
    max: 2,
    optional: true,
  });
const erasable = (description: string) =>
  ApiProperty({
    description: `${description}; null where the person was erased since.`,
    oneOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }],
  });
/** A count as it is, or in words for whoever is not to read small ones. */
const countOrWords = (description: string) =>
  ApiProperty({
    description: `${description}. In words ("about 25", and by default "fewer than 10") for the person concerned.`,
    oneOf: [{ type: 'integer', minimum: 0 }, { type: 'string' }],
  });

/** Everybody together. */
export class RoundTotals {
  @people('People who asked.') asked!: number;
  @people('People who are matched.') matched!: number;
  @people('Mentors who take part.') mentors!: number;
  @people('Places that they offer.') places!: number;
}

/** How a professional group or a profession fared. */
export class AccessRowAnswer {
  @TextField({ description: 'Group path, such as ahp or ahp/physiotherapist.', max: 129 })
  path!: string;

  @TextField({ description: 'Title of the group or profession.', max: 200 })
  title!: string;

  @WholeNumberField({
    description: 'People in scope, where headcounts were given.',
    min: 0,
    max: MOST,
    optional: true,
  })
  inScope?: number;

  @people('People who asked.') asked!: number;
  @people('People who are matched.') matched!: number;
  @people('Asked, and no mentor passes the rules with them.') noEligibleMentor!: number;
  @people('Asked, and the eligible mentors have no place left.') shortOfPlaces!: number;

  @WholeNumberField({
    description: 'Asked, and a match would add nothing to what the round optimises, where there are any.',
    min: 0,
    max: MOST,
    optional: true,
  })
  nothingGained?: number;

  @share('Asked of those in scope') askRate?: readonly number[];
  @share('Matched of those who asked') accessRate?: readonly number[];
  @share('Matched of those in scope') reach?: readonly number[];
  @share('Matched of those who asked, rounds before included') rateWithPrior?: readonly number[];
  @people('Mentors with this background.') mentors!: number;
  @people('Places that they offer.') places!: number;
}

/** Access, ask rate, reach and supply, as true counts. */
export class RoundAccessAnswer {
  @UuidField({ description: 'Id of the round.' })
  roundId!: string;

  @ObjectField(() => RoundTotals, { description: 'Everybody together.' })
  totals!: RoundTotals;

  @ListField(() => AccessRowAnswer, { description: 'By professional group.', max: 1000 })
  groups!: readonly AccessRowAnswer[];

  @ListField(() => AccessRowAnswer, { description: 'By profession.', max: 1000 })
  professions!: readonly AccessRowAnswer[];
}

/** How many mentors one rule keeps from somebody. */
export class RuleCountAnswer {
  @CodeField({ description: 'Code of the rule.' })
  rule!: string;

  @TextField({ description: 'The rule as people read it.', max: 300 })
  title!: string;

  @countOrWords('It is the first rule that they break') first!: number | string;
  @countOrWords('They break it, whatever else they break') broken!: number | string;
  @countOrWords('They break it and no other') alone!: number | string;
}

/** How many people share how few places. */
export class ShortageAnswer {
  @countOrWords('People whom only these places can help') people!: number | string;
  @countOrWords('The places') places!: number | string;
  @countOrWords('Mentors who offer them') mentors!: number | string;
}

/** Why somebody has no mentor. */
export class UnmatchedReasonAnswer {
  @CodeField({ description: 'Code of the reason.' })
  code!: string;

  @TextField({ description: 'The reason in plain words.', max: 4000 })
  sentence!: string;

  @countOrWords('Mentors who are eligible') eligibleMentors!: number | string;
  @countOrWords('Places that they offer') places!: number | string;
  @countOrWords('How many of these went to others') placesTaken!: number | string;

  @ObjectField(() => ShortageAnswer, { description: 'With whom they share these places.', optional: true })
  shortage?: ShortageAnswer;

  @ListField(() => RuleCountAnswer, { description: 'Every rule that at least one mentor breaks.', max: 100 })
  rules!: readonly RuleCountAnswer[];
}

/** What a match is worth, point by point. */
export class MatchAnswer {
  @erasable('The request') requestId!: string | null;
  @erasable('The mentee') menteeId!: string | null;
  @erasable('The mentor') mentorId!: string | null;

  @WholeNumberField({ description: 'Sum of the points.', min: 0, max: 10_000 })
  score!: number;

  @ListField(() => CriterionPointsAnswer, { description: 'Points by criterion.', max: 20 })
  points!: readonly CriterionPointsAnswer[];

  @ListField(() => CoveredGapAnswer, { description: 'Gaps that the mentor can help with.', max: 5 })
  gaps!: readonly CoveredGapAnswer[];

  @ListField(() => UncoveredGapAnswer, { description: 'Gaps that stay open.', max: 5 })
  gapsNotCovered!: readonly UncoveredGapAnswer[];

  @ListField(text({ max: 1000 }), { description: 'What both should know before they say yes.', max: 20 })
  notes!: readonly string[];
}

/** A match as those who run the round see it. */
export class ResultMatchAnswer extends MatchAnswer {
  @WholeNumberField({
    description:
      'Where the mentor stands among those eligible for the mentee, by score: 1 for the best, and the best rank for all ' +
      'who have the same score. Eligible is who is so by the rules, whatever was decided about single pairs; where the ' +
      'run fills the round again, who still has a free place. Absent where it was solved before this was kept.',
    min: 1,
    max: 1_000_000_000,
    optional: true,
  })
  mentorRank?: number;

  @WholeNumberField({
    description: 'Mentors eligible for the mentee, this one among them; absent as the rank is.',
    min: 1,
    max: 1_000_000_000,
    optional: true,
  })
  eligibleMentors?: number;
}

/** Somebody without a match, and why. */
export class UnmatchedAnswer extends UnmatchedReasonAnswer {
  @erasable('The request') requestId!: string | null;
  @erasable('The mentee') menteeId!: string | null;
}

/** Something that people ask help with and nobody offers. */
export class GapNobodyOffersAnswer {
  @CodeField({ description: 'Code of the competency or experience.' })
  topic!: string;

  @TextField({ description: 'Its title.', max: 300 })
  title!: string;

  @CodeField({ description: 'Stage at which it is asked for.' })
  stage!: string;

  @people('People who ask for it.') mentees!: number;
}

/** Something that those who run the round should be told. */
export class NoticeAnswer {
  @CodeField({ description: 'Code of the notice.' })
  code!: string;

  @TextField({ description: 'What it says.', max: 2000 })
  sentence!: string;
}

/** What came of a round, by person. */
export class RoundResultAnswer {
  @UuidField({ description: 'Id of the round.' })
  roundId!: string;

  @TextField({ description: 'SHA-256 of what was frozen, hexadecimal.', min: 64, max: 64 })
  snapshotSha256!: string;

  @ObjectField(() => RoundTotals, { description: 'Everybody together.' })
  totals!: RoundTotals;

  @ListField(() => ResultMatchAnswer, { description: 'Who is matched with whom.', max: 200_000 })
  matches!: readonly ResultMatchAnswer[];

  @ListField(() => UnmatchedAnswer, { description: 'Who is not, and why.', max: 200_000 })
  unmatched!: readonly UnmatchedAnswer[];

  @ListField(() => GapNobodyOffersAnswer, { description: 'What is asked for and nobody offers.', max: 1000 })
  gapsNobodyOffers!: readonly GapNobodyOffersAnswer[];

  @ListField(() => NoticeAnswer, { description: 'What else there is to know.', max: 1000 })
  notices!: readonly NoticeAnswer[];

  @ListField(() => PairOverrideAnswer, {
    description: 'What people decided about single pairs; the rest was matched around it.',
    max: 100_000,
  })
  overrides!: readonly PairOverrideAnswer[];
}

/** Why a request is matched, or why not. */
export class ExplanationAnswer {
  @ChoiceField(['matched', 'unmatched'], { description: 'Which of the two parts is there.' })
  kind!: 'matched' | 'unmatched';

  @UuidField({ description: 'The request.' })
  requestId!: string;

  @ObjectField(() => MatchAnswer, { description: 'What the match is worth, point by point.', optional: true })
  match?: MatchAnswer;

  @ChoiceField(PROPOSAL_STATES, {
    description: 'What became of the match since; absent where it was never offered to its people.',
    optional: true,
  })
  proposalState?: ProposalState;

  @ObjectField(() => UnmatchedReasonAnswer, { description: 'Why there is none.', optional: true })
  reason?: UnmatchedReasonAnswer;
}

/** As `docs/files.md` describes it; people stand in it as places in lists alone. */
const CERTIFICATE = {
  type: 'object',
  description: 'Prices that prove the matching the best one, and who shares which places.',
  additionalProperties: true,
} as const;

/** That a result was shown to be the best one. */
export class VerdictAnswer {
  @FlagField({ description: 'Always true: a result that does not pass is never kept.' })
  valid!: true;

  @TextField({ description: 'The engine that solved it.', max: 100 })
  engine!: string;

  @TextField({ description: 'SHA-256 of the problem that was solved, hexadecimal.', min: 64, max: 64 })
  problemSha256!: string;

  @FlagField({
    description:
      'Present, and true, where people decided about single pairs: it is the best one given these, and given what `countsHeld` says.',
    optional: true,
  })
  overridden?: true;

  @FlagField({
    description:
      'Present, and true, where it is the best one of those alone that leave every group its number of matches before the last decision: every profession too, where the rules balance these.',
    optional: true,
  })
  countsHeld?: true;
}

/** The certificate of a round, with the verdict of the verifier. */
export class CertificateAnswer extends VerdictAnswer {
  @UuidField({ description: 'Id of the round.' })
  roundId!: string;

  @TextField({ description: 'SHA-256 of what was frozen, hexadecimal.', min: 64, max: 64 })
  snapshotSha256!: string;

  @ApiProperty(CERTIFICATE)
  certificate!: RoundCertificate['certificate'];

  @ListField(() => AuditedOverrideAnswer, {
    description:
      'What people decided about single pairs, where they did. Who is pinned is no mentee of the problem.',
    max: 100_000,
    optional: true,
  })
  overrides?: readonly AuditedOverrideAnswer[];

  @FlagField({
    description: 'Whether the last of them left every group and profession its number of matches.',
    optional: true,
  })
  countsKept?: boolean;
}

/** What a result document says (`evenhand.result/1`), in which people stand under the pseudonyms of the round. */
export const RESULT_DOCUMENT = {
  type: 'object',
  required: ['format', 'problemSha256', 'assignments', 'summary', 'engine'],
  properties: {
    format: { type: 'string', enum: ['evenhand.result/1'] },
    problemSha256: { type: 'string', minLength: 64, maxLength: 64 },
    assignments: {
      type: 'array',
      description: 'Pairs of mentee and mentor, sorted by mentee.',
      items: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
    },
    summary: {
      type: 'object',
      description: 'What the assignments reach in each objective.',
      additionalProperties: true,
    },
    certificate: CERTIFICATE,
    engine: { type: 'string' },
  },
};

/** Shapes a certificate for the caller. */
export function certificateAnswer(proven: RoundCertificate): AnswerOf<CertificateAnswer> {
  const { round, run, verdict, certificate, given } = proven;
  return {
    ...{ roundId: round.id, snapshotSha256: run.snapshotSha256, ...verdict, certificate },
    ...(given === undefined
      ? {}
      : { overrides: given.overrides.map(auditedOverrideAnswer), countsKept: given.countsKept }),
  };
}

/** Shapes access for the caller. */
export function roundAccessAnswer(access: RoundAccess): AnswerOf<RoundAccessAnswer> {
  const { round, totals, groups, professions } = access;
  return {
    roundId: round.id,
    totals,
    groups: groups.map(rowAnswer),
    professions: professions.map(rowAnswer),
  };
}

function rowAnswer({ prior, ...row }: AccessRow): AnswerOf<AccessRowAnswer> {
  return row;
}

/** Shapes a result for the caller. */
export function roundResultAnswer(result: RoundResult): AnswerOf<RoundResultAnswer> {
  const { round, run, totals, matches, unmatched, gapsNobodyOffers, notices, overrides } = result;
  return {
    roundId: round.id,
    snapshotSha256: run.snapshotSha256,
    totals,
    matches,
    unmatched,
    gapsNobodyOffers,
    notices,
    overrides: overrides.map(pairOverrideAnswer),
  };
}

/** Shapes an explanation for the caller. */
export function explanationAnswer(explanation: RequestExplanation): AnswerOf<ExplanationAnswer> {
  const { kind, requestId } = explanation;
  if (explanation.kind === 'unmatched') {
    return { kind, requestId, reason: reasonOf(explanation) };
  }
  const { proposalState } = explanation;
  const match = matchOf(explanation);
  return { kind, requestId, match, ...(proposalState === undefined ? {} : { proposalState }) };
}

function matchOf({
  kind,
  proposalState,
  ...match
}: Extract<RequestExplanation, { kind: 'matched' }>): AnswerOf<MatchAnswer> {
  return match;
}

function reasonOf({
  kind,
  requestId,
  menteeId,
  ...reason
}: UnmatchedExplanation): AnswerOf<UnmatchedReasonAnswer> {
  return reason;
}
