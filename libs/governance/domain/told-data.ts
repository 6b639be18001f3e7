import type { JsonValue } from '@evenhand/kernel';
import { DATA_INVENTORY } from './inventory/data-inventory';
import { entriesOf, type HeldTable, type InventoryEntry } from './inventory/held-data';

/** A kind of thing that is held on somebody, and all there is of it. */
export interface ToldSection {
  /** The table. */
  readonly code: string;
  readonly title: string;
  /** What its records can hold, with why and for how long. */
  readonly fields: readonly InventoryEntry[];
  /** Values by field; what is not set is left out. */
  readonly records: readonly Readonly<Record<string, JsonValue>>[];
}

/** Of everything that is held on somebody what they are told, by the inventory: section by section, nothing twice. */
export function toldSections(
  rows: readonly { readonly table: string; readonly values: Readonly<Record<string, JsonValue>> }[],
): readonly ToldSection[] {
  return DATA_INVENTORY.flatMap((held) => {
    const fields = toldFields(held);
    const records = rows
      .filter(({ table }) => table === held.table)
      .map(({ values }) => recordOf(values, fields));
    return held.title === undefined || records.length === 0
      ? []
      : [{ code: held.table, title: held.title, fields, records }];
  });
}

/** What is held on people and not told that way, each with the reason. */
export function withheldEntries(): readonly InventoryEntry[] {
  return DATA_INVENTORY.flatMap(entriesOf).filter(({ withheld }) => withheld !== undefined);
}

function toldFields(held: HeldTable): readonly InventoryEntry[] {
  return entriesOf(held).filter(({ withheld }) => withheld === undefined);
}

function recordOf(
  values: Readonly<Record<string, JsonValue>>,
  fields: readonly InventoryEntry[],
): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    fields.flatMap(({ column }) => {
      const value = values[column];
      return value === undefined || value === null ? [] : [[column, value]];
    }),
  );
}
