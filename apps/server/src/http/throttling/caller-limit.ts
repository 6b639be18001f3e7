import { ipKeyGenerator } from 'express-rate-limit';
import type { Request } from '../exchange';
import { type RequestLimits, tooMany, WINDOW_SECONDS } from './limits';
import type { RequestCounter } from './request-counter';

/** Refuses who asks too often once it is known who asks, and who tries many tokens. */
export class CallerLimit {
  constructor(
    private readonly counter: RequestCounter,
    private readonly limits: Pick<RequestLimits, 'perAccount' | 'refusedPerAddress'>,
  ) {}

  /** @throws HttpProblem 429 */
  async countOf(accountId: string): Promise<void> {
    await this.refuseAbove(this.limits.perAccount, `account ${accountId}`);
  }

  /** @throws HttpProblem 429 */
  async countRefused({ ip }: Request): Promise<void> {
    await this.refuseAbove(
      this.limits.refusedPerAddress,
      `refused ${ip === undefined ? '' : ipKeyGenerator(ip)}`,
    );
  }

  private async refuseAbove(limit: number, from: string): Promise<void> {
    const counted = await this.counter.count(from, WINDOW_SECONDS);
    if (counted.requests > limit) {
      throw tooMany(counted);
    }
  }
}
