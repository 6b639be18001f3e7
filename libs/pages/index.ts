export { type Asset, Assets } from './assets';
export { PageRenderer } from './page-renderer';
export { projectRoot } from './project-root';
export type { WebPage } from './web-page';
