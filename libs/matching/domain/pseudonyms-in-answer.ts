import type { Enquiry } from './lifecycle/enquiry';
import type { OverrideEffect } from './override/override-effect';

/** The people of a round whom an enquiry names once it is answered, each once. */
export function pseudonymsIn({
  question,
  answer,
}: Pick<Enquiry, 'question' | 'answer'>): ReadonlySet<string> {
  switch (answer?.kind) {
    case 'preview':
      return new Set([...answer.comparison.gained, ...answer.comparison.lost]);
    case 'override':
      return new Set([
        ...(question.kind === 'override' ? [question.mentee] : []),
        ...inEffect(answer.effect),
      ]);
    default:
      return new Set();
  }
}

function inEffect({ alternatives, change }: OverrideEffect): string[] {
  const moved = change?.moves.flatMap(({ mentee, from, to }) => [mentee, from ?? [], to ?? []].flat()) ?? [];
  return [...alternatives.map(({ mentor }) => mentor), ...moved];
}
