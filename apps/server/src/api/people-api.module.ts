import { Module } from '@nestjs/common';
import { PeopleModule } from '@evenhand/people';
import { ImportsController } from './imports/imports.controller';
import { OrganisationsController } from './organisations/organisations.controller';
import { MeController } from './people/me.controller';
import { PeopleController } from './people/people.controller';
import { MenteeProfilesController } from './profiles/mentee-profiles.controller';
import { MentorCardsController } from './profiles/mentor-cards.controller';
import { MentorProfilesController } from './profiles/mentor-profiles.controller';
import { ProgrammesController } from './programmes/programmes.controller';
import { TaxonomyController } from './taxonomy/taxonomy.controller';

/** Programmes, organisations, people, their profiles and imports, and the catalogue that they speak in. */
@Module({
  imports: [PeopleModule],
  controllers: [
    ProgrammesController,
    OrganisationsController,
    PeopleController,
    MeController,
    MenteeProfilesController,
    MentorProfilesController,
    MentorCardsController,
    ImportsController,
    TaxonomyController,
  ],
})
export class PeopleApiModule {}
