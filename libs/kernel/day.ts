/** A day of the calendar, `YYYY-MM-DD`. Days written so sort as they follow each other. */
const MILLISECONDS_A_DAY = 86_400_000;

/** Whether `text` is a day that the calendar has, written as `YYYY-MM-DD`: it has no 30 February and no year 0. */
export function isDay(text: string): boolean {
  const day = new Date(/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  // A day that no month has comes back as another one.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whole days from one day to another, negative where `to` is the earlier. Both must be days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY;
}
