export { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from './disclosure-policy';
export { type ReleasedCount, releasedCount } from './released-count';
export { releasedRate } from './released-rate';
export { type CountRow, type ReleasedTable, releaseTable } from './release-table';
