/**
 * What one more place with a mentor could bring, by what it would change first: one more person matched, access that is
 * more even, a longer wait ended, a better fit, another draw, or nothing.
 */
export const PLACE_GAINS = ['coverage', 'evenness', 'priority', 'score', 'draw', 'nothing'] as const;
/** One of {@link PLACE_GAINS}. */
export type PlaceGain = (typeof PLACE_GAINS)[number];

/** What one more place with one mentor could bring at most. */
export interface PlaceWorth {
  readonly gain: PlaceGain;
  /** For `priority` days of waiting, for `score` basis points: at most so many; 0 for the others. */
  readonly most: number;
  /** The same in plain words, about "one more place". */
  readonly sentence: string;
}

/** The part of a certificate that this reads. */
export interface CertificatePrices {
  /** Level prices, each as rung, change, rung, change and so on; rung 0 is coverage, the others are access rates. */
  readonly levels: readonly (readonly number[])[];
  /**
   * For each mentor, in ascending order of id, seven whole numbers: the position of the level price in `levels`, then the
   * prices of priority, score and the four parts of the draw.
   */
  readonly mentors: readonly (readonly number[])[];
}

const PARTS_OF_A_PRICE = 7;
const COVERAGE_RUNG = 0;

/**
 * Reads from the prices of a certificate what one more place with each mentor could bring. A price is what the optimum
 * pays for a place of that mentor; one place more cannot bring more than that, though it may bring less where several
 * mentors are equally short. What counts is the first part that is not zero, since each objective comes strictly before
 * the next.
 *
 * @param mentorCount how many mentors took part
 * @throws RangeError where the prices are not those of so many mentors, or are no prices, saying which
 */
export function worthOfPlaces({ levels, mentors }: CertificatePrices, mentorCount: number): PlaceWorth[] {
  if (mentors.length !== mentorCount) {
    throw new RangeError(`The certificate prices ${mentors.length} mentors, and ${mentorCount} took part`);
  }
  return mentors.map((price, mentor) => {
    const level = levels[price[0] ?? -1];
    if (price.length !== PARTS_OF_A_PRICE || level === undefined || !price.every(Number.isSafeInteger)) {
      throw new RangeError(
        `The price of mentor ${mentor} in the certificate is none: ${JSON.stringify(price)}`,
      );
    }
    return worthOf(level, price.slice(1));
  });
}

/** Costs fall where something is gained, so a negative price is worth something, and a positive one is of a free place. */
function worthOf(
  [rung, change]: readonly number[],
  [priority = 0, score = 0, ...draw]: readonly number[],
): PlaceWorth {
  if (rung !== undefined && change !== undefined) {
    const gain = rung === COVERAGE_RUNG ? 'coverage' : 'evenness';
    return worth(change < 0 ? gain : 'nothing', 0);
  }
  if (priority !== 0) {
    return priority < 0 ? worth('priority', -priority) : worth('nothing', 0);
  }
  if (score !== 0) {
    return score < 0 ? worth('score', -score) : worth('nothing', 0);
  }
  const first = draw.find((part) => part !== 0) ?? 0;
  return worth(first < 0 ? 'draw' : 'nothing', 0);
}

function worth(gain: PlaceGain, most: number): PlaceWorth {
  return { gain, most, sentence: SENTENCES[gain](most) };
}

const SENTENCES: Readonly<Record<PlaceGain, (most: number) => string>> = {
  coverage: () => 'One more place could let one more person be matched.',
  evenness: () =>
    'One more place could let somebody of a worse-off group or profession be matched in place of somebody else.',
  priority: (days) =>
    `One more place could let somebody be matched who has waited up to ${days} ${days === 1 ? 'day' : 'days'} longer.`,
  score: (points) => `One more place could raise the sum of scores by up to ${points}.`,
  draw: () => 'One more place could change nothing but the draw by the seed.',
  nothing: () => 'One more place would change nothing.',
};
