import type { PairSource } from '@evenhand/allocation';
import type { Mentee } from '@evenhand/people';
import type { Share } from './access';
import type { PeopleOfRound } from './bottleneck';
import { type Preferences, preferencesMet } from './preferences-met';

/** Whole numbers in order of size: the least, those that a quarter, half and three quarters do not exceed, the most. */
export interface Spread {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
}

/** How good the matches of one professional group, or of one profession, are. */
export interface QualityRow {
  /** The group path joined with `/`: `ahp`, `ahp/physiotherapist`. */
  readonly path: string;
  readonly title: string;
  readonly matched: number;
  /** Scores of the matches, 0 to 10,000. */
  readonly score: Spread;
  /** The place of the mentor among the mentors eligible for the mentee, by score: 1 is the best, equals share a place. */
  readonly mentorRank: Spread;
  /** Matches with the best mentor there is for the mentee. */
  readonly withBest: Share;
  /** Matches with one of the best tenth, rounded up, of the mentors eligible for the mentee. */
  readonly withinBestTenth: Share;
  readonly preferences: Preferences;
}

/** How good the matches of a round are, by background. Rows of those from whom nobody is matched are absent. */
export interface MatchQuality {
  readonly groups: readonly QualityRow[];
  readonly professions: readonly QualityRow[];
}

/** One match as it is counted here. */
interface MeasuredMatch {
  readonly mentee: Mentee;
  readonly score: number;
  readonly rank: number;
  readonly eligible: number;
  readonly preferences: Preferences;
}

/**
 * Measures the matches of a round by professional group and by profession, in the catalogue's order.
 *
 * @param pairs what was solved; the row of each matched mentee is read once
 * @param mentorOf for each mentee the index of the mentor, or -1
 * @throws RangeError where a mentee is matched with a mentor who is not eligible
 */
export function measureQuality(
  { mentees, mentors, catalogue }: PeopleOfRound,
  pairs: PairSource,
  mentorOf: Int32Array,
): MatchQuality {
  const row = { mentors: new Int32Array(mentors.length), scores: new Int32Array(mentors.length) };
  const matches = mentees.flatMap((mentee, i): MeasuredMatch[] => {
    const j = mentorOf[i]!;
    if (j < 0) {
      return [];
    }
    const eligible = pairs.row(i, row.mentors, row.scores);
    const at = row.mentors.subarray(0, eligible).indexOf(j);
    if (at < 0) {
      throw new RangeError(`Mentee ${i} is matched with mentor ${j}, who is not eligible`);
    }
    const score = row.scores[at]!;
    const better = row.scores.subarray(0, eligible).filter((other) => other > score).length;
    return [{ mentee, score, rank: better + 1, eligible, preferences: preferencesMet(mentee, mentors[j]!) }];
  });
  const { professionalGroups, professions } = catalogue.content;
  const rowOf = (path: string, title: string, isOf: (mentee: Mentee) => boolean): QualityRow[] => {
    const own = matches.filter(({ mentee }) => isOf(mentee));
    return own.length === 0 ? [] : [{ path, title, ...summary(own) }];
  };
  return {
    groups: professionalGroups.flatMap(({ code, title }) =>
      rowOf(code, title, ({ background }) => background.group === code),
    ),
    professions: professionalGroups.flatMap((group) =>
      professions
        .filter((profession) => profession.group === group.code)
        .flatMap(({ code, title }) =>
          rowOf(`${group.code}/${code}`, title, ({ background }) => background.profession === code),
        ),
    ),
  };
}

function summary(matches: readonly MeasuredMatch[]): Omit<QualityRow, 'path' | 'title'> {
  const share = (isCounted: (match: MeasuredMatch) => boolean): Share => [
    matches.filter(isCounted).length,
    matches.length,
  ];
  return {
    matched: matches.length,
    score: spreadOf(matches.map(({ score }) => score)),
    mentorRank: spreadOf(matches.map(({ rank }) => rank)),
    withBest: share(({ rank }) => rank === 1),
    withinBestTenth: share(({ rank, eligible }) => rank <= Math.ceil(eligible / 10)),
    preferences: {
      stated: matches.reduce((sum, { preferences }) => sum + preferences.stated, 0),
      met: matches.reduce((sum, { preferences }) => sum + preferences.met, 0),
    },
  };
}

/**
 * The spread of at least one whole number. Each of the five is one of the numbers themselves: the smallest that at least
 * the quarter, the half and so on of them do not exceed, so nothing is rounded.
 */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Int32Array.from(values).sort();
  const quarter = (quarters: number): number =>
    sorted[Math.max(0, Math.ceil((quarters * sorted.length) / 4) - 1)]!;
  return {
    least: quarter(0),
    lowerQuartile: quarter(1),
    median: quarter(2),
    upperQuartile: quarter(3),
    most: quarter(4),
  };
}
