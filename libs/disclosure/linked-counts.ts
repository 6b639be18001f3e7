import type { DisclosurePolicy } from './disclosure-policy';
import type { CountProgram } from './proof/count-program';
import { FurtherWithheld, type GateColumn } from './proof/further-withheld';
import { PossibleCounts } from './proof/possible-counts';
import { SeenRanges } from './proof/seen-ranges';
import { isWideWhicheverItIs, mayBeSmall, reachOf } from './proof/wide-enough';
import { type CountInterval, countsBehind, type ReleasedCount } from './released-count';

/** What is told of a count, where anything is. */
export type ToldOfCount<Name extends string = string> =
  | ToldBefore
  /** What is to be told now, and may be withheld yet. */
  | ToldNow<Name>
  /** What everybody knows as it truly is: of posts, not of people. */
  | { readonly exactly: number };

/** A count that was told before and stays as it is. */
export interface ToldBefore {
  /** `null` where it is withheld. */
  readonly before: ReleasedCount;
  /** By which it is rounded, or withheld. */
  readonly by: DisclosurePolicy;
}

/** A count that is to be told now. */
export interface ToldNow<Name extends string = string> {
  readonly now: ReleasedCount;
  /** By which it is rounded: another than that of now where it is told as it was before. */
  readonly by: DisclosurePolicy;
  /** What is withheld where it has to be; several counts may be called alike. */
  readonly name: Name;
  /** Where one of several has to be withheld, that whose numbers are smallest, compared one after another. */
  readonly yields: readonly number[];
}

/** A count among others, by its number. */
export type LinkedCount = number;

/**
 * Counts of people that share people, in whatever way, and whoever told of them: the same pool at two moments, a pool and
 * the plan of its programme. Tables that add up to each other are for `releaseTables`; here the links are said one by one.
 * Each count was told or withheld by a policy of its own, since that may be changed between two publications.
 */
export class LinkedCounts<Name extends string = string> {
  readonly #told: (ToldOfCount<Name> | undefined)[] = [];
  readonly #sums: CountProgram['sums'][number][] = [];
  readonly #parts: (readonly [LinkedCount, LinkedCount])[] = [];

  /** One more count of which nothing is known but that it is none below 0. Untold, it ties others and is not protected. */
  add(told?: ToldOfCount<Name>): LinkedCount {
    return this.#told.push(told) - 1;
  }

  /** One more count, which is the sum of others. */
  sumOf(of: readonly LinkedCount[], told?: ToldOfCount<Name>): LinkedCount {
    const sum = this.add(told);
    this.tie(sum, of);
    return sum;
  }

  /** A count is the sum of some, less others. */
  tie(sum: LinkedCount, of: readonly LinkedCount[], less: readonly LinkedCount[] = []): void {
    this.#sums.push({ sum, of, less });
  }

  /** Everybody who is counted in the one is counted in the other. */
  within(part: LinkedCount, whole: LinkedCount): void {
    this.#parts.push([part, whole]);
  }

