import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';

/** Tells what programmes are called, to those who have a role in them. */
@Injectable()
export class ProgrammeNames {
  constructor(private readonly programmes: ProgrammeRepository) {}

  /** By id; those that are there. */
  async of(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.programmes.byId(id)));
    return new Map(
      found.flatMap((programme) =>
        programme === undefined ? [] : [[programme.id, programme.name] as const],
      ),
    );
  }
}
