import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { projectRoot } from './project-root';

describe('the root of the project', () => {
  it('is the same from the sources as from the compiled code', () => {
    const root = projectRoot();
    expect(existsSync(join(root, 'package.json'))).toBe(true);
    expect(projectRoot(join(root, 'dist/apps/server/src/web'))).toBe(root);
  });

  it('is missed in plain words where there is none', () => {
    const outside = parse(__dirname).root;
    expect(() => projectRoot(outside)).toThrow('No package.json lies above the code that serves the pages');
  });
});
