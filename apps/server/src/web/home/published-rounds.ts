import { ReadLatestPublishedRound } from '@evenhand/matching';
import { Injectable } from '@nestjs/common';
import { LatestPublishedRound, type LatestRound } from './latest-published-round';

/** Reads the round as matching releases it. */
@Injectable()
export class PublishedRounds extends LatestPublishedRound {
  constructor(private readonly latest: ReadLatestPublishedRound) {
    super();
  }

  override async read(): Promise<LatestRound | undefined> {
    const round = await this.latest.run();
    if (round?.publishedAt === undefined || round.rows === undefined || round.totals === undefined) {
      return undefined;
    }
    const { id, name, programme, publishedAt, rules, snapshotSha256 = '', policy, rows, totals } = round;
    return {
      id,
      name,
      programme,
      publishedAt: publishedAt.toISOString(),
      seed: rules.seed,
      snapshotSha256,
      policy,
      rows,
      totals,
    };
  }
}
