import { JOB_KINDS, type JobKind } from '@evenhand/kernel';
import type { OpenJob } from '@evenhand/matching';
import { type FieldKind, text } from '../../http/fields/field-kind';
import {
  ChoiceField,
  ListField,
  TextField,
  TimeField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

const NUMBER = { max: 18, pattern: /^\d{1,18}$/, looksLike: 'the number of a job' } as const;

/** The number of a job in an address. */
export function jobNumber(): FieldKind {
  return text(NUMBER);
}

/** A job that was left to workers and is not done. */
export class OpenJobAnswer {
  @TextField({ description: 'Number of the job.', ...NUMBER })
  id!: string;

  @ChoiceField(JOB_KINDS, { description: 'What a worker is to do.' })
  kind!: JobKind;

  @UuidField({ description: 'Id of the run, round or enquiry that it is about.' })
  subject!: string;

  @WholeNumberField({ description: 'Which attempt of the round it is.', min: 0, max: 1_000_000_000 })
  attempt!: number;

  @WholeNumberField({ description: 'How often a worker has begun with it.', min: 0, max: 1_000_000_000 })
  deliveries!: number;

  @TimeField({ description: 'Since when it is to be done.' })
  leftAt!: string;

  @TimeField({
    description: 'When it was last taken to the queue; absent where it waits to be.',
    optional: true,
  })
  queuedAt?: string;
}

/** One page of jobs. */
export class OpenJobPage extends NextPage {
  @ListField(() => OpenJobAnswer, { description: 'The longest waiting first.', max: 200 })
  items!: readonly OpenJobAnswer[];
}

/** Shapes a job for an admin. */
export function openJobAnswer({ leftAt, queuedAt, ...job }: OpenJob): OpenJobAnswer {
  return {
    ...job,
    leftAt: leftAt.toISOString(),
    ...(queuedAt === undefined ? {} : { queuedAt: queuedAt.toISOString() }),
  };
}
