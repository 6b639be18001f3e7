import { inventoryEntries } from './inventory/data-inventory';
import { dueSince, OVERDUE_TABLES } from './retention';

describe('Retention', () => {
  it('removes from every table of which the inventory says so, and from none besides', () => {
    const removing: readonly string[] = Object.values(OVERDUE_TABLES);
    const said = inventoryEntries().filter(({ keptFor }) => removing.includes(keptFor));
    expect(Object.fromEntries(said.map(({ table, keptFor }) => [table, keptFor]))).toEqual(OVERDUE_TABLES);
  });

  it('counts whole days back', () => {
    const now = new Date('2026-12-01T09:00:00.000Z');
    expect(dueSince('role_grant', now, 30)).toEqual(new Date('2026-11-01T09:00:00.000Z'));
    expect(dueSince('people_import', now, 30)).toEqual(new Date('2026-09-02T09:00:00.000Z'));
  });
});
