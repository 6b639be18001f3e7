import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package: the compiler copies no templates, so sources and compiled code alike read them there. */
export function projectRoot(from = __dirname): string {
  if (existsSync(join(from, 'package.json'))) {
    return from;
  }
  const parent = dirname(from);
  if (parent === from) {
    throw new Error(
      'No package.json lies above the code that serves the pages: its templates cannot be found.',
    );
  }
  return projectRoot(parent);
}
