import type { Objective, PriorAccess } from '../problem';

/** What JSON.parse makes of a problem file, every default written out. */
export interface ProblemValue {
  readonly format: 'evenhand.problem/1';
  readonly seed: string;
  readonly mentees: readonly {
    readonly id: string;
    readonly group: readonly string[];
    readonly priority: number;
  }[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number }[];
  readonly edges: readonly (readonly [mentee: number, mentor: number, score: number])[];
  readonly objectives: readonly Objective[];
  readonly equity: {
    readonly levels?: readonly number[];
    readonly prior?: Readonly<Record<string, PriorAccess>>;
  };
}

/** The same problem with mentees, mentors, pairs and prior listed in another order, which `seed` decides. */
export function shuffled(value: ProblemValue, seed: number): ProblemValue {
  const draw = drawing(seed);
  const menteeOrder = shuffledIndices(value.mentees.length, draw);
  const mentorOrder = shuffledIndices(value.mentors.length, draw);
  const edgeOrder = shuffledIndices(value.edges.length, draw);
  const prior = Object.entries(value.equity.prior ?? {});
  return {
    ...value,
    mentees: menteeOrder.map((mentee) => value.mentees[mentee]!),
    mentors: mentorOrder.map((mentor) => value.mentors[mentor]!),
    edges: edgeOrder.map((edge) => {
      const [mentee, mentor, score] = value.edges[edge]!;
      return [menteeOrder.indexOf(mentee), mentorOrder.indexOf(mentor), score] as const;
    }),
    equity: {
      ...value.equity,
      prior: Object.fromEntries(shuffledIndices(prior.length, draw).map((place) => prior[place]!)),
    },
  };
}

/** Fisher and Yates. */
function shuffledIndices(count: number, draw: (below: number) => number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** A linear congruential generator: good enough to mix a list, and the same on every machine. */
function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
