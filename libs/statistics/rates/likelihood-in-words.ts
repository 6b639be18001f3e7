/** Those whom a sentence compares. */
export interface ComparedPeople {
  /** As in the middle of a sentence: "nurses", "everyone else". */
  readonly name: string;
  /** Whether grammar takes them for one: "everyone else was", not "were". */
  readonly areOne: boolean;
}

/**
 * A ratio as a sentence that says which way round it is.
 *
 * @param ratio of the first to the second, from 0 up; `null` where there is none
 * @param outcome from "to" on: "to be matched"
 */
export function likelihoodInWords(
  ratio: number | null,
  first: ComparedPeople,
  second: ComparedPeople,
  outcome: string,
): string {
  if (ratio === null) {
    return `How likely ${first.name} ${was(first)} ${outcome} cannot be compared with ${second.name}.`;
  }
  const subject = `${capitalised(first.name)} ${was(first)}`;
  const figures = inFigures(ratio);
  return `${subject} ${figures === '1.00' ? 'about' : `${figures} times`} as likely as ${second.name} ${outcome}.`;
}

function was({ areOne }: ComparedPeople): string {
  return areOne ? 'was' : 'were';
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Two places, or as many as it takes to show two figures. */
function inFigures(ratio: number): string {
  if (ratio === 0) return '0';
  return ratio < 0.1 ? String(Number(ratio.toPrecision(2))) : ratio.toFixed(2);
}
