export type * from './catalogue';
export { Catalogue, type Topic } from './checked-catalogue';
export { catalogueForSector, type OwnCatalogue } from './own-catalogue';
export { healthAndCare } from './health-and-care';
