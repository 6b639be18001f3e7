import type { TalentPool, WayIn } from '@evenhand/talent';
import { inBritain } from '../in-britain';

const WAYS: Readonly<Record<WayIn, string>> = {
  nominated: 'A mentor, champion or manager puts somebody forward, who then says whether they want to',
  applied: 'People ask for themselves',
};

/** What a page says of a pool, whatever else it shows. */
export interface PoolView {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  /** Since when it is open, or from when until when it was. */
  readonly openness: string;
  readonly waysIn: readonly string[];
}

export function poolView({ id, title, purpose, waysIn, openedAt, closedAt }: TalentPool): PoolView {
  const opened = openedAt === undefined ? '' : `Open since ${inBritain(openedAt)}`;
  const wasOpen =
    openedAt === undefined || closedAt === undefined
      ? opened
      : `Closed: it was open from ${inBritain(openedAt)} to ${inBritain(closedAt)}`;
  return { ...{ id, title, purpose, openness: wasOpen }, waysIn: waysIn.map((way) => WAYS[way]) };
}
