import { type ExplanationSample, MOST_SAMPLED, USUAL_SAMPLE } from '@evenhand/matching';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  CodeField,
  ListField,
  ObjectField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { BY_POLICY, DisclosurePolicyAnswer } from '../disclosure-policy.dto';
import { CriterionPointsAnswer } from './proposals.dto';
import { UnmatchedReasonAnswer } from './round-outcome.dto';

/** How many explanations are wanted. */
export class ExplanationSampleQuery {
  @WholeNumberField({
    description: `How many; ${USUAL_SAMPLE} unless it is said.`,
    ...{ min: 1, max: MOST_SAMPLED, optional: true },
  })
  size?: number;
}

/** A topic that enough people of the round ask help with. */
export class SampledTopicAnswer {
  @CodeField({ description: 'Code of the competency or experience.' })
  topic!: string;

  @TextField({ description: 'Its title.', max: 300 })
  title!: string;

  @ChoiceField(['whole', 'half'], { description: 'How far the mentor can help with it.', optional: true })
  cover?: 'whole' | 'half';
}

/** An explanation, about nobody in particular. */
export class SampledExplanationAnswer {
  @TextField({ description: 'Pseudonym in this round of whoever asked.', max: 100 })
  pseudonym!: string;

  @CodeField({
    description: 'Professional group; absent where fewer have it than the smallest count told.',
    optional: true,
  })
  group?: string;

  @CodeField({ description: 'Profession; absent where fewer are alike.', optional: true })
  profession?: string;

  @CodeField({ description: 'Stage; absent where fewer are alike.', optional: true })
  stage?: string;

  @ChoiceField(['matched', 'unmatched'], { description: 'Which of the parts below are there.' })
  kind!: 'matched' | 'unmatched';

  @WholeNumberField({ description: 'Sum of the points.', min: 0, max: 10_000, optional: true })
  score?: number;

  @ListField(() => CriterionPointsAnswer, {
    description: 'Points by criterion.',
    ...{ max: 20, optional: true },
  })
  points?: readonly CriterionPointsAnswer[];

  @ListField(() => SampledTopicAnswer, {
    description: 'Gaps that the mentor can help with.',
    ...{ max: 5, optional: true },
  })
  gaps?: readonly SampledTopicAnswer[];

  @ListField(() => SampledTopicAnswer, { description: 'Gaps that stay open.', max: 5, optional: true })
  gapsNotCovered?: readonly SampledTopicAnswer[];

  @ObjectField(() => UnmatchedReasonAnswer, {
    description: 'Why there is no match, in round numbers.',
    optional: true,
  })
  reason?: UnmatchedReasonAnswer;
}

/** Some explanations of a round. */
export class ExplanationSampleAnswer {
  @UuidField({ description: 'Id of the round.' })
  roundId!: string;

  @TextField({ description: 'SHA-256 of what was frozen, which chose them.', min: 64, max: 64 })
  snapshotSha256!: string;

  @ObjectField(() => DisclosurePolicyAnswer, { description: BY_POLICY })
  policy!: DisclosurePolicyAnswer;

  @ListField(() => SampledExplanationAnswer, { description: 'In the order drawn.', max: MOST_SAMPLED })
  explanations!: readonly SampledExplanationAnswer[];
}

/** Shapes a sample for an auditor. */
export function explanationSampleAnswer(sample: ExplanationSample): AnswerOf<ExplanationSampleAnswer> {
  return sample;
}
