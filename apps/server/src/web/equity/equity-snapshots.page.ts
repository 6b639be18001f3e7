import type { PublicSnapshot } from '@evenhand/equity';
import type { Page } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { inBritain } from '../in-britain';

/** Every published snapshot, the newest first. */
export function equitySnapshotsPage({ items, next }: Page<PublicSnapshot>): WebPage {
  return {
    title: 'Equity reports',
    template: 'equity-snapshots.njk',
    view: {
      snapshots: items.map(({ id, programmeTitle, publishedAt, countedAt }) => ({
        ...{ id, programmeTitle, publishedOn: inBritain(publishedAt), countedOn: inBritain(countedAt) },
      })),
      areMore: next !== undefined,
    },
  };
}
