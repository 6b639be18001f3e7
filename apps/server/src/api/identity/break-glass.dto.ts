import type { BreakGlass } from '@evenhand/identity';
import { ListField, TextField, TimeField, UuidField, WholeNumberField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

const REASON = { description: 'Why. The person reads it.', max: 500 };

/** Whose record an admin asks to see. */
export class NewBreakGlass {
  @UuidField({ description: 'The person.' })
  personId!: string;

  @TextField(REASON)
  reason!: string;
}

/** That an admin asked to see somebody's record. */
export class BreakGlassAnswer {
  @UuidField({ description: 'Its id.' })
  id!: string;

  @UuidField({ description: 'The person.' })
  personId!: string;

  @TextField(REASON)
  reason!: string;

  @UuidField({ description: 'The account of the admin who sees the record.' })
  askedBy!: string;

  @TimeField({ description: 'When it was asked for.' })
  askedAt!: string;

  @UuidField({ description: 'The account of the admin who agreed.', optional: true })
  approvedBy?: string;

  @TimeField({ description: 'Since when the record is open.', optional: true })
  approvedAt?: string;

  @TimeField({ description: 'When it closes again.', optional: true })
  endsAt?: string;

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of them. */
export class BreakGlassPage extends NextPage {
  @ListField(() => BreakGlassAnswer, { description: 'The newest first.', max: 200 })
  items!: readonly BreakGlassAnswer[];
}

/** That an admin saw one's record. */
export class OpenedRecord {
  @UuidField({ description: 'Whose record: the person whom the caller is in a programme.' })
  personId!: string;

  @TextField(REASON)
  reason!: string;

  @TimeField({ description: 'Since when the record was open.' })
  openedAt!: string;

  @TimeField({ description: 'When it closed, or closes.' })
  endsAt!: string;
}

/** Every time that it happened. */
export class OpenedRecords {
  @ListField(() => OpenedRecord, { description: 'The newest first.', max: 10_000 })
  items!: readonly OpenedRecord[];
}

/** Shapes it for an admin. */
export function breakGlassAnswer({ askedAt, approvedAt, endsAt, ...glass }: BreakGlass): BreakGlassAnswer {
  return {
    ...glass,
    askedAt: askedAt.toISOString(),
    ...(approvedAt === undefined ? {} : { approvedAt: approvedAt.toISOString() }),
    ...(endsAt === undefined ? {} : { endsAt: endsAt.toISOString() }),
  };
}

/** Shapes it for the person. */
export function openedRecord({ personId, reason, approvedAt, endsAt }: BreakGlass): OpenedRecord {
  return { personId, reason, openedAt: approvedAt!.toISOString(), endsAt: endsAt!.toISOString() };
}
