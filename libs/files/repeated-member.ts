/** A member that stands twice in one object of a JSON text. */
export interface RepeatedMember {
  readonly name: string;
  /** Where its second name begins, in the text. */
  readonly offset: number;
}

/** White space as JSON knows it, and the colon that follows a name and no other text. */
const COLON_NEXT = /[ \t\n\r]*:/y;
const MARKS = /["{}]/g;

/**
 * The first member that an object has twice; undefined where there is none. JSON leaves open what that means, the
 * built-in parser forgets the first of the two, and another program may forget the second.
 *
 * @param text JSON: what is none may give any answer
 */
export function repeatedMember(text: string): RepeatedMember | undefined {
  const open: Set<string>[] = [];
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(text); mark !== null; mark = MARKS.exec(text)) {
    const [sign] = mark;
    if (sign === '{') {
      open.push(new Set());
    } else if (sign === '}') {
      open.pop();
    } else {
      const end = endOfText(text, mark.index);
      MARKS.lastIndex = end;
      COLON_NEXT.lastIndex = end;
      if (COLON_NEXT.test(text)) {
        const name = JSON.parse(text.slice(mark.index, end)) as string;
        const names = open.at(-1)!;
        if (names.has(name)) {
          return { name, offset: mark.index };
        }
        names.add(name);
      }
    }
  }
  return undefined;
}

/** Where a text in quotation marks is over: after the first mark that no odd number of backslashes stands before. */
function endOfText(text: string, start: number): number {
  for (let end = start + 1; ; end++) {
    end = text.indexOf('"', end);
    let before = end - 1;
    while (text[before] === '\\') {
      before--;
    }
    if ((end - before) % 2 === 1) {
      return end + 1;
    }
  }
}
