import type { WebPage } from '@evenhand/pages';
import type { ShownFigures, ShownGap } from '@evenhand/talent';

/** What the page of a plan's gap is made of. */
export interface GapsShown {
  readonly planTitle: string;
  readonly programme: string;
  readonly gap: ShownGap;
  /** Titles of regions by their code. */
  readonly regions: ReadonlyMap<string, string>;
  /** Titles of horizons by their code. */
  readonly horizons: ReadonlyMap<string, string>;
}

/** Demand, supply and gap of critical posts by region and horizon, for those who work with the plan. */
export function leadershipGapsPage({ planTitle, programme, gap, regions, horizons }: GapsShown): WebPage {
  return {
    title: `Leaders needed and leaders ready: ${programme}`,
    template: 'leadership-gaps.njk',
    view: {
      planTitle,
      peopleShown: gap.peopleShown,
      horizons: gap.horizons.map((code) => horizons.get(code) ?? code),
      regions: gap.rows.map(({ key, byHorizon }) => ({
        title: key === null ? 'Region not known' : (regions.get(key) ?? key),
        cells: byHorizon.map(cellOf),
      })),
      total: gap.total.map(cellOf),
      sentence: sentenceOf(gap, horizons),
    },
  };
}

/** Posts and people in words: a minus sign is easily missed, and a reader of the screen may not hear it. */
function cellOf({ demand, supply, gap }: ShownFigures): { readonly counts: string; readonly gap: string } {
  const needed = `${demand / 100} needed`;
  if (supply === null || gap === null) {
    return { counts: needed, gap: '' };
  }
  const missing = gap > 0 ? `${gap / 100} missing` : gap < 0 ? `${-gap / 100} to spare` : 'none missing';
  return { counts: `${needed}, ${supply / 100} ready`, gap: missing };
}

function sentenceOf({ total, horizons: codes }: ShownGap, titles: ReadonlyMap<string, string>): string {
  const widest = total.reduce(
    (found, { gap }, at) => ((gap ?? 0) > (total[found]?.gap ?? 0) ? at : found),
    0,
  );
  const gap = total[widest]?.gap ?? null;
  if (gap === null) {
    return 'Who is ready is not told here: the counts are of people, and few.';
  }
  const when = titles.get(codes[widest]!) ?? codes[widest]!;
  return gap > 0
    ? `The gap is widest at “${when}”: ${gap / 100} more leaders are needed by then than are ready.`
    : 'At no horizon are more leaders needed than are ready, taking all regions together.';
}
