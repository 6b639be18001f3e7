/** How a count stands in a sentence: as it is, or rounded so that nobody is given away. */
export type TellCount = (count: number) => string;

/** A count as it is: for those who run a programme, and keep what they read within it. */
export const inFull: TellCount = String;

/** Whether a count is told no more exactly than none would be: what else is known of so few is not told either. */
export function isWithheld(tell: TellCount, count: number): boolean {
  return count > 0 && tell(count) === tell(0);
}

/** `1 place`, `2 places`, `fewer than 10 places`. */
export function toldCount(tell: TellCount, count: number, one: string, many = `${one}s`): string {
  const told = tell(count);
  return `${told} ${told === '1' ? one : many}`;
}

/** A sentence that may begin with a count in words: `Fewer than 10 people …`. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
