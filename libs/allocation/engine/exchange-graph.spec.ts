import { NO_COST, type RankCost } from './rank-cost';
import { type Step, withoutRepeats } from './exchange-graph';

const step = (node: string, cost: RankCost = NO_COST): Step => ({ node, cost });
const nodes = (steps: readonly Step[]): string[] => steps.map(({ node }) => node);

describe('a closed walk that passes a node twice', () => {
  it('is walked without the loop where the loop gains nothing', () => {
    const walk = [step('a', [0, -1]), step('b', [1, 1]), step('c'), step('b'), step('d')];
    expect(nodes(withoutRepeats(walk))).toEqual(['a', 'b', 'd']);
    // The second visit's way out is the one that is taken.
    expect(withoutRepeats(walk)[1]).toBe(walk[3]);
  });

  it('is cut down to the loop where that is the gain', () => {
    const walk = [step('a', [0, 1]), step('b', [0, -1]), step('c'), step('b'), step('d')];
    expect(nodes(withoutRepeats(walk))).toEqual(['b', 'c']);
  });

  it('may pass again what stood in a loop that was cut out', () => {
    const walk = [step('a', [0, -1]), step('b'), step('c'), step('b'), step('c'), step('d')];
    expect(nodes(withoutRepeats(walk))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stays as it is where it passes nothing twice', () => {
    const walk = [step('a', [0, -1]), step('b'), step('c')];
    expect(withoutRepeats(walk)).toEqual(walk);
  });
});
