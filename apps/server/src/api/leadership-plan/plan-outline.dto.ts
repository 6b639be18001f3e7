import type { PlanOutline } from '@evenhand/talent';
import { DayField, ObjectField, TextField } from '../../http/fields/fields';
import { BY_POLICY, ToldByAnswer } from '../disclosure-policy.dto';
import { LeadershipGapAnswer, leadershipGapAnswer } from './leadership-plan.dto';
import { PlanDashboardAnswer, planDashboardAnswer } from './plan-dashboard.dto';

/** Where the numbers on workforce and community are from. */
export class OutlineBaselineAnswer {
  @TextField({ description: 'Where the numbers are from.', max: 500 })
  source!: string;

  @DayField({ description: 'The day of which they tell.' })
  asOf!: string;
}

/** What a snapshot tells of a plan. */
export class PlanOutlineAnswer {
  @TextField({ description: 'What the plan is called.', max: 200 })
  title!: string;

  @DayField({ description: 'The day from which its years count.' })
  startsOn!: string;

  @ObjectField(() => PlanDashboardAnswer, {
    description:
      'How it was doing. Counts of people, and of posts that tell of people, of which fewer changed than are told of ' +
      'since an earlier snapshot stand as they were told there.',
  })
  dashboard!: PlanDashboardAnswer;

  @ObjectField(() => ToldByAnswer, { description: BY_POLICY })
  toldBy!: ToldByAnswer;

  @ObjectField(() => LeadershipGapAnswer, { description: 'Posts needed, by region; no people.' })
  demand!: LeadershipGapAnswer;

  @ObjectField(() => OutlineBaselineAnswer, {
    description: 'What workforce and community are counted by; absent where no counts were brought in.',
    optional: true,
  })
  baseline?: OutlineBaselineAnswer;
}

/** Shapes what a snapshot tells. */
export function planOutlineAnswer({
  title,
  startsOn,
  dashboard,
  toldBy,
  demand,
  baseline,
}: PlanOutline): PlanOutlineAnswer {
  return {
    ...{ title, startsOn, dashboard: planDashboardAnswer(dashboard), toldBy },
    demand: leadershipGapAnswer(demand),
    ...(baseline === undefined ? {} : { baseline }),
  };
}
