import { refuseOffLattice } from '@evenhand/disclosure';
import { REPORT_LATTICE } from '@evenhand/equity';
import { InputRefused } from '@evenhand/kernel';
import { HttpProblem } from '../../http/problem';

/**
 * Dimensions as the lattice has them together.
 *
 * @throws HttpProblem 400 `equity-report.off-lattice` where it does not, with what may be asked
 */
export function onLattice(by: readonly string[]): readonly string[] {
  try {
    return refuseOffLattice(REPORT_LATTICE, by);
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    throw new HttpProblem(400, 'equity-report.off-lattice', error.message, {
      problems: error.problems.map((what) => ({ where: 'query.by', what })),
    });
  }
}
