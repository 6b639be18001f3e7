const MOST_CHARACTERS = 40;
/** Control characters, direction marks, line separators: what could redraw a terminal or hide what is there. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A piece of somebody's file, fit for one line of a message: cut to 40 characters, unseen characters written out. */
export function shown(text: string): string {
  // Two units a character at most, and one character more to know whether there is a rest.
  const characters = Array.from(text.slice(0, 2 * (MOST_CHARACTERS + 1)));
  const start = characters.slice(0, MOST_CHARACTERS).join('').replace(UNSEEN, escaped);
  return characters.length > MOST_CHARACTERS ? `${start}…` : start;
}

/** The same, in quotation marks. */
export function quoted(text: string): string {
  return `"${shown(text)}"`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
