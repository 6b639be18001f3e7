import { Faults, shown } from '../exchange/faults';
import type { AllocationProblem } from '../problem';

/** The longest name of a quota, in UTF-16 code units. */
export const LONGEST_QUOTA_NAME = 100;

/**
 * A floor that a programme sets beside the even-handedness by group: of these mentees at least so many are to be
 * matched in this round. Quotas may overlap each other and cut across groups as they like.
 */
export interface Quota {
  /** One line of 1 to {@link LONGEST_QUOTA_NAME} characters, as a message would name it; no two are the same. */
  readonly name: string;
  /** Indices of mentees in the problem, in any order, each once, at least one. */
  readonly mentees: readonly number[];
  /** A whole number from 0 to the number of these mentees. */
  readonly atLeast: number;
}

/** A problem that may have quotas beside it. Whoever solves it without them answers another question. */
export interface ProblemWithQuotas extends AllocationProblem {
  readonly quotas?: readonly Quota[];
}

/** Whether a text can name a quota: not empty, one line, nothing that has no UTF-8. */
export function isQuotaName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= LONGEST_QUOTA_NAME &&
    !/[\p{Control}\p{Surrogate}\p{Zl}\p{Zp}]/u.test(value)
  );
}

/** What a quota's name must be, for a message. */
export const QUOTA_NAME_RULE = `a line of 1 to ${LONGEST_QUOTA_NAME} characters`;

/**
 * Refuses quotas that no round could be held to, each fault with its place, such as `quotas[1].mentees[0]`.
 *
 * @throws InputRefused with every fault
 */
export function refuseFaultyQuotas(quotas: readonly Quota[], menteeCount: number): void {
  const faults = new Faults('problem');
  const placeOf = new Map<string, number>();
  quotas.forEach(({ name, mentees, atLeast }, place) => {
    const where = `quotas[${place}]`;
    if (!isQuotaName(name)) {
      faults.add(`${where}.name`, `${shown(name)} is not ${QUOTA_NAME_RULE}`);
    } else if (placeOf.has(name)) {
      faults.add(`${where}.name`, `"${name}" is already the name of quotas[${placeOf.get(name)!}]`);
    }
    placeOf.set(name, placeOf.get(name) ?? place);
    const seen = new Map<number, number>();
    mentees.forEach((mentee, at) => {
      if (!Number.isInteger(mentee) || mentee < 0 || mentee >= menteeCount) {
        faults.add(
          `${where}.mentees[${at}]`,
          `mentee ${shown(mentee)} is not there: there are ${menteeCount}`,
        );
      } else if (seen.has(mentee)) {
        faults.add(`${where}.mentees[${at}]`, `mentee ${mentee} is already in mentees[${seen.get(mentee)!}]`);
      }
      seen.set(mentee, at);
    });
    addCountFaults(where, mentees.length, atLeast, faults);
  });
  faults.refuseIfAny();
}

/** What is wrong with the numbers of one quota, wherever it came from. */
export function addCountFaults(where: string, memberCount: number, atLeast: unknown, faults: Faults): void {
  if (memberCount === 0) {
    faults.add(`${where}.mentees`, 'at least one mentee is needed');
  } else if (typeof atLeast !== 'number' || !Number.isInteger(atLeast)) {
    faults.add(`${where}.atLeast`, `${shown(atLeast)} is not a whole number of mentees`);
  } else if (atLeast < 0 || atLeast > memberCount) {
    faults.add(
      `${where}.atLeast`,
      `${atLeast} is not between 0 and ${memberCount}, the number of its mentees`,
    );
  }
}
