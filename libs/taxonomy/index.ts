export type * from './catalogue';
export { Catalogue, type SuggestedKind, type Topic } from './checked-catalogue';
export { CATALOGUE_COLUMNS, catalogueRows } from './catalogue-rows';
export { catalogueForSector, type OwnCatalogue } from './own-catalogue';
export { healthAndCare } from './health-and-care';
