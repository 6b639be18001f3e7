/** The day of a moment, which ends at midnight in the United Kingdom, as `Clock.today` has it, whatever zone a session is in. */
export function dayOf(moment: string): string {
  return `(${moment} at time zone 'Europe/London')::date`;
}

/** Whether a moment is on one of these days, the first and the last among them: so that an index of moments tells. */
export function isOnDays(moment: string, first: string, last: string): string {
  return `${moment} >= ${startOf(`${first}::date`)} and ${moment} < ${startOf(`${last}::date + 1`)}`;
}

function startOf(day: string): string {
  return `((${day})::timestamp at time zone 'Europe/London')`;
}
