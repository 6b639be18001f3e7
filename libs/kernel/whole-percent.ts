/**
 * A share in words: `41%`, a whole percentage, halves up.
 *
 * @param share how many, and of how many: whole numbers from 0 up, the first not greater than the second
 * @returns a dash where it would be a share of nobody or of an unknown number
 */
export function wholePercent(share: readonly [part: number, of: number] | undefined): string {
  if (share === undefined || share[1] === 0) {
    return '–';
  }
  const [part, of] = share;
  // In whole numbers, so that a half is a half.
  const doubled = 200 * part + of;
  return `${(doubled - (doubled % (2 * of))) / (2 * of)}%`;
}
