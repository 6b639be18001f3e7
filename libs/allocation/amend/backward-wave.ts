import { NONE } from '../engine/matching';
import type { HeldNetwork } from './held-network';
import type { NearList, NearPairs } from './near-pairs';
import { PRIORITY, SCORE } from './price-parts';
import type { RememberedKeys } from './remembered-keys';
import { Wave } from './wave';

/** From the end of a way: from where what is missing there could come. */
export class BackwardWave extends Wave {
  constructor(network: HeldNetwork, pairs: NearPairs, keys: RememberedKeys) {
    super(network, pairs, keys, -1);
  }

  /** Whether a pair that is not at hand may come next: rows of mentors cannot be read. */
  get isHalted(): boolean {
    const node = this.firstToGoOn();
    return this.#isMentor(node) && this.next[node] === this.#listOf(node).others.length;
  }

  protected visit(node: number): void {
    const { instance, matching, home } = this.network;
    if (node < instance.menteeCount) {
      this.#visitMentee(node);
    } else if (this.#isMentor(node)) {
      this.visitMentees(node);
      if (matching.load[node - instance.menteeCount]! > 0) {
        this.reach(home, node, 0, 0);
      }
      const list = this.#listOf(node);
      for (let place = 0; place < list.others.length; place++) {
        // However far a pair leads, it has to be gone along now where the other wave has been at its end.
        if (this.isMet(list.others[place]!)) {
          this.#goAlong(node, list, place);
        }
      }
      this.next[node] = 0;
      if (this.#waitForNext(node, list)) {
        this.goOn(node);
      }
    } else if (node === home) {
      matching.load.forEach(
        (_, mentor) =>
          matching.hasFreePlace(mentor) && this.reach(this.network.mentorNode(mentor), home, 0, 0),
      );
    } else {
      this.visitMembers(node, false);
    }
  }

  protected goOn(node: number): void {
    if (!this.#isMentor(node)) {
      this.visitMembers(node, true);
      return;
    }
    const list = this.#listOf(node);
    do {
      this.#goAlong(node, list, this.next[node]!++);
    } while (this.#waitForNext(node, list));
  }

  protected isCounted(mentee: number): boolean {
    return this.network.matching.mentorOf[mentee] !== NONE;
  }

  #isMentor(node: number): boolean {
    return node >= this.network.mentorNode(0) && node < this.network.professionNode(0);
  }

  #listOf(node: number): NearList {
    return this.pairs.ofMentor(node - this.network.mentorNode(0));
  }

  #visitMentee(mentee: number): void {
    const { access, matching } = this.network;
    const mate = matching.mentorOf[mentee]!;
    if (mate === NONE) {
      const profession = this.network.professionNode(access.professionOf[mentee]!);
      this.reach(profession, mentee, -access.priority[mentee]!, 0);
    } else if (!this.network.isForbidden(mentee, mate)) {
      this.settleMatched(this.network.mentorNode(mate), mentee);
    }
  }

  #goAlong(node: number, list: NearList, place: number): void {
    const mentee = list.others[place]!;
    const mentor = node - this.network.mentorNode(0);
    if (this.network.isPinned[mentee] === 0 && this.network.mayTake(mentee, mentor)) {
      this.reach(mentee, node, 0, this.pairs.costOf(mentee, mentor, list.score[place]!));
    }
  }

  /** Past the end of a list it waits for good: nobody can say who comes next. */
  #waitForNext(node: number, list: NearList): boolean {
    const [priority, score] = this.#bound(node, list);
    return this.next[node] === list.others.length
      ? this.haltAt(node, priority, score)
      : this.waitFor(node, priority, score);
  }

  /** How near the next pair of a mentor is at least: prices of mentees have fallen by no more than so much. */
  #bound(node: number, list: NearList): readonly [priority: number, score: number] {
    const { pairs } = this;
    return Wave.boundOf(
      list,
      this.next[node]!,
      -pairs.movedBy(node, PRIORITY) - pairs.fallen.priority,
      -pairs.movedBy(node, SCORE) - pairs.fallen.score,
    );
  }
}
