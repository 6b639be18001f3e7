import {
  ERASURE_EFFECTS,
  type InventoryEntry,
  LAWFUL_BASES,
  type PersonalData,
  RETENTION_PERIODS,
  type ToldSection,
} from '@evenhand/governance';
import type { JsonValue } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});
const IS_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Everything that is held on whoever reads it, with why it is held. */
export function accountDataPage({ gatheredAt, sections, withheld }: PersonalData): WebPage {
  return {
    title: 'Everything held on you',
    template: 'account-data.njk',
    view: {
      gatheredAt: MOMENT.format(gatheredAt),
      sections: sections.map(sectionView),
      withheld: withheld.map(({ field, withheld: why }) => ({ field, why })),
    },
  };
}

function sectionView({ code, title, fields, records }: ToldSection): object {
  return {
    code,
    title,
    records: records.map((record) =>
      fields.flatMap(({ column, field }) => {
        const value = record[column];
        return value === undefined ? [] : [{ field, lines: linesOf(value) }];
      }),
    ),
    handling: handlingsOf(fields),
  };
}

/** What holds of the fields: once for all of which the same holds. */
function handlingsOf(fields: readonly InventoryEntry[]): readonly object[] {
  const handlings = new Map<string, { readonly fields: string[]; readonly [name: string]: unknown }>();
  for (const { field, purpose, basis, seenBy, keptFor, onErasure } of fields) {
    const said = {
      ...{ purpose, seenBy, basis: LAWFUL_BASES[basis] },
      ...{ keptFor: RETENTION_PERIODS[keptFor], onErasure: ERASURE_EFFECTS[onErasure] },
    };
    const key = JSON.stringify(said);
    const known = handlings.get(key) ?? { ...said, fields: [] };
    known.fields.push(field);
    handlings.set(key, known);
  }
  return [...handlings.values()];
}

/** A value as lines of text: what is a list has a line for each, what has members names them. */
function linesOf(value: JsonValue): readonly string[] {
  if (!Array.isArray(value)) return [inWords(value)];
  return value.length === 0 ? ['none'] : value.map((one: JsonValue) => inWords(one));
}

function inWords(value: JsonValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' && IS_MOMENT.test(value)) return MOMENT.format(new Date(value));
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map((one: JsonValue) => inWords(one)).join(', ');
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${inWords(inner)}`)
    .join('; ');
}
