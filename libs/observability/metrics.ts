import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What this process measures, for Prometheus to fetch. Labels never hold anything that names a person. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'route' | 'method' | 'status'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.requests = this.histogram(
      'evenhand_http_request_seconds',
      'Time from a request to the end of its answer.',
      ['route', 'method', 'status'],
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10],
    );
  }

  /** Counts a request that was answered. `route` is the pattern, never the path: one series for all people. */
  observeRequest(route: string, method: string, status: number, seconds: number): void {
    this.requests.observe({ route, method, status }, seconds);
  }

  /**
   * A number that goes up and down, asked for whenever the metrics are fetched: how long a queue is. Where it cannot be
   * told, it is left out: a number from before would mislead, and the others are needed most when something is away.
   */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          this.set(await read());
        } catch {
          this.remove();
        }
      },
    });
  }

  /** A number that only grows. */
  counter<Label extends string = never>(
    name: string,
    help: string,
    labels: readonly Label[] = [],
  ): Counter<Label> {
    return new Counter({ name, help, labelNames: labels, registers: [this.registry] });
  }

  /** How often something took how long, in seconds; `buckets` are upper limits, ascending. */
  histogram<Label extends string = never>(
    name: string,
    help: string,
    labels: readonly Label[],
    buckets: number[],
  ): Histogram<Label> {
    return new Histogram({ name, help, labelNames: labels, buckets, registers: [this.registry] });
  }

  /** Everything measured so far, in the text format of Prometheus. */
  async text(): Promise<string> {
    return this.registry.metrics();
  }

  /** The media type of that text. */
  get contentType(): string {
    return this.registry.contentType;
  }
}
