import { NONE } from '../engine/matching';
import type { HeldNetwork } from './held-network';
import type { NearList, NearPairs } from './near-pairs';
import { PARTS, PRIORITY, SCORE } from './price-parts';
import type { RememberedKeys } from './remembered-keys';
import { Wave } from './wave';

/** From the start of a way: to where what has too much there could go. */
export class ForwardWave extends Wave {
  constructor(network: HeldNetwork, pairs: NearPairs, keys: RememberedKeys) {
    super(network, pairs, keys, 1);
  }

  /**
   * Looks at all pairs of each mentee of whom one that is not at hand could make a way as short as one that was found, or
   * of whom all were read before: what has come in the meantime of the other wave does not see these.
   */
  lookBeyond(found: Float64Array): void {
    const { instance } = this.network;
    for (const node of this.settled) {
      if (node < instance.menteeCount) {
        const list = this.pairs.ofMentee(node);
        const [priority, score] = this.#bound(node, list, list.others.length);
        const ahead =
          found[PRIORITY]! - this.distance[PARTS * node + PRIORITY]! - priority ||
          found[SCORE]! - this.distance[PARTS * node + SCORE]! - score;
        if (priority === Infinity || ahead >= 0) {
          this.#meetPairs(node, priority === Infinity ? list : this.pairs.readWhole(node));
        }
      }
    }
  }

  protected visit(node: number): void {
    const { instance, matching, home } = this.network;
    if (node < instance.menteeCount) {
      this.#visitMentee(node);
    } else if (node < this.network.professionNode(0)) {
      this.visitMentees(node);
      if (matching.hasFreePlace(node - instance.menteeCount)) {
        this.reach(home, node, 0, 0);
      }
    } else if (node === home) {
      matching.load.forEach(
        (load, mentor) => load > 0 && this.reach(this.network.mentorNode(mentor), home, 0, 0),
      );
    } else {
      this.visitMembers(node, false);
    }
  }

  protected goOn(node: number): void {
    if (node >= this.network.professionNode(0)) {
      this.visitMembers(node, true);
      return;
    }
    let list = this.pairs.ofMentee(node);
    do {
      if (this.next[node] === list.others.length) {
        list = this.pairs.readWhole(node);
        this.#meetPairs(node, list);
      } else {
        this.#goAlong(node, list, this.next[node]!++);
      }
    } while (this.waitFor(node, ...this.#bound(node, list, this.next[node]!)));
  }

  #visitMentee(mentee: number): void {
    const { access, matching } = this.network;
    if (matching.mentorOf[mentee] !== NONE) {
      const profession = this.network.professionNode(access.professionOf[mentee]!);
      this.reach(profession, mentee, access.priority[mentee]!, 0);
    }
    const list = this.pairs.ofMentee(mentee);
    this.#meetPairs(mentee, list);
    this.next[mentee] = 0;
    if (this.waitFor(mentee, ...this.#bound(mentee, list, 0))) {
      this.goOn(mentee);
    }
  }

  /** However far a pair leads, it has to be gone along now where the other wave has been at its end. */
  #meetPairs(mentee: number, list: NearList): void {
    const first = this.network.mentorNode(0);
    for (let place = 0; place < list.others.length; place++) {
      if (this.isMet(first + list.others[place]!)) {
        this.#goAlong(mentee, list, place);
      }
    }
  }

  #goAlong(mentee: number, list: NearList, place: number): void {
    const mentor = list.others[place]!;
    if (this.network.mayTake(mentee, mentor)) {
      const cost = this.pairs.costOf(mentee, mentor, list.score[place]!);
      this.reach(this.network.mentorNode(mentor), mentee, 0, cost);
    }
  }

  /** How near the pair at a place is at least: prices of mentors have risen by no more than so much. */
  #bound(mentee: number, list: NearList, place: number): readonly [priority: number, score: number] {
    const { pairs } = this;
    return Wave.boundOf(
      list,
      place,
      pairs.movedBy(mentee, PRIORITY) - pairs.risen.priority,
      pairs.movedBy(mentee, SCORE) - pairs.risen.score,
    );
  }

  protected isCounted(mentee: number): boolean {
    return this.network.matching.mentorOf[mentee] === NONE;
  }
}
