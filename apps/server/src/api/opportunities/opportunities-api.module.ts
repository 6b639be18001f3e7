import { DevelopmentModule } from '@evenhand/development';
import { Module } from '@nestjs/common';
import { OpportunitiesController } from './opportunities.controller';

/** Everything under `/opportunities`. */
@Module({ imports: [DevelopmentModule], controllers: [OpportunitiesController] })
export class OpportunitiesApiModule {}
