import type { EnquiryAnswer } from './lifecycle/enquiry';
import type { OverrideEffect } from './override/override-effect';

/** The people of a round whom an answer to an enquiry names, each once. */
export function pseudonymsIn(answer: EnquiryAnswer): ReadonlySet<string> {
  switch (answer.kind) {
    case 'preview':
      return new Set([...answer.comparison.gained, ...answer.comparison.lost]);
    case 'override':
      return new Set(inEffect(answer.effect));
    case 'replay':
    case 'frontier':
    case 'recruitment':
      return new Set();
  }
}

function inEffect({ alternatives, change }: OverrideEffect): string[] {
  const moved = change?.moves.flatMap(({ mentee, from, to }) => [mentee, from ?? [], to ?? []].flat()) ?? [];
  return [...alternatives.map(({ mentor }) => mentor), ...moved];
}
