import { Conflict } from '@evenhand/kernel';
import { idKey, type RegisteredPerson } from '@evenhand/people';
import { type EligibilityRule, RULE_TEXTS } from '../../domain/eligibility-rule';

/** Whether somebody can be matched at all. */
export function takesPart({ consent, active }: Pick<RegisteredPerson, 'consent' | 'active'>): boolean {
  return consent && active;
}

/**
 * Whether two people, held as they are now, still want to be a pair. The reason names neither: who put whom on record is
 * not for the other to know.
 *
 * @throws Conflict `proposal.pair-not-eligible`
 */
export function refuseUnlessMayBePaired(one: RegisteredPerson, other: RegisteredPerson): void {
  if (!takesPart(one) || !takesPart(other)) {
    throw refusal('not_taking_part');
  }
  if (excludes(one, other) || excludes(other, one)) {
    throw refusal('excluded');
  }
}

function excludes({ exclude }: RegisteredPerson, { reference }: RegisteredPerson): boolean {
  return exclude.some((excluded) => idKey(excluded) === idKey(reference));
}

function refusal(rule: EligibilityRule): Conflict {
  const { title, sentence } = RULE_TEXTS[rule];
  return new Conflict(
    'proposal.pair-not-eligible',
    `The pair may no longer be matched (${title.toLowerCase()}): ${sentence}`,
  );
}
