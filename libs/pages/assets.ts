import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { projectRoot } from './project-root';

const OWN_ASSETS = 'libs/pages/assets';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file as it is served. */
export interface Asset {
  readonly type: string;
  readonly content: string;
}

/**
 * What pages need beside themselves: one style sheet, made when the server starts from that of nhsuk-frontend, and a few
 * pictures. The name of each changes with its content, so browsers may keep it for good.
 */
export class Assets {
  private readonly files = new Map<string, Asset>();
  /** The addresses of what every page names. */
  readonly stylesheet: string;
  readonly icon: string;

  constructor() {
    const theirs = join(dirname(require.resolve('nhsuk-frontend/package.json')), 'dist/nhsuk');
    const ours = join(projectRoot(), OWN_ASSETS);
    const add = (file: string): string => this.add(basename(file), readFileSync(file, 'utf8'));
    const frontend = withoutOutsideFiles(
      readFileSync(join(theirs, 'nhsuk-frontend.min.css'), 'utf8'),
      (picture) => add(join(theirs, 'assets/images', picture)),
    );
    const rules = readFileSync(join(ours, 'evenhand.css'), 'utf8');
    this.stylesheet = this.add('evenhand.css', `${frontend}\n${rules}`);
    this.icon = add(join(ours, 'evenhand.svg'));
  }

  /** @param file its name, as the addresses of this class end */
  find(file: string): Asset | undefined {
    return this.files.get(file);
  }

  private add(name: string, content: string): string {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const extension = extname(name);
    const file = `${basename(name, extension)}-${hash}${extension}`;
    this.files.set(file, { type: TYPES[extension]!, content });
    return `/assets/${file}`;
  }
}

/**
 * A style sheet of nhsuk-frontend that asks no other host for anything: without the font which is for NHS sites alone.
 *
 * @param addressOf where one of the pictures that it names is served
 * @throws Error where it still names another file or that font: nhsuk-frontend has changed then, and this must too
 */
export function withoutOutsideFiles(css: string, addressOf: (picture: string) => string): string {
  const contained = css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/Frutiger W01,\s*/g, '')
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '')
    .replace(
      /url\(\/assets\/images\/([\w-]+\.svg)\)/g,
      (_, picture: string) => `url("${addressOf(picture)}")`,
    );
  const outside = /@import[^;]*|url\((?!"\/assets\/)[^)]*\)|Frutiger[^;}]*/i.exec(contained);
  if (outside !== null) {
    throw new Error(`The style sheet of nhsuk-frontend asks for what is not served: ${outside[0]}`);
  }
  return contained;
}
