import type { Instance } from '../engine/instance';
import { type TieKeys, tieKeys } from '../engine/tie-key';

/** The tie keys of pairs, each hashed once: decisions that follow each other ask for the same ones. */
export class RememberedKeys {
  readonly #keys = new Map<number, TieKeys>();

  constructor(private readonly instance: Instance) {}

  of(mentee: number, mentor: number): TieKeys {
    const { instance } = this;
    const pair = mentee * instance.mentorCount + mentor;
    let keys = this.#keys.get(pair);
    if (keys === undefined) {
      keys = tieKeys(instance.problem.seed, instance.menteeId(mentee), instance.mentorId(mentor));
      this.#keys.set(pair, keys);
    }
    return keys;
  }
}
