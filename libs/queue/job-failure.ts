import { DomainError, failureOf, type JobFailure } from '@evenhand/kernel';

/**
 * Why a job failed, for a coordinator: what a known error says of itself, and of any other only the id under which the
 * log tells the rest.
 */
export function jobFailure(error: unknown, trace: string): JobFailure {
  if (error instanceof DomainError) {
    return failureOf(error);
  }
  return {
    code: 'run.failed-unexpectedly',
    sentence:
      'It could not be solved because of a fault in this service, not in what you entered. Queue the round again, or ask ' +
      `or decide again about it; if it fails again, give whoever looks after the service this number: ${trace}.`,
  };
}
