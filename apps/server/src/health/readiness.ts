/** Something without which no request can be answered. */
export interface ReadinessCheck {
  /** As operators know it: `database`, `queue`, `migrations`. */
  readonly name: string;
  /** Resolves where it is ready, rejects where it is not. */
  readonly check: () => Promise<unknown>;
}

const LIMIT_MILLISECONDS = 2000;
/** For so long an answer holds: anybody may ask, and asking often must not keep the database busy. */
const KEPT_MILLISECONDS = 1000;

/** Everything that has to be ready. */
export class Readiness {
  private latest: { readonly at: number; readonly notReady: Promise<readonly string[]> } | undefined;

  constructor(
    private readonly checks: readonly ReadinessCheck[],
    private readonly limitMilliseconds = LIMIT_MILLISECONDS,
  ) {}

  /** Names of what is not ready; what does not answer in time is not. */
  notReady(): Promise<readonly string[]> {
    if (this.latest === undefined || performance.now() - this.latest.at > KEPT_MILLISECONDS) {
      this.latest = { at: performance.now(), notReady: this.ask() };
    }
    return this.latest.notReady;
  }

  private async ask(): Promise<readonly string[]> {
    const ready = await Promise.all(this.checks.map((check) => this.isReady(check)));
    return this.checks.filter((_, at) => !ready[at]).map(({ name }) => name);
  }

  private async isReady({ check }: ReadinessCheck): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), this.limitMilliseconds);
    });
    const answered = Promise.resolve()
      .then(check)
      .then(
        () => true,
        () => false,
      );
    return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
  }
}
