import {
  ListTransparentPools,
  ReadTransparentPool,
  type TalentPool,
  type TransparentPool,
} from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { PublishedPools } from './published-pools';

const ON_A_PAGE = 200;

/** Reads pools as the context releases them. */
@Injectable()
export class TransparentPools extends PublishedPools {
  constructor(
    private readonly pools: ListTransparentPools,
    private readonly pool: ReadTransparentPool,
  ) {
    super();
  }

  override async list(): Promise<readonly TalentPool[]> {
    return (await this.pools.run({ limit: ON_A_PAGE })).items;
  }

  override read(id: string): Promise<TransparentPool> {
    return this.pool.run(id);
  }
}
