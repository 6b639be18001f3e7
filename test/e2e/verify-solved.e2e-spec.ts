import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WorkingFolder } from './working-folder';

const VECTORS = join(__dirname, '..', 'vectors', 'allocation');
const PROBLEMS = readdirSync(VECTORS).filter((file) => file.endsWith('.problem.json'));

describe('what evenhand solve writes', () => {
  it.each(PROBLEMS)('evenhand verify finds valid: %s', async (file) => {
    const folder = new WorkingFolder();
    const problem = join(VECTORS, file);
    expect(await folder.runHere(['solve', problem, '--out', 'result.json'])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await folder.runHere(['verify', problem, 'result.json'])).toEqual({
      code: 0,
      out: 'valid: the pairs are possible, their figures are right, and no other matching is better\n',
      err: '',
    });
    folder.remove();
  });
});
