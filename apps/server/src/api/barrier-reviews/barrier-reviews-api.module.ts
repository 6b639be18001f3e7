import { BarriersModule } from '@evenhand/equity';
import { Module } from '@nestjs/common';
import { BarrierReviewsController } from './barrier-reviews.controller';

/** Everything under `/barrier-reviews`. */
@Module({ imports: [BarriersModule], controllers: [BarrierReviewsController] })
export class BarrierReviewsApiModule {}
