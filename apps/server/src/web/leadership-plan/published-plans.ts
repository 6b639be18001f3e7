import type { Page } from '@evenhand/kernel';
import type { PublicPlan, PublicPlanSnapshot } from '@evenhand/talent';

/** Reads the leadership plans that everybody may see. */
export abstract class PublishedPlans {
  /** The newest first, as many as fit on one page. */
  abstract list(): Promise<Page<PublicPlanSnapshot>>;
  /** @throws NotFound where there is no such snapshot, or it is not published */
  abstract read(id: string): Promise<PublicPlan>;
}
