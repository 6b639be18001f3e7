import type { ReportDimensions } from './report-dimensions';
import type { RepeatedTable } from './equity-report';
import type { CountedOf } from './true-counts';

const COUNTED: Readonly<Record<CountedOf, string>> = {
  people: 'people',
  supply: 'mentors',
  workforce: 'the workforce',
};
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** What a reader must know of tables that are repeated: a sentence for each day on which their counts were taken. */
export function repeatedInWords(
  repeated: readonly RepeatedTable[],
  dimensions: ReportDimensions,
  months: number,
): readonly string[] {
  const days = new Map<string, string[]>();
  for (const { of, dimensions: codes, countedAt, months: ofMonths } of repeated) {
    const others = ofMonths === months ? '' : `, of the ${ofMonths} months before`;
    const day = `${DAY.format(new Date(countedAt))}${others}`;
    const titles = codes.map((code) => dimensions[code as keyof ReportDimensions].title.toLowerCase());
    const words = `${COUNTED[of]} ${titles.length === 0 ? 'altogether' : `by ${titles.join(' and ')}`}`;
    days.set(day, [...(days.get(day) ?? []), words]);
  }
  return [...days].map(
    ([day, tables]) =>
      `These figures are those of ${day}, since too few people have changed for new ones to be told: ${tables.join('; ')}.`,
  );
}
