import { exposedTo, type ExchangeableCells } from './exchanged-counts';
import { type GateProgram, holding, isWithheld, now, protect } from './gate-program';
import { withholdInParts } from './withhold-in-parts';

/** What insiders know of a program's columns. */
export interface InsiderKnowledge {
  /** Columns of which there is one of each cell of tables by the insiders' dimension. */
  readonly inside: ReadonlySet<number>;
  /** By insider: what is truly counted in the columns known to that one. */
  readonly known: readonly ReadonlyMap<number, number>[];
  /** The insider in whose category a column of the inside lies, if there is one. */
  readonly ownerOf: (column: number) => number | undefined;
  /** The true count of a column that is told anew; undefined of any other. */
  readonly truly: (column: number) => number | undefined;
}

/**
 * Withholds further columns, until nobody can narrow a withheld one down: no reader of what is told, and no insider who
 * knows some true counts beside it. Each insider is a reader for whom those columns are held at what they truly are; of
 * what that one knows nothing is hidden from that one.
 *
 * Insiders may be many, so whatever can be shown for all of them at once is. What tables by their dimension have in common
 * with others are the sums that both tell. Were all readers to know these truly, nothing on one side would say anything of
 * the other; so they are held at that, which is stricter than it need be, and each side is looked at alone. Outside,
 * insiders then know no more than anybody. Inside, the others share out what a count is moved by ({@link exposedTo}); only
 * what that does not show is looked at for each insider. Where sums are not told, or so nothing is left to withhold,
 * everything is looked at together, for one insider after another.
 *
 * @param all the columns at hand
 * @param families columns that belong together, which cover all
 * @returns columns that stay too narrow for readers who know nothing but what is told
 */
export async function withholdFromInsiders(
  gate: GateProgram,
  all: readonly number[],
  families: readonly (readonly number[])[],
  insiders: InsiderKnowledge,
): Promise<readonly number[]> {
  if (await withholdApart(gate, all, families, insiders)) return [];
  const narrow = await withholdInParts(gate, all, families);
  await untilAllHold(gate, async () => {
    // What stays narrow though nothing told holds it, their own counts tell them: a sum is not less than these.
    await protectFromInsiders(
      gate,
      all,
      insiders,
      all.map((column) => ({ column, to: 'all' })),
    );
  });
  return narrow;
}

