import { Catalogue, healthAndCare } from '@evenhand/taxonomy';
import { Module } from '@nestjs/common';
import { ChangeOpportunity } from './change-opportunity';
import { ListOpportunities } from './list-opportunities';
import { OfferOpportunity } from './offer-opportunity';
import { OpportunityChecks } from './opportunity-checks';
import { ReadOpportunity } from './read-opportunity';

const USE_CASES = [OfferOpportunity, ChangeOpportunity, ReadOpportunity, ListOpportunities];

const CATALOGUE = { provide: Catalogue, useValue: healthAndCare };

/** What people can take up to learn to lead. Its ports are answered by the program that loads it. */
@Module({ providers: [OpportunityChecks, ...USE_CASES, CATALOGUE], exports: USE_CASES })
export class DevelopmentModule {}
