import { type Limits, type Page, type PageRequest, StaleVersion } from '@evenhand/kernel';

/** Something that a transaction which fails puts back as it was. */
export interface Restorable {
  /** @returns what puts everything back as it is now */
  remember(): () => void;
}

/** Rows with versions, by id. */
export class Rows<Row extends { readonly id: string; readonly version: number }> implements Restorable {
  #rows = new Map<string, Row>();

  constructor(private readonly what: string) {}

  remember(): () => void {
    const before = new Map(this.#rows);
    return () => (this.#rows = before);
  }

  get all(): readonly Row[] {
    return [...this.#rows.values()];
  }

  byId(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  add(row: Row): void {
    this.#rows.set(row.id, row);
  }

  save(row: Row): Row {
    if (this.#rows.get(row.id)?.version !== row.version) {
      throw new StaleVersion(this.what);
    }
    const saved = { ...row, version: row.version + 1 };
    this.#rows.set(row.id, saved);
    return saved;
  }
}

/** Whether a list that is limited so holds a thing. */
export function isWithin(
  limits: Limits | undefined,
  programmeId: string,
  personIds: readonly string[] = [],
): boolean {
  return (
    limits === undefined ||
    limits.programmeIds.includes(programmeId) ||
    personIds.some((id) => limits.personIds.includes(id))
  );
}

/** The part of a list that is asked for. */
export function pageOf<Item>(items: readonly Item[], { limit, after = '0' }: PageRequest): Page<Item> {
  const end = Number(after) + limit;
  const part = items.slice(Number(after), end);
  return end < items.length ? { items: part, next: String(end) } : { items: part };
}
