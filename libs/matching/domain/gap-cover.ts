import { WHOLE, wholeDivision } from './twelfths';

/** How well a mentor covers one gap: not at all, from one stage below the target, at the target, or above it. */
export type GapCover = 0 | 1 | 2 | 3;

/** The least cover with which a pair is eligible. */
export const COVERED_AT_TARGET: GapCover = 2;

/** How much of the gap each cover fills, in halves. */
export const HALVES = [0, 1, 2, 2];

/** Twelfths for the level of the strength by cover: a good part at the target, with room above. */
export const TWELFTHS = [0, 0, 8, WHOLE];

/**
 * How well a mentor covers a gap. Above the top stage there is nothing, so practice there counts as above the target.
 *
 * @param practised rank of the highest stage at which they practised the topic, -1 for never
 * @param target rank of the target stage
 */
export function gapCover(practised: number, target: number, stageCount: number): GapCover {
  const halves = halvesCovered(practised, target);
  return halves === 2 && (practised > target || practised === stageCount - 1) ? 3 : halves;
}

/**
 * How much of a gap a mentor covers, in halves: all of it where they have practised the topic at the target stage or
 * above, half where they came within one stage of it.
 *
 * @param practised rank of the highest stage at which they practised it, -1 for never
 * @param target rank of the target stage
 */
export function halvesCovered(practised: number, target: number): 0 | 1 | 2 {
  return practised >= target ? 2 : practised >= 0 && practised === target - 1 ? 1 : 0;
}

/**
 * Points for the gaps covered, and for the level of the strengths. Both count over all of a mentee's gaps, covered or
 * not: covering one more, or covering one at a higher stage, can then never cost a point in either.
 *
 * @param full points for all gaps, covered above the target
 * @param parts sum over the gaps of their weights times {@link HALVES}, or {@link TWELFTHS}
 * @param partsOfWhole 2 or 12
 * @param total sum of the weights of all gaps
 */
export function gapPoints(full: number, parts: number, partsOfWhole: 2 | 12, total: number): number {
  return wholeDivision(full * parts, partsOfWhole * total);
}
