import {
  ACTION_STATES,
  type ActionState,
  type Assumption,
  ASSUMPTION_KINDS,
  type AssumptionKind,
  type PercentRange,
  type PlanAction,
  type PlanEntry,
  type PlanEntryContents,
  type PlanEntryKind,
  type PlanRisk,
  RISK_KINDS,
  RISK_STATES,
  type Scenario,
} from '@evenhand/talent';
import {
  ChoiceField,
  CodeField,
  DayField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { REGION, VERSION } from './leadership-plan.dto';
import { OWNER } from './plan-sections.dto';

const SCALE = { min: 1, max: 5 };

/** What is to be done. */
export class PlanActionBody implements PlanAction {
  @CodeField({ description: 'Code of the chapter that it belongs to.', example: 'closing_gaps' })
  chapter!: string;

  @TextField({ description: 'What will be done.', max: 500 })
  title!: string;

  @TextField(OWNER)
  owner!: string;

  @DayField({ description: 'The day by which it is to be done.' })
  dueOn!: string;

  @ChoiceField(ACTION_STATES, { description: 'Where it stands.' })
  state!: ActionState;
}

/** What stands in the way, or may. */
export class PlanRiskBody implements PlanRisk {
  @ChoiceField(RISK_KINDS, { description: 'A barrier is there already, a risk may come.' })
  kind!: PlanRisk['kind'];

  @TextField({ description: 'What it is.', max: 2000, lines: true })
  description!: string;

  @CodeField({ description: 'Code of the level of escalation.', example: 'regional' })
  escalation!: string;

  @WholeNumberField({ description: 'From 1, hardly, to 5, almost surely; of a barrier 5.', ...SCALE })
  likelihood!: number;

  @WholeNumberField({ description: 'From 1, little, to 5, the plan fails.', ...SCALE })
  impact!: number;

  @TextField({ description: 'What is done about it.', max: 2000, lines: true })
  mitigation!: string;

  @TextField(OWNER)
  owner!: string;

  @ChoiceField(RISK_STATES, { description: 'Where it stands.' })
  state!: PlanRisk['state'];
}

const percent = (description: string) => WholeNumberField({ description, min: 0, max: 500 });

/** A percentage that is not known for sure. */
export class PercentRangeField implements PercentRange {
  @percent('At least.')
  low!: number;

  @percent('Most likely.')
  likely!: number;

  @percent('At most.')
  high!: number;
}

/** What is assumed of the years to come. */
export class AssumptionField implements Assumption {
  @ChoiceField(ASSUMPTION_KINDS, {
    description:
      'Of every hundred: held critical posts that fall vacant within the horizon; posts added to those of now; ready people who would take up a post (100 where nothing is assumed).',
  })
  kind!: AssumptionKind;

  @ObjectField(() => PercentRangeField, { description: 'Whole per cent: retirements and conversion to 100.' })
  percent!: PercentRangeField;

  @CodeField({ description: 'Code of the horizon; left out for conversion.', optional: true })
  horizon?: string;

  @UuidField({ description: 'Only for this organisation.', optional: true })
  organisationId?: string;

  @CodeField({ ...REGION, optional: true })
  region?: string;

  @CodeField({ description: 'Only for posts and people of this profession.', optional: true })
  profession?: string;
}

/** Assumptions under a name. */
export class ScenarioBody implements Scenario {
  @TextField({ description: 'What the scenario is called.', max: 200 })
  title!: string;

  @ListField(() => AssumptionField, { description: 'What is assumed.', max: 100 })
  assumptions!: readonly AssumptionField[];
}

/** An action, as the plan has it. */
export class PlanActionAnswer extends PlanActionBody {
  @UuidField({ description: 'Id of the action.' })
  id!: string;

  @TimeField({ description: 'When it was added.' })
  addedAt!: string;

  @WholeNumberField(VERSION)
  version!: number;
}

/** A barrier or risk, as the plan has it. */
export class PlanRiskAnswer extends PlanRiskBody {
  @UuidField({ description: 'Id of the barrier or risk.' })
  id!: string;

  @TimeField({ description: 'When it was added.' })
  addedAt!: string;

  @WholeNumberField(VERSION)
  version!: number;
}

/** A scenario, as the plan has it. */
export class ScenarioAnswer extends ScenarioBody {
  @UuidField({ description: 'Id of the scenario.' })
  id!: string;

  @TimeField({ description: 'When it was added.' })
  addedAt!: string;

  @WholeNumberField(VERSION)
  version!: number;
}

/** One page of actions. */
export class PlanActionPage extends NextPage {
  @ListField(() => PlanActionAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly PlanActionAnswer[];
}

/** One page of barriers and risks. */
export class PlanRiskPage extends NextPage {
  @ListField(() => PlanRiskAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly PlanRiskAnswer[];
}

/** One page of scenarios. */
export class ScenarioPage extends NextPage {
  @ListField(() => ScenarioAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly ScenarioAnswer[];
}

/** Shapes an entry of any kind for the caller. */
export function planEntryAnswer<Kind extends PlanEntryKind>({
  id,
  content,
  addedAt,
  version,
}: PlanEntry<Kind>): PlanEntryContents[Kind] & KeptEntry {
  return { ...content, id, addedAt: addedAt.toISOString(), version };
}

/** What every entry has beside what it says. */
interface KeptEntry {
  readonly id: string;
  readonly addedAt: string;
  readonly version: number;
}
