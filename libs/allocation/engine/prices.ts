import type { Certificate, Price, TightSet } from '../problem';
import type { Access } from './access';
import type { ExchangeGraph } from './exchange-graph';
import type { Face } from './face';
import type { Instance } from './instance';
import { NONE } from './matching';

/** The parts of a price after the level, in the order in which they count. */
const PARTS = ['priority', 'score', 'order1', 'tie1', 'order2', 'tie2'] as const;
type Part = (typeof PARTS)[number];

/** The prices of every node of a face, gathered stage by stage: what proves the matching optimal in the end. */
export class Prices {
  readonly #parts: Record<Part, Float64Array>;
  readonly #source: number;

  constructor(
    private readonly instance: Instance,
    private readonly access: Access,
    private readonly graph: ExchangeGraph,
    private readonly face: Face,
  ) {
    this.#source = face.hubNode(graph.source);
    this.#parts = Object.fromEntries(PARTS.map((part) => [part, new Float64Array(face.nodeCount)])) as Record<
      Part,
      Float64Array
    >;
    this.set('priority', face.priority);
  }

  /** Takes the prices of a stage, as what they are beside the source's. */
  set(part: Part, potentials: Float64Array | Int32Array): void {
    const own = this.#parts[part];
    for (let node = 0; node < own.length; node++) {
      own[node] = potentials[node]! - potentials[this.#source]!;
    }
  }

  certificate(onWork: () => void): Certificate {
    const { instance, access, graph, face } = this;
    const keyOf = (name: string, profession: number): string =>
      access.rated[profession]! ? name : `${name}/`;
    return {
      levels: face.levels,
      groups: Object.fromEntries(
        access.groups.names.map((name, group) => [name, this.#priceOf(face.hubNode(graph.groupNode(group)))]),
      ),
      professions: Object.fromEntries(
        access.professions.names.map((name, profession) => [
          keyOf(name, profession),
          this.#priceOf(face.hubNode(profession)),
        ]),
      ),
      mentors: Array.from(instance.capacity, (_, mentor) => this.#priceOf(face.mentorNode(mentor))),
      tightSets: tightSets(instance, face, onWork),
    };
  }

  #priceOf(node: number): Price {
    const parts = PARTS.map((part) => this.#parts[part][node]! || 0);
    return [this.face.level[node]!, ...parts] as unknown as Price;
  }
}

/** For each price below that of the source which a mentor has: who shares the places at or below it. */
function tightSets(instance: Instance, face: Face, onWork: () => void): TightSet[] {
  const { menteeCount, mentorCount, capacity, words } = instance;
  const { matching, levels, level } = face;
  const levelOfMentor = (mentor: number): number => level[face.mentorNode(mentor)]!;
  const offering = [...capacity.keys()].filter((mentor) => capacity[mentor]! > 0);
  const atHome = levels.findIndex((cost) => cost.length === 0);
  const scarce = [...new Set(offering.map(levelOfMentor))].filter((at) => at < atHome).sort((a, b) => a - b);
  if (scarce.length === 0) {
    return [];
  }
  /** The least set that holds all of an unmatched mentee's mentors; none for somebody without any. */
  const needed = new Int32Array(menteeCount).fill(NONE);
  const eligible = new Int32Array(mentorCount);
  for (let mentee = 0; words > 0 && mentee < menteeCount; mentee++) {
    onWork();
    if (matching.mentorOf[mentee] === NONE) {
      const count = instance.eligible(mentee, eligible);
      for (let k = 0; k < count; k++) {
        if (capacity[eligible[k]!]! > 0) {
          needed[mentee] = Math.max(needed[mentee]!, levelOfMentor(eligible[k]!));
        }
      }
    }
  }
  return scarce.map((at) => {
    const mentors = offering.filter((mentor) => levelOfMentor(mentor) <= at);
    const unmatched = [...needed.keys()].filter((mentee) => needed[mentee] !== NONE && needed[mentee]! <= at);
    const places = mentors.reduce((sum, mentor) => sum + capacity[mentor]!, 0);
    const groups = unmatched.map((mentee) => instance.problem.mentees[instance.menteeAt[mentee]!]!.group[0]);
    return {
      level: at,
      groups: [...new Set(groups)].sort(),
      mentees: places + unmatched.length,
      unmatched: unmatched.length,
      mentors: mentors.length,
      places,
    };
  });
}
