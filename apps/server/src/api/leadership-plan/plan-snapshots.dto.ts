import { PLAN_SNAPSHOT_STATES, type PlanSnapshot, type PlanSnapshotState } from '@evenhand/talent';
import {
  ChoiceField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { PlanOutlineAnswer, planOutlineAnswer } from './plan-outline.dto';

/** A plan as it stood, that is to be public, or is. */
export class PlanSnapshotAnswer {
  @UuidField({ description: 'Id of the snapshot.' })
  id!: string;

  @UuidField({ description: 'The programme whose plan it is of.' })
  programmeId!: string;

  @ChoiceField(PLAN_SNAPSHOT_STATES, { description: 'Where it stands. Published, it stays as it is.' })
  state!: PlanSnapshotState;

  @TimeField({ description: 'When it was put forward, and its counts taken.' })
  countedAt!: string;

  @TimeField({ description: 'When the board decided.', optional: true })
  decidedAt?: string;

  @TextField({ description: 'Why it was turned down.', max: 2000, lines: true, optional: true })
  reason?: string;

  @ObjectField(() => PlanOutlineAnswer, { description: 'What it tells.' })
  outline!: PlanOutlineAnswer;
}

/** One page of snapshots. */
export class PlanSnapshotPage extends NextPage {
  @ListField(() => PlanSnapshotAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly PlanSnapshotAnswer[];
}

/** Shapes a snapshot for those who read the plan. */
export function planSnapshotAnswer(snapshot: PlanSnapshot): PlanSnapshotAnswer {
  const { id, programmeId, state, countedAt, decidedAt, reason, outline } = snapshot;
  return {
    ...{ id, programmeId, state, countedAt: countedAt.toISOString() },
    ...(decidedAt === undefined ? {} : { decidedAt: decidedAt.toISOString() }),
    ...(reason === undefined ? {} : { reason }),
    outline: planOutlineAnswer(outline),
  };
}
