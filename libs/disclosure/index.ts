export { leastChanged } from './changed-counts';
export type {
  CertainZero,
  CountsKnowledge,
  CountTable,
  CountTables,
  Dimension,
  Insiders,
  ReleasedCountTable,
  ReleasedRow,
  ReleasedTables,
  TableSubject,
} from './count-tables';
export { tellsMeasure } from './count-tables';
export {
  DEFAULT_DISCLOSURE_POLICY,
  type DisclosurePolicy,
  isSamePolicy,
  roundingInWords,
} from './disclosure-policy';
export { DisclosureSettings } from './disclosure-settings';
export { type Lattice, latticeOf, refuseOffLattice } from './lattice';
export { type LinkedCount, LinkedCounts, type ToldNow, type ToldOfCount } from './linked-counts';
export { type NarrowedCell, narrowedCells } from './narrowed-cells';
export { type CountInterval, countsBehind, type ReleasedCount, releasedCount } from './released-count';
export { releasedRate } from './released-rate';
export { type CountRow, type ReleasedTable, releaseTable } from './release-table';
export { releaseTables } from './release-tables';
export { policyOf, type ToldBy, toldBy } from './told-by';
