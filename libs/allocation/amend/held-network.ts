import { Access } from '../engine/access';
import type { Instance } from '../engine/instance';
import { Matching, NONE } from '../engine/matching';
import type { CertifiedAllocation, Price } from '../problem';
import { PARTS } from './price-parts';

/**
 * An optimum and what may change of it while every profession keeps its count: a place goes from mentor to mentor, or
 * from one mentee of a profession to another, or to a mentor who has one free.
 *
 * Nodes are the mentees, the mentors, the professions and home, from which units come and to which they go. Groups and
 * the source are left out: nothing changes there.
 */
export class HeldNetwork {
  readonly nodeCount: number;
  readonly home: number;
  readonly matching: Matching;
  readonly access: Access;
  /**
   * By node, the position of its price in coverage and equity. Where counts are held nothing costs anything there, so
   * that no way between two nodes of one level leaves it, and none between two levels will ever be taken.
   */
  readonly level: Int32Array;
  /** The price of node `v` in part `p` stands at `PARTS * v + p`; that of mentees is set from their pairs. */
  readonly prices: Float64Array;
  /** By mentee, 1 for whoever keeps the mentor that they have. */
  readonly isPinned: Uint8Array;
  /** What a point of score counts: nothing where score is no objective. */
  readonly scoreWeight: 0 | 1;
  readonly #forbidden = new Set<number>();

  /** @throws RangeError where the result is not one of the problem */
  constructor(
    readonly instance: Instance,
    { mentorOf, certificate }: CertifiedAllocation,
  ) {
    const { menteeCount, mentorCount } = instance;
    this.access = new Access(instance);
    this.scoreWeight = instance.problem.objectives.includes('score') ? 1 : 0;
    const { names } = this.access.professions;
    this.home = menteeCount + mentorCount + names.length;
    this.nodeCount = this.home + 1;
    this.level = new Int32Array(this.nodeCount).fill(NONE);
    this.prices = new Float64Array(PARTS * this.nodeCount);
    this.isPinned = new Uint8Array(menteeCount);
    this.matching = new Matching(menteeCount, instance.capacity);

    const prices = names.map(
      (name, profession) => certificate.professions[this.access.rated[profession]! ? name : `${name}/`],
    );
    const atHome = certificate.levels.findIndex((level) => level.length === 0);
    if (
      mentorOf.length !== menteeCount ||
      certificate.mentors.length !== mentorCount ||
      prices.includes(undefined)
    ) {
      throw new RangeError('the result is not one of this problem');
    }
    certificate.mentors.forEach((price, mentor) => this.#setPrice(this.mentorNode(mentor), price));
    prices.forEach((price, profession) => this.#setPrice(this.professionNode(profession), price!));
    this.level[this.home] = atHome;
    instance.menteeAt.forEach((at, mentee) => {
      this.matching.assign(mentee, mentorOf[at] === NONE ? NONE : instance.mentorNumber(mentorOf[at]!));
    });
  }

  mentorNode(mentor: number): number {
    return this.instance.menteeCount + mentor;
  }

  professionNode(profession: number): number {
    return this.instance.menteeCount + this.instance.mentorCount + profession;
  }

  forbid(mentee: number, mentor: number): void {
    this.#forbidden.add(this.#pair(mentee, mentor));
  }

  allow(mentee: number, mentor: number): void {
    this.#forbidden.delete(this.#pair(mentee, mentor));
  }

  isForbidden(mentee: number, mentor: number): boolean {
    return this.#forbidden.has(this.#pair(mentee, mentor));
  }

  /** Whether a mentee could take a place of a mentor, given that they are eligible. */
  mayTake(mentee: number, mentor: number): boolean {
    return this.matching.mentorOf[mentee] !== mentor && !this.isForbidden(mentee, mentor);
  }

  #pair(mentee: number, mentor: number): number {
    return mentee * this.instance.mentorCount + mentor;
  }

  #setPrice(node: number, [level, ...parts]: Price): void {
    this.level[node] = level;
    this.prices.set(parts, PARTS * node);
  }
}
