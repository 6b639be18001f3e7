const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** The day of a moment as it was in Britain. */
export function inBritain(moment: Date): string {
  return DAY.format(moment);
}
