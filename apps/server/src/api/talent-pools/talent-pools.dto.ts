import {
  type ComparedComposition,
  type CompositionRow,
  POOL_STATES,
  type PoolState,
  type TalentPool,
  type WayIn,
  WAYS_IN,
} from '@evenhand/talent';
import type { AnswerOf } from '../../http/exchange';
import {
  ChoiceField,
  CodeField,
  ListField,
  NumberField,
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

/** Where an index would lie with 95% certainty if the members were a sample. */
export class IntervalAnswer {
  @NumberField({ description: 'The lower end.', min: 0, max: 1_000_000_000 })
  lower!: number;

  @NumberField({ description: 'The upper end.', min: 0, max: 1_000_000_000 })
  upper!: number;
}

/** A professional group in a pool beside its part of the workforce. */
export class GroupRepresentationAnswer {
  @CodeField({ description: 'Code of the professional group.' })
  code!: string;

  @WholeNumberField({ description: 'Its people who are in the pool. A true count.', ...MANY })
  members!: number;

  @WholeNumberField({ description: 'Its people in the workforce.', ...MANY })
  people!: number;

  @NumberField({
    description:
      'Its share of those in the pool ÷ its share of the workforce: 1 where both are the same, below 1 where it is less ' +
      'of the pool. Absent where nobody is in the pool, or the group nobody in the workforce.',
    min: 0,
    max: 1_000_000_000,
    optional: true,
  })
  index?: number;

  @ObjectField(() => IntervalAnswer, { description: 'Of the index; absent with it.', optional: true })
  interval?: IntervalAnswer;

  @NumberField({
    description: 'Of the exact binomial test, two-sided; absent where nobody is in the pool.',
    min: 0,
    max: 1,
    optional: true,
  })
  pValue?: number;
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

  @ListField(() => GroupRepresentationAnswer, {
    description: 'Each professional group beside the workforce; absent where no headcounts were given.',
    max: 100,
    optional: true,
  })
  representation?: readonly GroupRepresentationAnswer[];
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

/** Shapes a composition for the board. */
export function compositionAnswer({
  groups,
  stages,
  representation,
}: ComparedComposition): AnswerOf<CompositionAnswer> {
  const row = ({ code, counts: { in_pool: inPool, ...counts } }: CompositionRow) => ({
    code,
    counts: { ...counts, inPool },
  });
  return {
    groups: groups.map(row),
    stages: stages.map(row),
    ...(representation === undefined
      ? {}
      : {
          representation: representation.map(({ index, interval, pValue, ...counts }) => ({
            ...counts,
            ...(index === null ? {} : { index }),
            ...(interval === null ? {} : { interval }),
            ...(pValue === null ? {} : { pValue }),
          })),
        }),
  };
}
