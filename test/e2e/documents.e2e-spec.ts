import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

function read(...names: readonly string[]): string {
  return readFileSync(join(ROOT, ...names), 'utf8');
}

describe('the documents', () => {
  it('name every column of people, every member of the rules and their defaults', () => {
    const files = read('docs/files.md');
    const headings = ['mentees', 'mentors'].flatMap((name) =>
      read('apps/embedded/demonstration', `${name}.csv`).split('\n')[0]!.split(','),
    );
    expect(headings.filter((heading) => !files.includes(`\`${heading}\``))).toEqual([]);
    const { weights, floor } = JSON.parse(read('docs/examples/rules.json')) as {
      weights: Record<string, number>;
      floor: number;
    };
    const rows = files.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    for (const [member, value] of Object.entries({ ...weights, floor })) {
      expect(rows).toContainEqual(expect.arrayContaining([`\`${member}\``, String(value)]));
    }
  });

  it('show what the example of the engine prints', () => {
    const example = join(ROOT, 'docs', 'examples', 'solve.cjs');
    const printed = execFileSync(process.execPath, [example], { encoding: 'utf8' });
    expect(printed).toContain('certificate valid');
    expect(read('docs/algorithm.md')).toContain(`\`\`\`\n${printed}\`\`\`\n`);
  });
});
