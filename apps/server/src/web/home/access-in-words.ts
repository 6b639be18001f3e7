import type { DisclosurePolicy } from '@evenhand/disclosure';
import type { AccessOfGroup } from './latest-published-round';

/**
 * What a chart of access rates shows, for those who cannot see it or have no time to read it. Rates are worked out from
 * rounded counts, so small groups can seem far apart that are not: which is highest is said only where it is sure.
 */
export function accessInWords(rows: readonly AccessOfGroup[], policy: DisclosurePolicy): string {
  const shown = rows.flatMap(({ title, accessRate }) => (accessRate === null ? [] : [{ title, accessRate }]));
  const rates = shown.map(({ accessRate }) => accessRate);
  const [highest, lowest] = [Math.max(...rates), Math.min(...rates)];
  const groupsAt = (rate: number): string =>
    listed(shown.filter(({ accessRate }) => accessRate === rate).map(({ title }) => title));
  const withheld = withheldInWords(rows.length - shown.length);
  if (shown.length === 0) {
    return 'No professional group is large enough for its access rate to be shown.';
  }
  if (shown.length === 1) {
    return `The access rate was ${highest}% for ${groupsAt(highest)}.${withheld}`;
  }
  if (highest === lowest) {
    return `The access rate was ${highest}% for each of ${groupsAt(highest)}.${withheld}`;
  }
  if (!surelyApart(rows, highest, lowest, policy)) {
    return (
      `The access rates shown lie between ${lowest}% and ${highest}%. They are worked out from rounded counts, and ` +
      `rounding alone can make such differences between groups of this size.${withheld}`
    );
  }
  const points = highest - lowest === 1 ? '1 percentage point' : `${highest - lowest} percentage points`;
  return (
    `The access rate was highest for ${groupsAt(highest)} (${highest}%) and lowest for ${groupsAt(lowest)} ` +
    `(${lowest}%): ${points} apart.${withheld}`
  );
}

/** Whether, of the groups with the highest rate shown and those with the lowest, two differ whatever was rounded away. */
function surelyApart(
  rows: readonly AccessOfGroup[],
  highest: number,
  lowest: number,
  { base }: DisclosurePolicy,
): boolean {
  // A count that is shown as some number can be so many fewer or more.
  const rounding = Math.floor(base / 2);
  const at = (rate: number): readonly AccessOfGroup[] => rows.filter(({ accessRate }) => accessRate === rate);
  const least = Math.max(...at(highest).map((row) => rateWithin(row, -rounding, rounding)));
  const most = Math.min(...at(lowest).map((row) => rateWithin(row, rounding, -rounding)));
  return least > most;
}

/** The rate that a row would have if its counts had been other ones. */
function rateWithin({ matched, asked }: AccessOfGroup, moreMatched: number, moreAsked: number): number {
  return ((matched ?? 0) + moreMatched) / ((asked ?? 0) + moreAsked);
}

function withheldInWords(groups: number): string {
  if (groups === 0) {
    return '';
  }
  return groups === 1
    ? ' The rate of 1 group is not shown.'
    : ` The rates of ${groups} groups are not shown.`;
}

function listed(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)!}`;
}
