import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const ROOT = join(__dirname, '../..');

/**
 * Every file of the house as a path from its root, without the houses that are planted for the rules. In a checkout it
 * is what git holds or would take up, in a copy without git everything that .gitignore does not name.
 */
export function filesOfTheHouse(): string[] {
  return (filesByGit() ?? filesByWalking()).filter((file) => !file.startsWith('test/architecture/planted/'));
}

/** The text of a file, or undefined where it holds no text. */
export function textOf(file: string): string | undefined {
  const content = readFileSync(join(ROOT, file));
  return content.includes(0) ? undefined : content.toString('utf8');
}

function filesByGit(): string[] | undefined {
  // A copy that lies in somebody else's checkout is not theirs to list.
  if (!existsSync(join(ROOT, '.git'))) return undefined;
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\0').filter((file) => file !== '' && existsSync(join(ROOT, file)));
  } catch {
    return undefined; // git is not installed, or does not trust the owner of the folder
  }
}

function filesByWalking(): string[] {
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(ignorePattern);
  const filesIn = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name === '.git' || ignored.some((pattern) => pattern.test(path))) return [];
      return entry.isDirectory() ? filesIn(path) : [path];
    });
  return filesIn('');
}

function ignorePattern(line: string): RegExp {
  const name = line
    .replace(/^\/|\/$/g, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*');
  return new RegExp(`${line.startsWith('/') ? '^' : '(?:^|/)'}${name}(?:/|$)`);
}
