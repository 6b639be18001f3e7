import fc from 'fast-check';
import { lineManagerCycles } from './line-manager-cycles';

function managers(lines: Record<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(lines));
}

/** Whether taking away, again and again, whoever reports to nobody left takes everybody away. */
function everybodyHasATop(managersOf: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Map(managersOf);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [id, above] of left) {
      if (!above.some((manager) => left.has(manager))) {
        left.delete(id);
      }
    }
  }
  return left.size === 0;
}

function rotatedToSmallest(cycle: readonly string[]): string {
  const start = cycle.indexOf([...cycle].sort()[0]!);
  return [...cycle.slice(start), ...cycle.slice(0, start)].join(' ');
}

const person = fc.integer({ min: 0, max: 11 }).map(String);
const organisation = fc
  .array(fc.tuple(person, fc.uniqueArray(person, { maxLength: 3 })), { maxLength: 12 })
  .map((lines) => new Map(lines));

describe('circles of line managers', () => {
  it('are none where every line ends', () => {
    expect(lineManagerCycles(managers({ a: ['b'], b: ['c'], d: ['c', 'b'] }))).toEqual([]);
  });

  it('are found once, from whichever of their people the search comes to first', () => {
    expect(lineManagerCycles(managers({ c: ['a'], a: ['b'], b: ['a'], d: ['b'] }))).toEqual([['a', 'b']]);
  });

  it('are found for somebody who manages themselves', () => {
    expect(lineManagerCycles(managers({ a: ['a'] }))).toEqual([['a']]);
  });

  it('are found through the second of two posts', () => {
    expect(lineManagerCycles(managers({ a: ['x', 'b'], b: ['a'] }))).toEqual([['a', 'b']]);
  });

  it('are looked for along lines of any length', () => {
    const line = new Map(Array.from({ length: 100_000 }, (_, index) => [`${index}`, [`${index + 1}`]]));
    expect(lineManagerCycles(line)).toEqual([]);
    line.set('100000', ['99999']);
    expect(lineManagerCycles(line)).toEqual([['99999', '100000']]);
  });

  it('are reported exactly when there is one, and each is real and told once', () => {
    fc.assert(
      fc.property(organisation, (managersOf) => {
        const cycles = lineManagerCycles(managersOf);
        expect(cycles.length === 0).toBe(everybodyHasATop(managersOf));
        expect(new Set(cycles.map(rotatedToSmallest)).size).toBe(cycles.length);
        for (const cycle of cycles) {
          cycle.forEach((id, place) =>
            expect(managersOf.get(id)).toContain(cycle[(place + 1) % cycle.length]),
          );
        }
      }),
    );
  });

  it('break up entirely when one report of each circle is ended, where everybody has one manager', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            person,
            person.map((id) => [id]),
          ),
          { maxLength: 12 },
        ),
        (lines) => {
          const managersOf = new Map(lines);
          lineManagerCycles(managersOf).forEach(([first]) => managersOf.delete(first!));
          expect(everybodyHasATop(managersOf)).toBe(true);
        },
      ),
    );
  });
});
