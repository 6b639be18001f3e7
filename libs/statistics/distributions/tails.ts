/** The two parts into which a value cuts a distribution. Each keeps its digits where it is small. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}
