import type { SortedDurations } from './sorted-durations';

/** Walks through the times of one group and says at each who still waits and whose wait ends. */
export class StillWaiting {
  private endedBefore = 0;
  private censoredBefore = 0;

  constructor(private readonly durations: SortedDurations) {}

  /**
   * @param time not before the one asked for last
   * @returns how many waited until this time at least (whoever is cut off at this very time waited), and how many waits
   *   end at it
   */
  at(time: number): { atRisk: number; ending: number } {
    const { ended, censored } = this.durations;
    while (this.endedBefore < ended.length && ended[this.endedBefore]! < time) this.endedBefore++;
    while (this.censoredBefore < censored.length && censored[this.censoredBefore]! < time)
      this.censoredBefore++;
    let until = this.endedBefore;
    while (until < ended.length && ended[until] === time) until++;
    return {
      atRisk: ended.length - this.endedBefore + censored.length - this.censoredBefore,
      ending: until - this.endedBefore,
    };
  }
}
