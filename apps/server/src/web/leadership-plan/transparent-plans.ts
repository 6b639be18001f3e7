import type { Page } from '@evenhand/kernel';
import { type PublicPlan, type PublicPlanSnapshot, ReadPlanSnapshots } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { PublishedPlans } from './published-plans';

const ON_A_PAGE = 200;

/** Reads plans as the context releases them. */
@Injectable()
export class TransparentPlans extends PublishedPlans {
  constructor(private readonly snapshots: ReadPlanSnapshots) {
    super();
  }

  override list(): Promise<Page<PublicPlanSnapshot>> {
    return this.snapshots.published({ limit: ON_A_PAGE });
  }

  override read(id: string): Promise<PublicPlan> {
    return this.snapshots.publishedOne(id);
  }
}
