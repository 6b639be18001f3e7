import { barChart, TOO_FEW_TO_SHOW } from '@evenhand/charts';
import { roundingInWords } from '@evenhand/disclosure';
import type { WebPage } from '@evenhand/pages';
import { accessInWords } from './access-in-words';
import { inBritain } from '../in-britain';
import type { OwnPage } from '../own-pages/own-pages';
import type { AccessOfGroup, LatestRound, ReleasedCounts } from './latest-published-round';

const COUNT = new Intl.NumberFormat('en-GB');

/** The first page: how access to mentoring was spread in the latest published round. @param own pages about whoever reads */
export function homePage(latest: LatestRound | undefined, own: readonly OwnPage[] = []): WebPage {
  return {
    title: 'Access to mentoring by professional group',
    template: 'home.njk',
    view: { round: latest && roundView(latest), own },
  };
}

function roundView({
  name,
  programme,
  publishedAt,
  seed,
  snapshotSha256,
  policy,
  rows,
  totals,
}: LatestRound): object {
  const inWords = accessInWords(rows, policy);
  const total = (name: keyof ReleasedCounts): string => {
    const isPartial = totals[name] !== null && rows.some((row) => row[name] === null);
    return `${count(totals[name])}${isPartial ? ' (groups too small to show are not counted)' : ''}`;
  };
  return {
    name,
    programme,
    publishedAt,
    publishedOn: inBritain(new Date(publishedAt)),
    places: total('places'),
    asked: total('asked'),
    matched: total('matched'),
    inWords,
    chart: barChart({
      id: 'access-chart',
      title: 'Access rate by professional group',
      description: `${inWords} The table below holds every number.`,
      bars: rows.map((row) => ({
        label: row.title,
        value: row.accessRate && row.accessRate / 100,
        text: barText(row),
      })),
    }),
    rows: rows.map((row) => ({
      title: row.title,
      places: count(row.places),
      asked: count(row.asked),
      matched: count(row.matched),
      accessRate: row.accessRate === null ? TOO_FEW_TO_SHOW : `${row.accessRate}%`,
    })),
    ...{ rounded: roundingInWords(policy), smallest: policy.smallest },
    seed,
    snapshotSha256,
  };
}

function barText({ accessRate, matched, asked }: AccessOfGroup): string {
  return `${accessRate ?? 0}% (${count(matched)} of ${count(asked)})`;
}

function count(released: number | null): string {
  return released === null ? TOO_FEW_TO_SHOW : COUNT.format(released);
}
