import { type Allocation, type AllocationProblem, type Rate, TOP_SCORE } from '../problem';
import { compareRates } from './fraction';
import { MinCostFlow } from './min-cost-flow';
import { askedByPath, levelOf, outcomeOf, pathsOf, priorOf, scoresOf } from './outcome';
import { TIE_KEY_SPAN, tieKeys } from './tie-key';

/** What one unit of each objective weighs in the one cost that stands for all of them. */
interface Weights {
  readonly coverage: bigint;
  /** By path and number of matched mentees before: what one more is worth in equity. */
  readonly equity: ReadonlyMap<string, readonly bigint[]>;
  readonly priority: bigint;
  readonly score: bigint;
  readonly firstTie: bigint;
  readonly secondTie: bigint;
}

/**
 * Solves a small problem exactly, in a way that shares nothing with the engine: one flow from source over group,
 * profession, mentee and mentor to the sink, with a cost in which each objective has a range of digits of its own.
 */
export function solveByFlow(problem: AllocationProblem): Allocation {
  const { mentees, mentors, seed } = problem;
  const weights = weightsOf(problem);
  const network = new MinCostFlow();
  const source = network.addNode();
  const sink = network.addNode();

  const pathNodes = new Map([...askedByPath(problem).keys()].map((path) => [path, network.addNode()]));
  for (const [path, steps] of weights.equity) {
    const [group] = path.split('/');
    const isGroup = levelOf(path) === 1;
    const from = isGroup ? source : pathNodes.get(group!)!;
    // One arc for each further mentee; their costs rise, so the flow takes them in this order.
    for (const step of steps) {
      network.addArc(from, pathNodes.get(path)!, 1, step - (isGroup ? weights.coverage : 0n));
    }
  }

  const mentorNodes = mentors.map(({ capacity }) => {
    const node = network.addNode();
    network.addArc(node, sink, capacity, 0n);
    return node;
  });

  const pairArcs = mentees.flatMap(({ id, group, priority }, mentee) => {
    const node = network.addNode();
    network.addArc(pathNodes.get(pathsOf(group).at(-1)!)!, node, 1, -weights.priority * BigInt(priority));
    return Array.from(scoresOf(problem, mentee), ([mentor, score]) => {
      const { first, second } = tieKeys(seed, id, mentors[mentor]!.id);
      const cost =
        BigInt(first) * weights.firstTie + BigInt(second) * weights.secondTie - BigInt(score) * weights.score;
      return { mentee, mentor, arc: network.addArc(node, mentorNodes[mentor]!, 1, cost) };
    });
  });

  network.sendWhileItPays(source, sink);

  const mentorOf = new Int32Array(mentees.length).fill(-1);
  for (const { mentee, mentor, arc } of pairArcs) {
    if (network.flowOn(arc) === 1) {
      mentorOf[mentee] = mentor;
    }
  }
  return outcomeOf(problem, mentorOf).allocation;
}

/**
 * Lays the objectives out from the least to the first, each weighing more than all before it can add up to. An
 * objective that is not asked for weighs nothing.
 */
function weightsOf(problem: AllocationProblem): Weights {
  const { mentees, objectives, equity } = problem;
  let free = 1n;
  const reserve = (largestSum: number): bigint => {
    const weight = free;
    free *= BigInt(largestSum) + 1n;
    return weight;
  };
  const secondTie = reserve(mentees.length * TIE_KEY_SPAN);
  const firstTie = reserve(mentees.length * TIE_KEY_SPAN);
  const score = objectives.includes('score') ? reserve(mentees.length * TOP_SCORE) : 0n;
  const allPriorities = mentees.reduce((sum, { priority }) => sum + priority, 0);
  const priority = objectives.includes('priority') ? reserve(allPriorities) : 0n;

  const steps = new Map(
    [...askedByPath(problem)].map(([path, asked]) => [path, new Array<bigint>(asked).fill(0n)]),
  );
  if (objectives.includes('equity')) {
    for (const level of [...equity.levels].reverse()) {
      free = weighLevel(problem, level, free, steps);
    }
  }
  const coverage = objectives.includes('coverage') ? reserve(mentees.length) : 0n;
  return { coverage, equity: steps, priority, score, firstTie, secondTie };
}

/**
 * Leximin as a cost. The sorted rates are greatest exactly when the number of groups at the lowest attainable rate is
 * least, then the number at the next one, and so on: so a group at a rate costs a power of a base that no number of
 * groups reaches, the higher the lower the rate. A step from one rate to the next costs the difference.
 *
 * @returns the first weight above everything that this level can add up to
 */
function weighLevel(
  problem: AllocationProblem,
  level: 1 | 2,
  unit: bigint,
  steps: Map<string, readonly bigint[]>,
): bigint {
  const paths = [...askedByPath(problem)].filter(([path]) => levelOf(path) === level);
  const base = BigInt(paths.length + 1);
  const ladders = paths.map(([path, asked]) => {
    const prior = priorOf(problem, path);
    const rates = Array.from({ length: asked + 1 }, (_, now): Rate => [
      prior.matched + now,
      prior.asked + asked,
    ]);
    return { path, rates };
  });
  const attainable = ladders
    .flatMap(({ rates }) => rates)
    .sort(compareRates)
    .filter((rate, place, all) => place === 0 || compareRates(all[place - 1]!, rate) < 0);
  const costOf = (rate: Rate): bigint => {
    const rung = attainable.findIndex((other) => compareRates(other, rate) === 0);
    return unit * base ** BigInt(attainable.length - 1 - rung);
  };
  for (const { path, rates } of ladders) {
    const costs = rates.map(costOf);
    steps.set(
      path,
      costs.slice(1).map((cost, before) => cost - costs[before]!),
    );
  }
  return unit * base ** BigInt(attainable.length);
}
