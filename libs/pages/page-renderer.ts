import { dirname, join } from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';
import type { Assets } from './assets';
import { projectRoot } from './project-root';
import type { WebPage } from './web-page';

/** What every page stands in: `page.njk`. */
const FRAME = 'libs/pages/templates';

/** Writes pages as HTML. Whatever a template is told is escaped unless the template itself says that it is markup. */
export class PageRenderer {
  private readonly templates: Environment;

  /** @param templates where the templates of a program's own pages lie, from the root of the project */
  constructor(assets: Assets, templates: string) {
    const frontend = join(dirname(require.resolve('nhsuk-frontend/package.json')), 'dist');
    const folders = [join(projectRoot(), templates), join(projectRoot(), FRAME), frontend];
    this.templates = new Environment(new FileSystemLoader(folders), {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
    this.templates.addGlobal('stylesheet', assets.stylesheet);
    this.templates.addGlobal('icon', assets.icon);
  }

  /**
   * The whole document.
   *
   * @param reader what the frame of the page shows of whoever reads it; nothing where it is left out
   */
  render({ title, template, view }: WebPage, reader?: object): string {
    return this.templates.render(template, { ...view, title, reader });
  }
}
