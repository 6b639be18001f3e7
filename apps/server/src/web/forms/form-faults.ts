import { Conflict, InputRefused } from '@evenhand/kernel';

/** What is wrong with what somebody filled in, and the field at which it is told. */
export interface FormFault {
  readonly field: string;
  readonly text: string;
}

/** What a form sent, each field by its name. */
export type Filled = Readonly<Record<string, string>>;

/** The faults as a template shows them: all in one list, and each at its field. */
export interface FaultsShown {
  readonly faults: readonly { readonly text: string; readonly href: string }[];
  readonly faultOf: Readonly<Record<string, { readonly text: string }>>;
}

/** @param faults in the order of the fields; of one field the first is told at it */
export function shownFaults(faults: readonly FormFault[]): FaultsShown {
  return {
    faults: faults.map(({ field, text }) => ({ text, href: `#${field}` })),
    faultOf: Object.fromEntries([...faults].reverse().map(({ field, text }) => [field, { text }])),
  };
}

/**
 * What a use case had against what a form asked for. What it says of a field of the form is told there, and the rest at one of
 * them.
 *
 * @param fields of the form; what is about none of them is told at the first
 * @throws whatever is nothing that somebody who fills in a form could mend or wait for
 */
export function refusalOf(
  error: unknown,
  fields: readonly [string, ...(readonly string[])],
): readonly FormFault[] {
  if (error instanceof Conflict) return [{ field: fields[0], text: error.message }];
  if (!(error instanceof InputRefused)) throw error;
  return error.problems.map((problem) => {
    const field = fields.find((name) => problem.startsWith(`${name}: `));
    return field === undefined
      ? { field: fields[0], text: sentenceOf(problem) }
      : { field, text: sentenceOf(problem.slice(field.length + 2)) };
  });
}

function sentenceOf(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
