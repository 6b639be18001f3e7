import type { BaselineTables, KeptBaseline } from '@evenhand/equity';
import { csvTable } from '@evenhand/files';
import { RefusedInputs } from '@evenhand/kernel';
import type { AnswerOf } from '../../http/exchange';
import { csvText } from '../csv-field';
import { CodeField, ListField, TextField, UuidField, WholeNumberField } from '../../http/fields/fields';

/** Most bytes of a baseline: some 100,000 parts. */
export const BASELINE_BYTES = 8_000_000;
const MOST_PARTS = 200_000;
const PEOPLE = { min: 0, max: 999_999_999 };
const CSV = csvText(BASELINE_BYTES);

/** Counts of a workforce as they are handed in. */
export class NewBaseline {
  @TextField({
    ...CSV,
    description:
      'CSV with the columns organisation, profession, grade, stage and headcount, or their headings in the Electronic ' +
      'Staff Record; profession and headcount must be there. A row that says Total in a column states what the rows ' +
      'under it add up to.',
  })
  workforce!: string;

  @TextField({
    ...CSV,
    description:
      'CSV with the columns question, answer and headcount; each question adds up to the workforce. Left out, those that ' +
      'the baseline has stay, since whoever writes back what they read may not have been shown them; they are refused where ' +
      'they add up to another number of people. The headings alone take them away.',
    optional: true,
  })
  characteristics?: string;
}

/** A part of the workforce. */
class BaselinePartAnswer {
  @UuidField({ description: 'The organisation.', optional: true })
  organisationId?: string;

  @CodeField({ description: 'The profession.' })
  profession!: string;

  @CodeField({ description: 'The grade.', optional: true })
  grade?: string;

  @CodeField({ description: 'The stage.', optional: true })
  stage?: string;

  @WholeNumberField({ ...PEOPLE, description: 'People.' })
  people!: number;
}

/** Everybody who answered a question alike. */
class BaselineCharacteristicAnswer {
  @CodeField({ description: 'The question.' })
  question!: string;

  @CodeField({ description: 'The answer.' })
  answer!: string;

  @WholeNumberField({ ...PEOPLE, description: 'People.' })
  people!: number;
}

/** The workforce in scope of a programme. */
export class BaselineAnswer {
  @ListField(() => BaselinePartAnswer, { description: 'Its parts, as they were handed in.', max: MOST_PARTS })
  parts!: readonly BaselinePartAnswer[];

  @ListField(() => BaselineCharacteristicAnswer, {
    description: 'By equality question; empty for coordinators.',
    max: 1000,
  })
  characteristics!: readonly BaselineCharacteristicAnswer[];

  @WholeNumberField({ min: 1, max: 999_999_999, description: 'Counts changes; what the ETag says.' })
  version!: number;
}

/** Reads the files, both of them, so that faults of either are told at once. */
export function baselineTables({ workforce, characteristics }: NewBaseline): BaselineTables {
  const refused = new RefusedInputs();
  const main = refused.collect(() => csvTable('workforce', workforce));
  const beside =
    characteristics === undefined
      ? undefined
      : refused.collect(() => csvTable('characteristics', characteristics));
  refused.refuse();
  return { workforce: main(), ...(beside === undefined ? {} : { characteristics: beside() }) };
}

/** Shapes a baseline. */
export function baselineAnswer({ parts, characteristics, version }: KeptBaseline): AnswerOf<BaselineAnswer> {
  return { parts, characteristics, version };
}
