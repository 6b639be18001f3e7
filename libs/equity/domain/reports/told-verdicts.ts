import {
  type CountRange,
  type GroupRange,
  type PossibleVerdicts,
  possibleVerdicts,
  type Verdict,
} from '@evenhand/statistics';
import { MOST_PEOPLE } from '../baseline/baseline';
import type { ReleasedLook, Share } from './released-look';
import { isGroup } from './report-dimensions';

/** Each of the three verdicts as it is read. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  disparity: 'Disparity',
  not_enough_data: 'Not enough data',
  no_evidence_of_disparity: 'No evidence of disparity',
};
/** What stands where the released counts leave more than one verdict possible. */
export const NOT_TOLD = 'Not told';
/** What stands beside people who are no group. */
export const NOT_COMPARED = 'Not compared';

/** Verdicts by the categories of a row. */
export interface ToldVerdicts {
  /** Undefined where it cannot be told, or the people are no group. */
  readonly of: (...categories: readonly string[]) => Verdict | undefined;
  readonly wordsOf: (...categories: readonly string[]) => string;
}

/**
 * What is found of each group beside everyone else: the verdict on the true counts, where every count that the release
 * leaves possible has that same verdict; it is not told otherwise.
 *
 * No true count is looked at. What each count can be is taken from what was released and from nothing else: the interval
 * behind a rounded count, and for a withheld one everything from nobody to its whole. The verdict on a group hangs on all
 * others too, by the rest that it is held against and by Holm's family, and for these the same is taken. So the words are
 * worked out from the release, as a reader could do it, and whoever reads them learns nothing that the release does not
 * say: no withheld count is narrowed, nor any rounded one within its interval. A word on true counts would do both. Where
 * nobody to nine of 200 asked, "disparity" leaves nobody to three; and five words beside as many rounded counts can take
 * values from sums by which a withheld count was shown to be safe.
 *
 * @param rows the categories of every group, and of whoever is in none: these are a part of everyone else, and no more
 */
export function toldVerdicts<Measure extends string>(
  look: ReleasedLook<Measure>,
  dimensions: readonly string[],
  rows: readonly (readonly string[])[],
  share: Share<Measure>,
): ToldVerdicts {
  const [successes, n] = share.map((measure) => look.behind([], [], measure) ?? ANY);
  const rangeOf = (categories: readonly string[]): GroupRange => {
    const [part, whole] = share.map((measure) => look.behind(dimensions, categories, measure));
    const counted = whole ?? { lowest: part?.lowest ?? 0, highest: n!.highest };
    return {
      key: keyOf(categories),
      n: counted,
      successes: part ?? { lowest: 0, highest: counted.highest },
    };
  };
  const isCompared = (categories: readonly string[]): boolean => areGroup(dimensions, categories);
  const possible = possibleVerdicts(
    rows.filter(isCompared).map(rangeOf),
    { successes: successes!, n: n! },
    rows.filter((categories) => !isCompared(categories)).map(rangeOf),
  );
  const told = new Map(possible.map((each) => [each.key, onlyVerdict(each)]));
  return {
    of: (...categories) => told.get(keyOf(categories)),
    wordsOf: (...categories) => {
      if (!isCompared(categories)) return NOT_COMPARED;
      const verdict = told.get(keyOf(categories));
      return verdict === undefined ? NOT_TOLD : VERDICT_WORDS[verdict];
    },
  };
}

/** Whether people with these categories are a group. */
export function areGroup(dimensions: readonly string[], categories: readonly string[]): boolean {
  return categories.every((category, at) => isGroup(dimensions[at]!, category));
}

/** What a count can be of which nothing is told: no service has so many people. */
const ANY: CountRange = { lowest: 0, highest: MOST_PEOPLE };

function onlyVerdict({ verdicts }: PossibleVerdicts): Verdict | undefined {
  return verdicts.length === 1 ? verdicts[0] : undefined;
}

function keyOf(categories: readonly string[]): string {
  return JSON.stringify(categories);
}
