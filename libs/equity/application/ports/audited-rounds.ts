/** Knows who ran which rounds, and keeps that somebody audits them. */
export abstract class AuditedRounds {
  /**
   * Has an account audit every round of a programme that was published in these days, or led to a match in them, for good.
   *
   * @returns whether it may: false where it ran one of them, or decided about it; then nothing is kept
   */
  abstract take(
    programmeId: string,
    days: { readonly firstDay: string; readonly lastDay: string },
    accountId: string,
  ): Promise<boolean>;
  /**
   * Whether an account may audit them, and nothing is kept of that it was asked: to tell somebody beforehand.
   *
   * @returns what {@link take} would, unless somebody runs one of them meanwhile
   */
  abstract mayTake(
    programmeId: string,
    days: { readonly firstDay: string; readonly lastDay: string },
    accountId: string,
  ): Promise<boolean>;
}
