/**
 * The circles that people form when each reports to the next and the last to the first; at least one of every set of
 * people who stand above and below each other.
 *
 * @param managersOf by a person's id, the ids of those whom they report to; an id that is no key ends the line
 * @returns each circle as ids, every one followed by its manager and the last by the first
 */
export function lineManagerCycles(managersOf: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  for (const start of managersOf.keys()) {
    // Lines can be as long as the file, so they are walked with a list of our own instead of by calls.
    const line: { id: string; managers: Iterator<string, undefined> }[] = [];
    const placeInLine = new Map<string, number>();
    const enter = (id: string): void => {
      placeInLine.set(id, line.length);
      line.push({ id, managers: (managersOf.get(id) ?? []).values() });
    };
    if (!finished.has(start)) {
      enter(start);
    }
    for (let last = line.at(-1); last !== undefined; last = line.at(-1)) {
      const { done, value: manager } = last.managers.next();
      if (done === true) {
        line.pop();
        placeInLine.delete(last.id);
        finished.add(last.id);
        continue;
      }
      const place = placeInLine.get(manager);
      if (place !== undefined) {
        cycles.push(line.slice(place).map(({ id }) => id));
      } else if (!finished.has(manager)) {
        enter(manager);
      }
    }
  }
  return cycles;
}
