/**
 * Text in lines of at most `length` characters, broken between words and, where one word is longer than a line, within
 * it: text in SVG does not wrap by itself.
 */
export function wrappedText(text: string, length: number): string[] {
  const pieces = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => pieceByPiece(Array.from(word), length));
  return pieces.reduce<string[]>((lines, piece) => {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${piece}`;
    if (last === undefined || Array.from(longer).length > length) {
      return [...lines, piece];
    }
    return [...lines.slice(0, -1), longer];
  }, []);
}

/** By characters, not by halves of one. */
function pieceByPiece(characters: readonly string[], length: number): string[] {
  return Array.from({ length: Math.ceil(characters.length / length) }, (_, at) =>
    characters.slice(at * length, (at + 1) * length).join(''),
  );
}
