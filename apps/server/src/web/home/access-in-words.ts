import type { AccessOfGroup } from './latest-published-round';

/** What a chart of access rates shows, for those who cannot see it or have no time to read it. */
export function accessInWords(rows: readonly AccessOfGroup[]): string {
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
  const points = highest - lowest === 1 ? '1 percentage point' : `${highest - lowest} percentage points`;
  return (
    `The access rate was highest for ${groupsAt(highest)} (${highest}%) and lowest for ${groupsAt(lowest)} ` +
    `(${lowest}%): ${points} apart.${withheld}`
  );
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
