import { type Assets, PageRenderer } from '@evenhand/pages';

/** Writes the pages of the server. */
export function serverPages(assets: Assets): PageRenderer {
  return new PageRenderer(assets, 'apps/server/src/web/templates');
}
