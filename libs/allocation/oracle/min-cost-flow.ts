/**
 * A flow network with big-integer costs, solved by the textbook: the cheapest path by Bellman and Ford, again and again.
 * Slow, exact, and free of anything that could be subtly wrong.
 */
export class MinCostFlow {
  // Arc 2k is the k-th added, arc 2k + 1 its way back.
  private readonly heads: number[] = [];
  private readonly room: number[] = [];
  private readonly costs: bigint[] = [];
  private readonly arcsFrom: number[][] = [];

  /** @returns a new node */
  addNode(): number {
    return this.arcsFrom.push([]) - 1;
  }

  /** @returns the arc, to ask {@link flowOn} about */
  addArc(from: number, to: number, capacity: number, cost: bigint): number {
    this.arcsFrom[from]!.push(this.heads.length);
    this.arcsFrom[to]!.push(this.heads.length + 1);
    this.heads.push(to, from);
    this.room.push(capacity, 0);
    this.costs.push(cost, -cost);
    return this.heads.length - 2;
  }

  flowOn(arc: number): number {
    return this.room[arc + 1]!;
  }

  /** Sends unit after unit along the cheapest path, as long as a unit lowers the cost. The network must have no negative cycle. */
  sendWhileItPays(source: number, sink: number): void {
    for (;;) {
      const { distance, arcTo } = this.cheapestPaths(source);
      const cost = distance[sink];
      if (cost === undefined || cost >= 0n) {
        return;
      }
      for (let node = sink; node !== source;) {
        const arc = arcTo[node]!;
        this.room[arc]!--;
        this.room[arc ^ 1]!++;
        node = this.heads[arc ^ 1]!;
      }
    }
  }

  private cheapestPaths(source: number): { distance: (bigint | undefined)[]; arcTo: number[] } {
    const distance: (bigint | undefined)[] = this.arcsFrom.map(() => undefined);
    const arcTo: number[] = [];
    const waiting = new Set([source]);
    distance[source] = 0n;
    // A set is iterated in the order of insertion, what is added on the way included: a queue without repeats.
    for (const node of waiting) {
      waiting.delete(node);
      for (const arc of this.arcsFrom[node]!) {
        if (this.room[arc]! > 0) {
          const head = this.heads[arc]!;
          const cost = distance[node]! + this.costs[arc]!;
          const known = distance[head];
          if (known === undefined || cost < known) {
            distance[head] = cost;
            arcTo[head] = arc;
            waiting.add(head);
          }
        }
      }
    }
    return { distance, arcTo };
  }
}
