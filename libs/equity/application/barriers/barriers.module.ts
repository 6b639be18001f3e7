import { Catalogue, healthAndCare } from '@evenhand/taxonomy';
import { Module } from '@nestjs/common';
import { BeginBarrierReview } from './begin-barrier-review';
import { ChangeBarrierReview } from './change-barrier-review';
import { ListBarrierReviews } from './list-barrier-reviews';
import { ListNamedProfessions } from './list-named-professions';
import { ReadBarrierCeilings } from './read-barrier-ceilings';
import { ReadBarrierChange } from './read-barrier-change';
import { ReadBarrierReview } from './read-barrier-review';

const USE_CASES = [
  BeginBarrierReview,
  ChangeBarrierReview,
  ListBarrierReviews,
  ListNamedProfessions,
  ReadBarrierCeilings,
  ReadBarrierChange,
  ReadBarrierReview,
];

const CATALOGUE = { provide: Catalogue, useValue: healthAndCare };

/** What keeps professions from leading, as organisations look at it. Its ports are answered by the program that loads it. */
@Module({ providers: [...USE_CASES, CATALOGUE], exports: USE_CASES })
export class BarriersModule {}
