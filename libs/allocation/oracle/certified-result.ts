import { resultDocument } from '../exchange/result-file';
import type { AllocationProblem } from '../problem';
import { certificateByDistances } from './certificate-by-distances';
import { solveByFlow } from './oracle';

/** The result of a small problem, solved and certified without the engine, as JSON.parse would read it from a file. */
export function certifiedResult(problem: AllocationProblem): Record<string, unknown> {
  const allocation = solveByFlow(problem);
  const result = {
    ...resultDocument(problem, allocation),
    certificate: certificateByDistances(problem, allocation),
  };
  return JSON.parse(JSON.stringify(result)) as Record<string, unknown>;
}
