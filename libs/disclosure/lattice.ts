import { InputRefused } from '@evenhand/kernel';

/** The sets of dimensions that may be asked together, each as it was given; none of them twice. */
export interface Lattice {
  readonly sets: readonly (readonly string[])[];
}

/**
 * A lattice: the given sets of dimensions and all that they contain, down to the empty one, which is the total. Who may
 * read a table could add it up to each of those anyway. Smaller sets come first, and then in the order given.
 *
 * @param largest the sets that contain all others, by codes of dimensions
 */
export function latticeOf(largest: readonly (readonly string[])[]): Lattice {
  const sets = new Map<string, readonly string[]>();
  for (const set of largest.flatMap(subsetsOf)) {
    const key = keyOf(set);
    if (!sets.has(key)) sets.set(key, set);
  }
  return { sets: [...sets.values()].sort((a, b) => a.length - b.length) };
}

/**
 * Refuses a question that is not on the lattice. Free combinations of dimensions would let anybody ask the same with one
 * filter more until a single person is left.
 *
 * @param asked codes of dimensions, in any order
 * @returns the set as the lattice has it
 * @throws InputRefused where the lattice has no such set; it lists what may be asked
 */
export function refuseOffLattice(lattice: Lattice, asked: readonly string[]): readonly string[] {
  const found = lattice.sets.find((set) => keyOf(set) === keyOf(asked));
  if (found === undefined) {
    throw new InputRefused([
      `dimensions: ${inWords(asked)} cannot be asked together; what may be asked is ` +
        lattice.sets.map(inWords).join('; '),
    ]);
  }
  return found;
}

function subsetsOf(set: readonly string[]): readonly (readonly string[])[] {
  return set.reduce<string[][]>(
    (subsets, code) => [...subsets, ...subsets.map((each) => [...each, code])],
    [[]],
  );
}

function keyOf(set: readonly string[]): string {
  return JSON.stringify([...set].sort());
}

function inWords(set: readonly string[]): string {
  return set.length === 0 ? 'none (the total)' : set.join(' × ');
}
