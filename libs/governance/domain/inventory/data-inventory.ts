import { EQUITY_TABLES } from './equity-tables';
import { GOVERNANCE_TABLES } from './governance-tables';
import { entriesOf, type HeldTable, type InventoryEntry } from './held-data';
import { IDENTITY_TABLES } from './identity-tables';
import { MACHINERY_TABLES } from './machinery-tables';
import { MATCHING_TABLES } from './matching-tables';
import { MENTORING_TABLES } from './mentoring-tables';
import { PEOPLE_TABLES } from './people-tables';
import { TALENT_TABLES } from './talent-tables';

/** Every table of the database, column by column, in the order in which a person reads what is held on them. */
export const DATA_INVENTORY: readonly HeldTable[] = [
  ...IDENTITY_TABLES,
  ...PEOPLE_TABLES,
  ...MATCHING_TABLES,
  ...MENTORING_TABLES,
  ...TALENT_TABLES,
  ...EQUITY_TABLES,
  ...GOVERNANCE_TABLES,
  ...MACHINERY_TABLES,
];

/** Everything that is held on people, a column an entry. */
export function inventoryEntries(): readonly InventoryEntry[] {
  return DATA_INVENTORY.flatMap(entriesOf);
}
