import { Module } from '@nestjs/common';
import { ChampionsController } from './champions.controller';
import { MentoringRelationshipsController } from './mentoring-relationships.controller';

/** What two people do for each other: mentoring relationships, and champions. */
@Module({ controllers: [MentoringRelationshipsController, ChampionsController] })
export class MentoringApiModule {}
