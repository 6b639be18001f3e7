import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_INVENTORY, inventoryEntries } from './data-inventory';
import { entriesOf, type Handling } from './held-data';
import { inventoryDocument } from './inventory-document';

const WRITTEN = join(__dirname, '..', '..', '..', '..', 'docs', 'data-inventory.md');

describe('The data inventory', () => {
  it('names no table twice, and no column as personal and not', () => {
    const tables = DATA_INVENTORY.map(({ table }) => table);
    expect(new Set(tables).size).toBe(tables.length);
    for (const { personal, impersonal } of DATA_INVENTORY) {
      expect(Object.keys(personal).filter((column) => column in impersonal)).toEqual([]);
    }
  });

  it('says in words what every field is, what it is for and who sees it', () => {
    for (const { field, purpose, seenBy } of inventoryEntries()) {
      for (const words of [field, purpose, seenBy]) expect(words).toMatch(/^\S.*\S$/);
    }
    for (const { impersonal } of DATA_INVENTORY) {
      for (const reason of Object.values(impersonal)) expect(reason).toMatch(/^\S.*\S$/);
    }
  });

  it('lets a column say for itself what its table says for the others', () => {
    const handling: Handling = {
      purpose: 'to match',
      basis: 'public_task',
      seenBy: 'the person',
      keptFor: 'person',
      onErasure: 'erased',
    };
    const personal = { name: 'Name', needs: { field: 'Needs', basis: 'explicit_consent' } } as const;
    const table = { table: 'person', handling, personal, impersonal: {} };
    expect(entriesOf(table)).toEqual([
      { table: 'person', column: 'name', field: 'Name', ...handling },
      { table: 'person', column: 'needs', field: 'Needs', ...handling, basis: 'explicit_consent' },
    ]);
  });

  it('is refused where nobody says how something personal is handled', () => {
    expect(() => entriesOf({ table: 'diary', personal: { page: 'Page' }, impersonal: {} })).toThrow(
      'diary holds something about people',
    );
  });

  it('is in the documents as it is here: npm run inventory writes it anew', () => {
    expect(readFileSync(WRITTEN, 'utf8') === inventoryDocument() ? 'the same' : 'another one').toBe(
      'the same',
    );
  });
});
