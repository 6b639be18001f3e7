import {
  type CompositionRow,
  type CriteriaVersion,
  type Criterion,
  POOL_STATES,
  type PoolComposition,
  type PoolState,
  type TalentPool,
  type WayIn,
  WAYS_IN,
} from '@evenhand/talent';
import {
  ChoiceField,
  CodeField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { choice } from '../../http/fields/field-kind';
import { NextPage, PageQuery } from '../../http/paging';

const TITLE = { description: 'What the pool is called.', max: 200 };
const PURPOSE = { description: 'What the pool is for.', max: 2000, lines: true } as const;
const MANY = { min: 0, max: 1_000_000_000 };
const ways = () =>
  ListField(choice(WAYS_IN), { description: 'How people come in.', min: 1, max: 2, unique: true });

/** A pool to be drafted. */
export class NewTalentPool {
  @UuidField({ description: 'The programme that it belongs to.' })
  programmeId!: string;

  @TextField(TITLE)
  title!: string;

  @TextField(PURPOSE)
  purpose!: string;

  @ways()
  waysIn!: WayIn[];
}

/** What is changed of a pool; what is left out stays. */
export class TalentPoolChange {
  @TextField({ ...TITLE, optional: true })
  title?: string;

  @TextField({ ...PURPOSE, optional: true })
  purpose?: string;
}

/** Which pools are listed. */
export class TalentPoolQuery extends PageQuery {
  @UuidField({ description: 'Only those of this programme.', optional: true })
  programme?: string;

  @ListField(choice(POOL_STATES), {
    description: 'Only those in these states.',
    min: 1,
    max: 3,
    optional: true,
  })
  state?: PoolState[];
}

/** A talent pool. */
export class TalentPoolAnswer {
  @UuidField({ description: 'Id of the pool.' })
  id!: string;

  @UuidField({ description: 'The programme that it belongs to.' })
  programmeId!: string;

  @TextField(TITLE)
  title!: string;

  @TextField(PURPOSE)
  purpose!: string;

  @ways()
  waysIn!: readonly WayIn[];

  @ChoiceField(POOL_STATES, { description: 'Where it stands. People come in only while it is open.' })
  state!: PoolState;

  @WholeNumberField({
    description: 'Version of the criteria that holds now; 0 while there is none.',
    ...MANY,
  })
  criteriaVersion!: number;

  @TimeField({ description: 'When it was drafted.' })
  createdAt!: string;

  @TimeField({ description: 'When it was opened.', optional: true })
  openedAt?: string;

  @TimeField({ description: 'When it was closed.', optional: true })
  closedAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of pools. */
export class TalentPoolPage extends NextPage {
  @ListField(() => TalentPoolAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly TalentPoolAnswer[];
}

/** One thing that people are looked at for. */
export class CriterionField implements Criterion {
  @CodeField({ description: 'Names the criterion throughout its versions.', example: 'leads-across' })
  code!: string;

  @TextField({ description: 'What it asks, in one plain sentence.', max: 500 })
  sentence!: string;
}

/** What a pool is to ask from now on. */
export class NewCriteria {
  @ListField(() => CriterionField, { description: 'All of them; codes differ.', min: 1, max: 50 })
  criteria!: [CriterionField, ...CriterionField[]];

  @TextField({ description: 'Why these, or what changes and why.', max: 2000, lines: true })
  reason!: string;
}

/** What a pool asks, or asked. */
export class CriteriaAnswer {
  @WholeNumberField({ description: 'From 1.', min: 1, max: 1_000_000_000 })
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
  @ListField(() => CriteriaAnswer, { description: 'The newest first.', max: 1_000_000 })
  items!: readonly CriteriaAnswer[];
}

/** Members by where they stand. */
export class CompositionCounts {
  @WholeNumberField({ description: 'Have declared their interest and are not assessed yet.', ...MANY })
  interested!: number;

  @WholeNumberField({ description: 'Are assessed and not decided on yet.', ...MANY })
  assessed!: number;

  @WholeNumberField({ description: 'Are in the pool.', ...MANY })
  inPool!: number;
}

/** How many members share something. */
export class CompositionRowAnswer {
  @CodeField({ description: 'Code of the professional group or stage.' })
  code!: string;

  @ObjectField(() => CompositionCounts, { description: 'True counts: not to be passed on.' })
  counts!: CompositionCounts;
}

/** Who a pool is made of. */
export class CompositionAnswer {
  @ListField(() => CompositionRowAnswer, {
    description: 'By professional group of the background.',
    max: 100,
  })
  groups!: readonly CompositionRowAnswer[];

  @ListField(() => CompositionRowAnswer, { description: 'By stage of the main post.', max: 100 })
  stages!: readonly CompositionRowAnswer[];
}

/** Shapes a pool for the caller. */
export function talentPoolAnswer({ createdAt, openedAt, closedAt, ...pool }: TalentPool): TalentPoolAnswer {
  return {
    ...pool,
    createdAt: createdAt.toISOString(),
    ...(openedAt === undefined ? {} : { openedAt: openedAt.toISOString() }),
    ...(closedAt === undefined ? {} : { closedAt: closedAt.toISOString() }),
  };
}

/** Shapes a version of criteria for the caller. */
export function criteriaAnswer({ from, ...version }: CriteriaVersion): CriteriaAnswer {
  return { ...version, from: from.toISOString() };
}

/** Shapes a composition for the board. */
export function compositionAnswer({ groups, stages }: PoolComposition): CompositionAnswer {
  const row = ({ code, counts: { in_pool: inPool, ...counts } }: CompositionRow) => ({
    code,
    counts: { ...counts, inPool },
  });
  return { groups: groups.map(row), stages: stages.map(row) };
}
