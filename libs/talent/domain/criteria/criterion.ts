import { InputRefused } from '@evenhand/kernel';
import { type Condition, conditionProblems, type RuleVocabulary, type WantedCondition } from './condition';
import { foreignLetter, namedCharacteristics } from './protected-characteristics';

/** One thing that people are looked at for. */
export interface Criterion {
  /** Names the criterion throughout its versions. */
  readonly code: string;
  /** What it asks, in one plain sentence of 1 to 500 characters. */
  readonly sentence: string;
  /**
   * The same as a rule over what the service holds: one of these conditions is enough. Absent where people alone can
   * tell. It informs whoever decides, and decides nothing.
   */
  readonly rule?: readonly [Condition, ...Condition[]];
}

/** At least one. */
export type Criteria = readonly [Criterion, ...Criterion[]];

/** A criterion as somebody hands it in: its rule may say anything. */
export interface WantedCriterion extends Omit<Criterion, 'rule'> {
  readonly rule?: readonly WantedCondition[];
}

/**
 * What a pool or post may ask.
 *
 * @param where what the list is called in what was handed in, such as `criteria`
 * @throws InputRefused with every fault at once: two criteria of one code, a rule that cannot be looked up, words that name
 *   a protected characteristic, letters of another alphabet
 */
export function soundCriteria(
  wanted: readonly WantedCriterion[],
  vocabulary: RuleVocabulary,
  where: string,
): Criteria {
  const codes = wanted.map(({ code }) => code);
  InputRefused.ifAny(
    wanted.flatMap(({ code, sentence, rule }, at) => {
      const here = `${where}[${at}]`;
      return [
        ...(codes.indexOf(code) === at
          ? []
          : [`${here}.code: "${code}" is the code of an earlier criterion`]),
        ...protectedProblems(code, `${here}.code`),
        ...protectedProblems(sentence, `${here}.sentence`),
        ...(rule ?? []).flatMap((condition, position) =>
          conditionProblems(condition, vocabulary, `${here}.rule[${position}]`),
        ),
      ];
    }),
  );
  return wanted as unknown as Criteria;
}

/** A line for each protected characteristic that a text names, and for a letter by which it could hide one. */
function protectedProblems(text: string, where: string): string[] {
  const foreign = foreignLetter(text);
  return [
    ...(foreign === undefined
      ? []
      : [`${where}: "${foreign}" is a letter of another alphabet: write plain words in Latin letters`]),
    ...namedCharacteristics(text).map(
      ({ characteristic, word }) =>
        `${where}: "${word}" names a protected characteristic (${characteristic.replaceAll('_', ' ')}): ask what somebody has done and can do, not who they are`,
    ),
  ];
}
