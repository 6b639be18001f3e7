import type { Logger } from '@evenhand/observability';

/**
 * Work that is done again and again, never twice at once. An error ends only the one time; the first in a row is logged,
 * and so is the time when it works again.
 */
export class RepeatedTask {
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private hurried = false;
  private failing = false;
  private wake = (): void => undefined;

  /** @param name as it is written in the log: "taking jobs to the queue" */
  constructor(
    private readonly name: string,
    private readonly everyMilliseconds: number,
    private readonly work: () => Promise<unknown>,
    private readonly logger: Logger,
  ) {}

  /** Begins, at once. */
  start(): void {
    this.running = this.repeat();
  }

  /** Not when it is due but now; once more where it is under way. What fails is not hurried. */
  hurry(): void {
    if (this.failing) return;
    this.hurried = true;
    this.wake();
  }

  /** Settles when the work that is under way is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async repeat(): Promise<void> {
    while (!this.stopped) {
      this.hurried = false;
      await this.once();
      await this.untilDue();
    }
  }

  private async once(): Promise<void> {
    try {
      await this.work();
      if (this.failing) this.logger.info(`${this.name}: works again`);
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.logger.warn({ error }, `${this.name}: does not work now, is tried again`);
      this.failing = true;
      this.hurried = false;
    }
  }

  private async untilDue(): Promise<void> {
    if (this.stopped || this.hurried) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.everyMilliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