/** Looks at the inside and the outside each alone; whether that left nothing too narrow. */
async function withholdApart(
  gate: GateProgram,
  all: readonly number[],
  families: readonly (readonly number[])[],
  insiders: InsiderKnowledge,
): Promise<boolean> {
  const between = sumsBetween(gate, insiders);
  if (between.some((column) => gate.columns[column]!.state !== 'told')) return false;
  const counts = new Map(between.map((column) => [column, insiders.truly(column)!]));
  const apart = holding(gate, counts);
  const outside = all.filter((column) => !insiders.inside.has(column));
  const inside = all.filter((column) => insiders.inside.has(column) || counts.has(column));
  try {
    const narrow = [
      ...(await withholdInParts(apart, outside, families)),
      ...(await protectInside(apart, inside, insiders)),
    ];
    return narrow.length === 0;
  } catch (error) {
    // Beside what was told of others before, the sums of now may be impossible that were possible as they are told.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Sums outside of what lies inside: all that ties both to each other. */
function sumsBetween({ program }: GateProgram, { inside }: InsiderKnowledge): readonly number[] {
  const sums = program.sums.filter(({ sum, of }) => !inside.has(sum) && of.some((each) => inside.has(each)));
  return [...new Set(sums.map(({ sum }) => sum))];
}

/** Protects the inside from readers who know the sums, and from insiders; the ones that stay too narrow. */
async function protectInside(
  gate: GateProgram,
  inside: readonly number[],
  insiders: InsiderKnowledge,
): Promise<readonly number[]> {
  let narrow: readonly number[] = [];
  await untilAllHold(gate, async () => {
    const exposed = exposedInside(gate, insiders);
    narrow = await protect(
      gate,
      inside,
      exposed.flatMap(({ column, to }) => (to === 'all' ? [column] : [])),
    );
    narrow = [...narrow, ...(await protectFromInsiders(gate, inside, insiders, exposed))];
  });
  return narrow;
}

/** A column that may be exposed to some insiders. */
interface ExposedColumn {
  readonly column: number;
  readonly to: ReadonlySet<number> | 'all';
}

/** So many insiders are looked at one by one. */
const FEW_INSIDERS = 8;

/**
 * Protects columns from every insider they may be exposed to; the ones that stay too narrow for some.
 *
 * What is hidden from several who put together what they know is hidden from each of them. So many insiders are looked at
 * half by half: those whose number has a certain binary digit, and those who have not; any two of them are once in
 * different halves. Only what is too narrow for a half is looked at for each of it.
 */
async function protectFromInsiders(
  gate: GateProgram,
  atHand: readonly number[],
  insiders: InsiderKnowledge,
  exposed: readonly ExposedColumn[],
): Promise<readonly number[]> {
  const { known, ownerOf } = insiders;
  const narrow: number[] = [];
  for (const together of togetherOf(known.length)) {
    const isIn = new Set(together);
    const columns = exposed.flatMap(({ column, to }) => {
      const isOwn = isIn.has(ownerOf(column) ?? -1);
      return !isOwn && (to === 'all' || together.some((insider) => to.has(insider))) ? [column] : [];
    });
    const counts = new Map(together.flatMap((insider) => [...known[insider]!]));
    const left = await protect(holding(gate, counts), atHand, columns);
    if (together.length === 1) narrow.push(...left);
    else if (left.length > 0) {
      for (const insider of together) {
        narrow.push(...(await protect(holding(gate, known[insider]!), atHand, left)));
      }
    }
  }
  return narrow;
}

/** The numbers of insiders who are looked at together. */
function togetherOf(howMany: number): readonly (readonly number[])[] {
  const all = Array.from({ length: howMany }, (_, insider) => insider);
  if (howMany <= FEW_INSIDERS) return all.map((insider) => [insider]);
  const digits = Array.from({ length: Math.ceil(Math.log2(howMany)) }, (_, digit) => digit);
  return digits.flatMap((digit) =>
    [0, 1].map((value) => all.filter((insider) => ((insider >> digit) & 1) === value)),
  );
}

/** Does it again as long as it withholds anything: what is withheld for one reader has to be wide enough for all. */
async function untilAllHold({ columns }: GateProgram, protectAll: () => Promise<void>): Promise<void> {
  const howMany = (): number => columns.filter(isWithheld).length;
  for (let before = -1; before !== howMany();) {
    before = howMany();
    await protectAll();
  }
}

/** Withheld columns inside which are not shown to be wide enough for everybody without any program. */
function exposedInside(gate: GateProgram, insiders: InsiderKnowledge): readonly ExposedColumn[] {
  const places = exchangeablePlaces(gate, insiders);
  return [...insiders.inside].flatMap((column) => {
    const { state } = gate.columns[column]!;
    if (!isWithheld(gate.columns[column]!)) return [];
    const place = places.get(column);
    const to =
      place === undefined
        ? ('all' as const)
        : exposedTo(place.among, [place.cell, place.measure], state === 'small', gate.policy);
    return to === 'all' || to.size > 0 ? [{ column, to }] : [];
  });
}

/** Where a column stands among cells that can be exchanged. */
interface ExchangeablePlace {
  readonly among: ExchangeableCells;
  readonly cell: number;
  readonly measure: number;
}

/** Places of columns inside whose cells are part of one sum and no sum themselves. */
function exchangeablePlaces(
  gate: GateProgram,
  { inside, ownerOf, truly }: InsiderKnowledge,
): ReadonlyMap<number, ExchangeablePlace> {
  const { intervals, sums, parts } = now(gate);
  /** The cells of a table that add up to one, each with its columns. */
  const groups = new Map<string, Map<number, number[]>>();
  const groupsOfCell = new Map<number, Set<string>>();
  const isSum = new Set(sums.map(({ sum }) => gate.cellOf(sum)));
  for (const { sum, of } of sums) {
    if (of.length === 0) continue;
    const group = `${gate.cellOf(sum)} ${gate.cellOf(of[0]!)}`;
    const cells = groups.get(group) ?? new Map<number, number[]>();
    groups.set(group, cells);
    for (const column of of) {
      const cell = gate.cellOf(column);
      cells.set(cell, [...(cells.get(cell) ?? []), column]);
      groupsOfCell.set(cell, (groupsOfCell.get(cell) ?? new Set()).add(group));
    }
  }
  const partsOfCell = new Map<number, (readonly [number, number])[]>();
  for (const pair of parts) {
    const cell = gate.cellOf(pair[0]);
    partsOfCell.set(cell, [...(partsOfCell.get(cell) ?? []), pair]);
  }
  const places = new Map<number, ExchangeablePlace>();
  for (const cells of groups.values()) {
    const isExchangeable = [...cells].every(
      ([cell, columns]) =>
        groupsOfCell.get(cell)!.size === 1 &&
        !isSum.has(cell) &&
        columns.every((column) => inside.has(column) && truly(column) !== undefined),
    );
    if (!isExchangeable) continue;
    const measures = [...new Set([...cells.values()].flat().map(gate.measureOf))];
    const among: ExchangeableCells = {
      cells: [...cells].map(([cell, columns]) => ({
        counts: measures.map((measure) => truly(columnOf(gate, columns, measure))!),
        intervals: measures.map((measure) => intervals[columnOf(gate, columns, measure)]!),
        parts: (partsOfCell.get(cell) ?? []).map(
          (pair) => pair.map((column) => measures.indexOf(gate.measureOf(column))) as [number, number],
        ),
        knownTo: ownerOf(columns[0]!),
      })),
    };
    [...cells].forEach(([, columns], cell) => {
      for (const column of columns) {
        places.set(column, { among, cell, measure: measures.indexOf(gate.measureOf(column)) });
      }
    });
  }
  return places;
}

function columnOf(gate: GateProgram, columns: readonly number[], measure: number): number {
  return columns.find((column) => gate.measureOf(column) === measure)!;
}
