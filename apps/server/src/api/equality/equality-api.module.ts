import { EquityModule } from '@evenhand/equity';
import { Module } from '@nestjs/common';
import { EqualityAnswersController } from './equality-answers.controller';

/** The routes of what people say of themselves. */
@Module({ imports: [EquityModule], controllers: [EqualityAnswersController] })
export class EqualityApiModule {}
