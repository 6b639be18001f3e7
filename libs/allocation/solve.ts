import { Access } from './engine/access';
import { AlternatingSearch } from './engine/alternating-search';
import { chooseOnFace } from './engine/choose-on-face';
import { raiseLowestRates } from './engine/equity';
import { exchangeUntilBest } from './engine/exchange-graph';
import { Face } from './engine/face';
import { figuresOf } from './engine/figures';
import { Instance } from './engine/instance';
import { Matching } from './engine/matching';
import { Prices } from './engine/prices';
import { Report } from './engine/report';
import type { AllocationProblem, CertifiedAllocation, SolveProgress } from './problem';

/** What a solve may be given beside the problem. */
export interface SolveOptions {
  /**
   * Called with how far it has come, several times a second. Whatever it throws ends the solve and is passed on: that is
   * how to cancel one.
   */
  readonly onProgress?: (progress: SolveProgress) => void;
}

/** One more than are ever needed, unless both tie keys tie. */
const MOST_PASSES = 3;

/**
 * The best matching that a problem allows: coverage, equity by group and then by profession, priority and score,
 * strictly one after the other, each exact; where several remain, the published seed decides. The same problem gives
 * the same allocation, in whatever order its mentees, mentors and pairs stand.
 *
 * Every objective is optimised on the face of those before it, in integers: first the counts of groups (matroid), then
 * those of professions and who has waited longest (cycles of negative cost), then score and tie keys as circulations of
 * least cost whose exact potentials are checked against every pair. All these prices are the certificate.
 *
 * @throws RangeError when sums of scores or tie keys could not be held exactly
 */
export function solve(problem: AllocationProblem, options: SolveOptions = {}): CertifiedAllocation {
  const report = new Report(options.onProgress);
  const instance = new Instance(problem, (done) => report.reached('pairs', done, problem.mentees.length));
  const matching = new Matching(instance.menteeCount, instance.capacity);
  const access = new Access(instance);
  const search = new AlternatingSearch(instance, access, matching, undefined, report.work);
  // As many as possible is a good beginning even where coverage is no objective: nobody is worse than nothing.
  const places = instance.capacity.reduce((sum, one) => sum + one, 0);
  raiseLowestRates(access, search, matching, (matched) =>
    report.reached('coverage', matched, Math.min(places, instance.menteeCount)),
  );
  report.reached('exchange', 0, 1);
  for (let pass = 1; ; pass++) {
    const { graph, costs } = exchangeUntilBest(access, matching, search, false, (done) =>
      report.reached('exchange', done, done + 1),
    );
    const before = access.count(matching).professions.join();
    const face = new Face(instance, matching, access, graph, costs, report.work);
    const prices = new Prices(instance, access, graph, face);
    const scoreOf = chooseOnFace(instance, face, prices, report);
    // Two groups can trade a place for a better fit where that leaves the sorted rates what they are. Prices are of the
    // rates around the final counts, so they are found anew from there; nothing is left to trade then.
    const areFinal = !access.levelOne || access.count(matching).professions.join() === before;
    if (areFinal || pass === MOST_PASSES) {
      return {
        ...figuresOf(instance, matching, access, scoreOf, report.work),
        certificate: prices.certificate(report.work),
      };
    }
  }
}
