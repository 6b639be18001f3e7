export {
  type Opportunity,
  OPPORTUNITY_STATES,
  type OpportunityDetails,
  type OpportunityState,
} from './domain/opportunity';
export { type OpportunityFilter, OpportunityRepository } from './application/ports/opportunity.repository';
export { ChangeOpportunity } from './application/change-opportunity';
export { ListOpportunities } from './application/list-opportunities';
export { OfferOpportunity } from './application/offer-opportunity';
export { ReadOpportunity } from './application/read-opportunity';
export { DevelopmentModule } from './application/development.module';
