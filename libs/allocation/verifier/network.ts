import {
  compareRates,
  type ClaimedMatching,
  type ProblemToVerify,
  type Rate,
  rateOf,
} from './matching-claims';

/** A sparse vector: rung, change, rung, change, and so on; rungs ascend, no change is 0. */
export type Changes = readonly number[];

/** A group, or a profession, whose key has a slash. */
export interface Hub {
  readonly key: string;
  /** The hub from which its mentees come: its group, or everybody. */
  readonly above: number;
  /** The level at which its rate is balanced; 0 where it is not. */
  readonly level: 0 | 1 | 2;
  asked: number;
  matched: number;
}

/** The hub at which a circulation begins and ends. */
export const EVERYBODY = 0;

/**
 * Who is counted where, and what it costs to raise a count. A cost is a vector over rungs: rung 0 stands for coverage,
 * the next ones for the rates that groups have or could have with one mentee more or less, ascending, the last for those
 * of professions. The vector that is less where two first differ is the better: more people matched, or fewer groups at
 * the lowest rate that tells them apart.
 */
export class Network {
  readonly hubs: Hub[] = [{ key: 'everybody', above: EVERYBODY, level: 0, asked: 0, matched: 0 }];
  /** The hub of each mentee's profession. */
  readonly professionOf: readonly number[];
  /** By level and rate. */
  readonly rungs: ReadonlyMap<string, number>;
  private readonly hubNamed = new Map<string, number>();

  constructor(
    private readonly problem: ProblemToVerify,
    { mentorOf }: ClaimedMatching,
  ) {
    const balanced = problem.objectives.includes('equity');
    this.professionOf = problem.mentees.map(({ group: [group = '', profession] }, mentee) => {
      const rated = balanced && profession !== undefined && problem.equity.levels.includes(2);
      const matched = mentorOf[mentee] === -1 ? 0 : 1;
      const above = this.count(balanced ? group : '', EVERYBODY, balanced ? 1 : 0, matched);
      return this.count(`${this.hubs[above]!.key}/${rated ? profession : ''}`, above, rated ? 2 : 0, matched);
    });
    const rungs = [...this.rungsOf(1), ...this.rungsOf(2)];
    this.rungs = new Map(['coverage', ...rungs].map((rung, place) => [rung, place]));
  }

  /** What it costs to go from so many matched at a hub to one more. */
  raise(hub: Hub, matched: number): Changes {
    const coverage = hub.above === EVERYBODY && this.problem.objectives.includes('coverage') ? [0, -1] : [];
    const [from, to] = [matched, matched + 1].map((count) => this.rungs.get(this.rungAt(hub, count)));
    return hub.level === 0 ? coverage : [...coverage, from!, -1, to!, 1];
  }

  private count(key: string, above: number, level: Hub['level'], matched: number): number {
    const place = this.hubNamed.get(key) ?? this.hubs.push({ key, above, level, asked: 0, matched: 0 }) - 1;
    this.hubNamed.set(key, place);
    this.hubs[place]!.asked++;
    this.hubs[place]!.matched += matched;
    return place;
  }

  /** The different rates that hubs of a level have or could have with one mentee more or less, ascending. */
  private rungsOf(level: Hub['level']): readonly string[] {
    const rates = new Map<string, Rate>();
    for (const hub of this.hubs.filter((one) => one.level === level)) {
      for (let count = Math.max(0, hub.matched - 1); count <= Math.min(hub.asked, hub.matched + 1); count++) {
        rates.set(this.rungAt(hub, count), this.rateAt(hub, count));
      }
    }
    return [...rates.keys()].sort((a, b) => compareRates(rates.get(a)!, rates.get(b)!));
  }

  private rungAt(hub: Hub, matched: number): string {
    return `level ${hub.level}: ${this.rateAt(hub, matched).join('/')}`;
  }

  private rateAt({ key, asked }: Hub, matched: number): Rate {
    return rateOf(this.problem.equity.prior, key, matched, asked);
  }
}

/** Where a sum of vectors first differs from 0: rung and change; undefined where nowhere. */
export function firstChange(
  ...terms: readonly (readonly [sign: 1 | -1, changes: Changes])[]
): readonly [rung: number, change: number] | undefined {
  const sums = new Map<number, number>();
  for (const [sign, changes] of terms) {
    for (let at = 0; at < changes.length; at += 2) {
      sums.set(changes[at]!, (sums.get(changes[at]!) ?? 0) + sign * changes[at + 1]!);
    }
  }
  return [...sums].filter(([, change]) => change !== 0).sort(([a], [b]) => a - b)[0];
}
