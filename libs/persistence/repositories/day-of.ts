/** The day of a moment, which ends at midnight in the United Kingdom, as `Clock.today` has it, whatever zone a session is in. */
export function dayOf(moment: string): string {
  return `(${moment} at time zone 'Europe/London')::date`;
}
