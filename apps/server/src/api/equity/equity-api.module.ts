import { EquityModule } from '@evenhand/equity';
import { Module } from '@nestjs/common';
import { TransparentEquitySnapshotsController } from '../transparency/equity-snapshots.controller';
import { SnapshotFiles } from '../transparency/snapshot-files';
import { BaselinesController } from './baselines.controller';
import { EquityLooksController } from './equity-looks.controller';
import { EquityReportsController } from './equity-reports.controller';
import { EquitySnapshotsController } from './equity-snapshots.controller';

/** Everything under `/equity`, the baseline of a programme, and what everybody may read of reports. */
@Module({
  imports: [EquityModule],
  controllers: [
    BaselinesController,
    EquityReportsController,
    EquityLooksController,
    EquitySnapshotsController,
    TransparentEquitySnapshotsController,
  ],
  providers: [SnapshotFiles],
})
export class EquityApiModule {}