  /**
   * Which counts that are to be told now have to be withheld as well, so that no withheld count of any telling can be
   * narrowed down: as in the gate, each keeps as many values as the smallest count that is told by the policy by which it is
   * withheld. Whatever the policy is by now, that is what was promised when it was withheld. Which counts were withheld for
   * being small is not kept: so one that may be small may be any small count.
   *
   * What earlier tellings had narrowed among themselves is no fault of what is told now; it must not be narrowed further.
   *
   * @param policy by which is withheld what is withheld now
   * @returns their names; undefined where nothing that is withheld now would do, or where what is told contradicts itself, so
   *   that no people can have been counted like that
   */
  async withheldFurther(policy: DisclosurePolicy): Promise<ReadonlySet<Name> | undefined> {
    if (this.#told.length === 0) return new Set();
    try {
      const further = (await this.#protect(policy, new Set())) ?? (await this.#protectBeside(policy));
      return further && new Set(further.map((at) => (this.#told[at] as ToldNow<Name>).name));
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** @param exempt withheld counts that are not looked at */
  #protect(
    policy: DisclosurePolicy,
    exempt: ReadonlySet<LinkedCount>,
  ): Promise<readonly LinkedCount[] | undefined> {
    const columns = this.#told.map((told, at): GateColumn => {
      if (valueOf(told) === null && !exempt.has(at)) return { state: 'either', cost: [] };
      return told !== undefined && 'now' in told && told.now !== null
        ? { state: 'told', cost: [...told.yields, at] }
        : { state: 'fixed', cost: [] };
    });
    const program = this.#program(policy, (told) => told);
    return PossibleCounts.of(program, (possible) => {
      // Where nothing is withheld a contradiction would not show.
      possible.largest(new Map());
      const gate = new FurtherWithheld(
        possible,
        columns,
        () => this.#anything(policy),
        (at) => this.#withheldBy(at, policy),
      );
      const inState = (which: GateColumn['state']) =>
        columns.flatMap(({ state }, at) => (state === which ? [at] : []));
      return gate.protect(inState('either')).length > 0 ? undefined : inState('withheld');
    });
  }

  /** The same where earlier tellings had narrowed some among themselves. */
  async #protectBeside(policy: DisclosurePolicy): Promise<readonly LinkedCount[] | undefined> {
    const earlier = await this.#narrowedBefore(policy);
    if (earlier.size === 0) return undefined;
    const further = await this.#protect(policy, new Set(earlier.keys()));
    if (further === undefined) return undefined;
    const after = this.#program(policy, (told, at) => (further.includes(at) ? undefined : told));
    const ranges = await rangesIn(after, [...earlier.keys()]);
    return [...earlier].every(([at, range]) => isSame(ranges.get(at)!, range)) ? further : undefined;
  }

  /** Withheld counts, of now too, that are too narrow before anything is told now, with their ranges. */
  async #narrowedBefore(policy: DisclosurePolicy): Promise<ReadonlyMap<LinkedCount, CountInterval>> {
    const before = this.#told.flatMap((told, at) => (valueOf(told) === null ? [at] : []));
    if (before.length === 0) return new Map();
    const program = this.#program(policy, (told) => (told !== undefined && 'now' in told ? undefined : told));
    const narrow = await PossibleCounts.of(program, (possible) => {
      const seen = new SeenRanges(possible, program.intervals.length);
      const left = seen.look(before, {
        isWide: (range, column) => mayBeSmall(range, this.#withheldBy(column, policy)),
        reach: (range, column) => reachOf(range, true, this.#withheldBy(column, policy)),
      });
      return left.filter((column) => {
        seen.end(column, 'lowest');
        seen.end(column, 'highest');
        return !isWideWhicheverItIs(seen.of(column), this.#withheldBy(column, policy));
      });
    });
    return rangesIn(program, narrow);
  }

  /** By which policy a count is withheld, if it is: what was told before by that of then. */
  #withheldBy(at: LinkedCount, policy: DisclosurePolicy): DisclosurePolicy {
    const told = this.#told[at];
    return told !== undefined && 'before' in told ? told.by : policy;
  }

  #program(
    policy: DisclosurePolicy,
    toldOf: (told: ToldOfCount | undefined, at: LinkedCount) => ToldOfCount | undefined,
  ): CountProgram {
    const anything = this.#anything(policy);
    const sums = new Set(this.#sums.map(({ sum }) => sum));
    const intervals = this.#told.map((told, at): CountInterval => {
      const known = toldOf(told, at);
      if (known !== undefined && 'exactly' in known) return { lowest: known.exactly, highest: known.exactly };
      const count = valueOf(known);
      if (typeof count === 'number') return countsBehind(count, known!.by);
      // Sums are limited by what they are the sums of.
      return sums.has(at) ? { lowest: 0, highest: Infinity } : anything;
    });
    return { intervals, sums: this.#sums, parts: this.#parts };
  }

  /** What a count can be of which nothing is told: more than any that is, so that there is always a largest one. */
  #anything(policy: DisclosurePolicy): CountInterval {
    const smallest = this.#told.reduce(
      (largest, _, at) => Math.max(largest, this.#withheldBy(at, policy).smallest),
      policy.smallest,
    );
    const most = this.#told.reduce<number>((largest, told) => {
      const known = told !== undefined && 'exactly' in told ? told.exactly : valueOf(told);
      return Math.max(largest, known ?? 0);
    }, 0);
    return { lowest: 0, highest: 2 * most + 100 * smallest };
  }
}

/** A rounded count, `null` where it is withheld, undefined where nobody asks. */
function valueOf(told: ToldOfCount | undefined): ReleasedCount | undefined {
  if (told === undefined || 'exactly' in told) return undefined;
  return 'before' in told ? told.before : told.now;
}

async function rangesIn(
  program: CountProgram,
  columns: readonly LinkedCount[],
): Promise<ReadonlyMap<LinkedCount, CountInterval>> {
  if (columns.length === 0) return new Map();
  return PossibleCounts.of(program, (possible) => {
    const seen = new SeenRanges(possible, program.intervals.length);
    return new Map(
      columns.map((column) => {
        seen.end(column, 'lowest');
        seen.end(column, 'highest');
        return [column, seen.of(column)];
      }),
    );
  });
}

function isSame(one: CountInterval, other: CountInterval): boolean {
  return one.lowest === other.lowest && one.highest === other.highest;
}
