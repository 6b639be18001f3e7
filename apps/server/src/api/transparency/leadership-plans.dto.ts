import type { PublicPlan, PublicPlanSnapshot } from '@evenhand/talent';
import { ListField, ObjectField, TextField, TimeField, UuidField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { PlanOutlineAnswer, planOutlineAnswer } from '../leadership-plan/plan-outline.dto';

/** A plan as a board published it. */
export class PublicPlanSummary {
  @UuidField({ description: 'Id of the snapshot.' })
  id!: string;

  @TextField({ description: 'The programme.', max: 200 })
  programme!: string;

  @TimeField({ description: 'When it was published.' })
  publishedAt!: string;

  @TimeField({ description: 'When its counts were taken.' })
  countedAt!: string;
}

/** One page of published plans. */
export class PublicPlanPage extends NextPage {
  @ListField(() => PublicPlanSummary, { description: 'The newest first.', max: 200 })
  items!: readonly PublicPlanSummary[];
}

/** The same with what it tells. */
export class PublicPlanAnswer extends PublicPlanSummary {
  @ObjectField(() => PlanOutlineAnswer, { description: 'What it tells.' })
  outline!: PlanOutlineAnswer;
}

/** Shapes what a list shows of a published plan. */
export function publicPlanSummary(snapshot: PublicPlanSnapshot): PublicPlanSummary {
  const { id, programmeTitle, publishedAt, countedAt } = snapshot;
  return {
    ...{ id, programme: programmeTitle },
    ...{ publishedAt: publishedAt.toISOString(), countedAt: countedAt.toISOString() },
  };
}

/** Shapes a published plan for everybody. */
export function publicPlanAnswer(plan: PublicPlan): PublicPlanAnswer {
  const { id, programme, publishedAt, countedAt } = publicPlanSummary(plan);
  return { id, programme, publishedAt, countedAt, outline: planOutlineAnswer(plan.outline) };
}
