import { inventoryEntries, DATA_INVENTORY } from './data-inventory';
import { ERASURE_EFFECTS, entriesOf, type HeldTable, LAWFUL_BASES, RETENTION_PERIODS } from './held-data';

const HEAD = '| field | what it is | purpose | who sees it | basis | kept | when erased |';
const RULE = '| --- | --- | --- | --- | --- | --- | --- |';

/** The data inventory as a document for people: the tables that hold something on anybody, and what the codes mean. */
export function inventoryDocument(): string {
  const personal = DATA_INVENTORY.filter((held) => Object.keys(held.personal).length > 0);
  return [
    '# Data inventory',
    '',
    `Everything that is held on people, ${inventoryEntries().length} fields. Written by \`npm run inventory\` from \`libs/governance/domain/inventory\`; a test holds that against the database, where a column without an entry fails it.`,
    '',
    ...personal.flatMap(tableLines),
    '## What the codes mean',
    '',
    ...meanings('basis', LAWFUL_BASES),
    ...meanings('kept', RETENTION_PERIODS),
    ...meanings('when erased', ERASURE_EFFECTS),
    '## Tables that hold nothing on anybody',
    '',
    `${DATA_INVENTORY.filter((held) => !personal.includes(held))
      .map(({ table }) => `\`${table}\``)
      .join(', ')}.`,
    '',
  ].join('\n');
}

function tableLines(held: HeldTable): readonly string[] {
  return [
    `## \`${held.table}\``,
    '',
    ...(held.title === undefined ? [] : [`${held.title}.`, '']),
    HEAD,
    RULE,
    ...entriesOf(held).map((entry) => {
      const { column, field, members = {}, withheld, purpose, seenBy, basis, keptFor, onErasure } = entry;
      const inside = Object.keys(members).map((name) => `\`${name}\``);
      const what = [
        field,
        ...(inside.length === 0 ? [] : [`holds ${inside.join(', ')}`]),
        ...(withheld === undefined ? [] : [`not told: ${withheld}`]),
      ].join('; ');
      return `| \`${column}\` | ${[what, purpose, seenBy, basis, keptFor, onErasure].join(' | ')} |`;
    }),
    '',
  ];
}

function meanings(of: string, codes: Readonly<Record<string, string>>): readonly string[] {
  return [`**${of}**`, '', ...Object.entries(codes).map(([code, words]) => `- \`${code}\`: ${words}`), ''];
}
