import { DomainError } from '@evenhand/kernel';
import type { RoundFailure } from '@evenhand/matching';

const PROBLEMS_SHOWN = 5;

/**
 * Why a job failed, for a coordinator: what a known error says of itself, and of any other only the id under which the
 * log tells the rest.
 */
export function jobFailure(error: unknown, trace: string): RoundFailure {
  if (error instanceof DomainError) {
    const others = error.problems.filter((problem) => problem !== error.message).slice(0, PROBLEMS_SHOWN);
    return { code: error.code, sentence: [error.message, ...others].join(' ') };
  }
  return {
    code: 'run.failed-unexpectedly',
    sentence:
      'The round could not be solved because of a fault in this service, not in what you entered. Queue the round ' +
      `again; if it fails again, give whoever looks after the service this number: ${trace}.`,
  };
}
