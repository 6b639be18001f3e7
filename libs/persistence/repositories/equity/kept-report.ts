import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type { EquityReport } from '@evenhand/equity';
import type { KeptReport } from '../../rows/equity/equity-report.row';

/** A report with the policy that it was released by: the default one where it does not say. */
export function reportOf(kept: KeptReport): EquityReport {
  return { ...kept, policy: kept.policy ?? DEFAULT_DISCLOSURE_POLICY };
}
