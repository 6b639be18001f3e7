import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Environment, FileSystemLoader } from 'nunjucks';
import { Assets } from './assets';
import type { WebPage } from './web-page';
import { projectRoot } from './project-root';

const TEMPLATES = 'apps/server/src/web/templates';

/** Writes pages as HTML. Whatever a template is told is escaped unless the template itself says that it is markup. */
@Injectable()
export class PageRenderer {
  private readonly templates: Environment;

  constructor(assets: Assets) {
    const frontend = join(dirname(require.resolve('nhsuk-frontend/package.json')), 'dist');
    this.templates = new Environment(new FileSystemLoader([join(projectRoot(), TEMPLATES), frontend]), {
      autoescape: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
    this.templates.addGlobal('stylesheet', assets.stylesheet);
    this.templates.addGlobal('icon', assets.icon);
  }

  /** The whole document. */
  render({ title, template, view }: WebPage): string {
    return this.templates.render(template, { ...view, title });
  }
}
