import fc from 'fast-check';
import { Circulation, CirculationBuilder } from './circulation';

const NODES = 7;
const node = fc.nat(NODES - 1);
const arc = fc.record({
  from: node,
  to: node,
  capacity: fc.integer({ min: 1, max: 4 }),
  cost: fc.integer({ min: -(2 ** 26), max: 2 ** 26 }),
});

/** Bellman and Ford: whether going round some cycle of what is still free would be cheaper. */
function canBeImproved(arcs: CirculationBuilder, circulation: Circulation): boolean {
  const least = new Array<number>(NODES).fill(0);
  const relax = (from: number, to: number, cost: number): boolean => {
    const better = least[from]! + cost < least[to]!;
    least[to] = Math.min(least[to]!, least[from]! + cost);
    return better;
  };
  const relaxAll = (): boolean =>
    [...arcs.from.subarray(0, arcs.count)]
      .map((from, at) => {
        const [to, cost, flow] = [arcs.to[at]!, arcs.cost[at]!, circulation.flowOn(at)];
        const along = flow < arcs.capacity[at]! && relax(from, to, cost);
        return (flow > 0 && relax(to, from, -cost)) || along;
      })
      .includes(true);
  let rounds = 0;
  while (rounds <= NODES && relaxAll()) {
    rounds++;
  }
  return rounds > NODES;
}

describe('a circulation', () => {
  it('is of least cost afterwards, within its capacities, and conserves flow', () => {
    fc.assert(
      fc.property(fc.array(arc, { maxLength: 24 }), (list) => {
        const arcs = new CirculationBuilder(NODES);
        list.forEach(({ from, to, capacity, cost }) => arcs.add(from, to, capacity, 0, cost));
        const circulation = new Circulation(arcs, 0);
        circulation.minimise(new Float64Array(NODES));

        const balance = new Array<number>(NODES).fill(0);
        list.forEach(({ from, to, capacity }, at) => {
          const flow = circulation.flowOn(at);
          expect(flow).toBeGreaterThanOrEqual(0);
          expect(flow).toBeLessThanOrEqual(capacity);
          balance[from]! -= flow;
          balance[to]! += flow;
        });
        expect(balance).toEqual(new Array(NODES).fill(0));
        expect(canBeImproved(arcs, circulation)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('has exact potentials that prove it', () => {
    fc.assert(
      fc.property(fc.array(arc, { maxLength: 24 }), (list) => {
        const arcs = new CirculationBuilder(NODES);
        list.forEach(({ from, to, capacity, cost }) => arcs.add(from, to, capacity, 0, cost));
        const circulation = new Circulation(arcs, 0);
        circulation.minimise(new Float64Array(NODES));
        const potentials = circulation.exactPotentials();
        list.forEach(({ from, to, capacity, cost }, at) => {
          const reduced = cost + potentials[from]! - potentials[to]!;
          if (circulation.flowOn(at) < capacity) {
            expect(reduced).toBeGreaterThanOrEqual(0);
          }
          if (circulation.flowOn(at) > 0) {
            expect(reduced).toBeLessThanOrEqual(0);
          }
        });
      }),
    );
  });

  it('refuses costs that it could not compare exactly', () => {
    const arcs = new CirculationBuilder(2);
    arcs.add(0, 1, 1, 0, -(2 ** 52));
    arcs.add(1, 0, 1, 0, 0);
    expect(() => new Circulation(arcs, 0).minimise(new Float64Array(2))).toThrow(RangeError);
  });
});
