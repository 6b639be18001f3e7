import type { WebPage } from '@evenhand/pages';
import type { TalentPool } from '@evenhand/talent';
import { poolView } from './pool-in-words';

/** Every pool that is or was open. */
export function talentPoolsPage(pools: readonly TalentPool[]): WebPage {
  return { title: 'Talent pools', template: 'talent-pools.njk', view: { pools: pools.map(poolView) } };
}
