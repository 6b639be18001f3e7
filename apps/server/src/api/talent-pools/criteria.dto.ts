import {
  ASSESSMENT_DIMENSIONS,
  CONDITION_KINDS,
  type CriteriaVersion,
  type Finding,
  FINDINGS,
  TOP_LEVEL,
  type WantedCondition,
  type WantedCriterion,
} from '@evenhand/talent';
import type { AnswerOf } from '../../http/exchange';
import { code, text, uuid } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  ListField,
  TextField,
  TimeField,
  WholeNumberField,
} from '../../http/fields/fields';

const NUMBER = { min: 1, max: 1_000_000_000 };
const SENTENCE = { description: 'What it asks, in one plain sentence.', max: 500 };

/** Something about a person that the service can look up. */
export class ConditionField implements WantedCondition {
  @CodeField({
    description:
      `What it asks: ${CONDITION_KINDS.join(', ')}. \`stage\`: holds a post of this stage or a higher one. ` +
      '`region`, `organisation`: holds a post in one of these. `in_post`: has held a present post for so many months. ' +
      '`practised`: has practised the topic at this stage or a higher one. `readiness`: was found ready by then. ' +
      '`assessment`: was found at this level of the dimension or a higher one.',
    example: 'stage',
  })
  asks!: string;

  @CodeField({ description: 'Code of a stage; for `stage` and `practised`.', optional: true })
  stage?: string;

  @ListField(code(), { description: 'Codes of regions; for `region`.', max: 50, optional: true })
  regions?: string[];

  @ListField(uuid(), { description: 'Ids of organisations; for `organisation`.', max: 200, optional: true })
  organisationIds?: string[];

  @WholeNumberField({ description: 'Whole months; for `in_post`.', min: 1, max: 600, optional: true })
  months?: number;

  @CodeField({ description: 'Code of a competency or experience; for `practised`.', optional: true })
  topic?: string;

  @CodeField({ description: 'Code of a horizon; for `readiness`.', optional: true })
  horizon?: string;

  @ChoiceField(ASSESSMENT_DIMENSIONS, { description: 'For `assessment`.', optional: true })
  dimension?: string;

  @WholeNumberField({ description: 'For `assessment`.', min: 0, max: TOP_LEVEL, optional: true })
  level?: number;
}

/** One thing that people are looked at for. */
export class CriterionField implements WantedCriterion {
  @CodeField({ description: 'Names the criterion throughout its versions.', example: 'leads-across' })
  code!: string;

  @TextField(SENTENCE)
  sentence!: string;

  @ListField(() => ConditionField, {
    description:
      'The same as a rule over what the service holds: one of these is enough. Left out where people alone can tell.',
    min: 1,
    max: 20,
    optional: true,
  })
  rule?: ConditionField[];
}

/** What a pool is to ask from now on. */
export class NewCriteria {
  @ListField(() => CriterionField, {
    description: 'All of them; codes differ, and none names a protected characteristic.',
    min: 1,
    max: 50,
  })
  criteria!: CriterionField[];

  @TextField({ description: 'Why these, or what changes and why.', max: 2000, lines: true })
  reason!: string;
}

/** What a pool asks, or asked. */
export class CriteriaAnswer {
  @WholeNumberField({ description: 'From 1.', ...NUMBER })
  number!: number;

  @ListField(() => CriterionField, { description: 'What it asks.', min: 1, max: 50 })
  criteria!: readonly CriterionField[];

  @TimeField({ description: 'From when it holds, until the next version does.' })
  from!: string;

  @TextField({ description: 'Why these, or what changed and why.', max: 2000, lines: true })
  reason!: string;
}

/** Every version of a pool's criteria. */
export class CriteriaList {
  @ListField(() => CriteriaAnswer, { description: 'The newest first.', max: 100 })
  items!: readonly CriteriaAnswer[];
}

/** What was found about one criterion. */
export class CriterionFindingAnswer {
  @CodeField({ description: 'The criterion.' })
  code!: string;

  @TextField(SENTENCE)
  sentence!: string;

  @ChoiceField(FINDINGS, {
    description: 'By what the service holds; `not_known` says nothing against anybody.',
  })
  finding!: Finding;

  @ListField(text({ max: 1000 }), {
    description: 'Why, one sentence for each condition of its rule.',
    max: 20,
  })
  because!: readonly string[];
}

/** How a member stands to what the pool asks now. It informs whoever decides, and decides nothing. */
export class CriteriaMetAnswer {
  @WholeNumberField({ description: 'The version that holds now.', ...NUMBER })
  criteriaVersion!: number;

  @ListField(() => CriterionFindingAnswer, { description: 'For each criterion.', max: 50 })
  findings!: readonly CriterionFindingAnswer[];
}

/** Shapes a version of criteria for the caller. */
export function criteriaAnswer({ from, criteria, ...version }: CriteriaVersion): AnswerOf<CriteriaAnswer> {
  return { ...version, criteria, from: from.toISOString() };
}
