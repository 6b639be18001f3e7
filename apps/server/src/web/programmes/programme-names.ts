import type { Page } from '@evenhand/kernel';
import { type Programme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { Programmes } from './programmes-with';

const AT_ONCE = 200;

/** Tells what programmes are called, to those who have a role in them. */
@Injectable()
export class ProgrammeNames {
  constructor(private readonly programmes: ProgrammeRepository) {}

  /** By id; those that are there. */
  async of(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.programmes.byId(id)));
    return named(found.flatMap((programme) => programme ?? []));
  }

  /** The same of those in which somebody holds something, or of all. */
  async within(programmes: Programmes): Promise<ReadonlyMap<string, string>> {
    if (programmes !== 'all') return this.of([...programmes]);
    const found: Programme[] = [];
    let page: Page<Programme> | undefined;
    do {
      page = await this.programmes.list(undefined, {
        ...{ limit: AT_ONCE, ...(page?.next === undefined ? {} : { after: page.next }) },
      });
      found.push(...page.items);
    } while (page.next !== undefined);
    return named(found);
  }
}

function named(programmes: readonly Programme[]): ReadonlyMap<string, string> {
  return new Map(programmes.map(({ id, name }) => [id, name]));
}
